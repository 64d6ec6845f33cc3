using System.Collections.Immutable;
using Hub.Auditing;
using Hub.Cases;
using Hub.DeportedOffenders.Cases;
using Hub.Desk.Forms;
using Hub.Notices;

namespace Hub.Desk.Pages.Deported;

/// <summary>All of a deported offender's case, for one reader.</summary>
public sealed record DeportedCaseModel
{
    public required DeportedOffenderCase State { get; init; }

    public required CaseFacts Facts { get; init; }

    /// <summary>To follow "the case is".</summary>
    public required string StateWords { get; init; }

    /// <summary>The person was met, or the case went on without.</summary>
    public required bool IsSettled { get; init; }

    public required ImmutableArray<ProgressStep> Progress { get; init; }

    /// <summary>Null for a closed case.</summary>
    public required NextAction? Next { get; init; }

    /// <summary>What else the reader may ask for, with what is missing for it.</summary>
    public required ImmutableArray<NextAction> Others { get; init; }

    /// <summary>The reader may take the case on; else only read.</summary>
    public required bool MayWork { get; init; }

    public required ImmutableArray<ClockStrike> Clock { get; init; }

    /// <summary>What was done and decided, newest first.</summary>
    public required Slice<MoveMade> Moves { get; init; }

    /// <summary>Newest first.</summary>
    public required Slice<ResearchNote> Notes { get; init; }

    /// <summary>Newest first.</summary>
    public required Slice<CaseAttachment> Files { get; init; }

    /// <summary>Newest first.</summary>
    public required Slice<ToldNotice> Told { get; init; }

    /// <summary>Newest first.</summary>
    public required Slice<TimelineLine> Timeline { get; init; }

    /// <summary>False where an entry of the timeline was altered or taken out.</summary>
    public required bool TimelineIntact { get; init; }

    /// <summary>Other cases of the same person that the reader may read.</summary>
    public required ImmutableArray<OtherCase> Same { get; init; }

    /// <summary>The person has more cases, which are not the reader's.</summary>
    public required bool HasOthers { get; init; }

    public required FormState NoteForm { get; init; }

    public required FormState FileForm { get; init; }

    /// <summary>Which files are kept, and how large they may be.</summary>
    public required FileRules FileRules { get; init; }

    public CaseId Id => State.Id;

    public string Address => DeportedAddress.Of(Id);
}

/// <summary>Where the pages of cases are.</summary>
public static class DeportedAddress
{
    public const string All = "/desk/deported-offenders";

    public static string Of(CaseId id) => $"{All}/{id}";

    public static string Move(CaseId id, string move) => $"{Of(id)}/moves/{move}";

    public static string File(CaseId id, CaseAttachment file) => $"{Of(id)}/attachments/{file.Address.Sha256}";
}

/// <summary>A notice of the case, and who was told in words.</summary>
public sealed record ToldNotice(Notice Notice, string To);

/// <summary>One thing done to a case.</summary>
/// <param name="Words">What and why.</param>
public sealed record TimelineLine(string Words, Actor By, DateTimeOffset At);

/// <summary>A moment the clock strikes, and who is told where something is missing then.</summary>
/// <param name="Told">In words, such as <c>supervisors</c>.</param>
public sealed record ClockStrike(DateTimeOffset At, string Words, ImmutableArray<string> Told);

/// <summary>Another case of the same person.</summary>
public sealed record OtherCase(CaseId Id, DateTimeOffset OpenedAt, string StateWords, bool GoesOn);

/// <summary>What may be added to a case.</summary>
/// <param name="Types">In words.</param>
/// <param name="Extensions">Endings with their dot, for the browser's choice of files.</param>
public sealed record FileRules(string Types, string Extensions, int MaxBytes);
