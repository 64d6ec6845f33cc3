using System.Collections.Immutable;
using Hub.Cases;
using Hub.Desk.Forms;

namespace Hub.Desk.Pages.Reviews;

/// <summary>A possible match: the report's person, whom they may be, and what somebody decides.</summary>
public sealed record ReviewModel
{
    public required Guid Report { get; init; }

    /// <summary>The queue it waits in, as the address of its page.</summary>
    public required string Queue { get; init; }

    /// <summary>The queue's recipient, as forms send it.</summary>
    public required string Recipient { get; init; }

    /// <summary>What kind of report, in words.</summary>
    public required string Kind { get; init; }

    public required ReviewState State { get; init; }

    /// <summary>When it must be decided; null where no clock runs. UTC.</summary>
    public DateTimeOffset? Due { get; init; }

    public bool IsUrgent { get; init; }

    /// <summary>When the report came in. UTC.</summary>
    public required DateTimeOffset Received { get; init; }

    /// <summary>Who has it open; null where nobody has.</summary>
    public CaseHold? Held { get; init; }

    /// <summary>The word that more is needed; null where nobody said so since it waits.</summary>
    public CaseDecision? More { get; init; }

    /// <summary>What was decided; null while it is not.</summary>
    public ReviewDecided? Decided { get; init; }

    /// <summary>The report's person, line by line.</summary>
    public ImmutableArray<(string Name, string Value)> Person { get; init; } = [];

    /// <summary>Best first.</summary>
    public ImmutableArray<ReviewCandidate> Candidates { get; init; } = [];

    /// <summary>What follows if every candidate is rejected, line by line.</summary>
    public ImmutableArray<string> AfterRejecting { get; init; } = [];

    /// <summary>What the marks in the pictures stand for, line by line.</summary>
    public ImmutableArray<string> Marks { get; init; } = [];

    /// <summary>What was entered, kept whatever became of it.</summary>
    public FormState Form { get; init; } = FormState.Empty;

    /// <summary>What was sent was not done, because the case was not the sender's any more.</summary>
    public bool IsLost { get; init; }

    /// <summary>What was done to the report, newest first.</summary>
    public ImmutableArray<TimelineRow> Timeline { get; init; } = [];
}

/// <summary>Whether somebody may decide now.</summary>
public enum ReviewState
{
    /// <summary>It waits, and nobody has it open.</summary>
    Free,

    /// <summary>Whoever looks has it open.</summary>
    Own,

    /// <summary>Somebody else has it open.</summary>
    Others,

    Decided,

    /// <summary>There is nothing to decide any more: the report or the register has changed.</summary>
    Settled,
}

/// <summary>One whom the person may be.</summary>
/// <param name="Nominal">The nominal's id.</param>
/// <param name="Name">As the register has it now; null where it holds them no more.</param>
/// <param name="Notes">What to know of the record itself: reported missing, merged since, ended.</param>
/// <param name="Verdict">What matching made of this one, in words.</param>
/// <param name="AfterConfirming">What follows if this one is confirmed, line by line.</param>
public sealed record ReviewCandidate(
    string Nominal, string? Name, ImmutableArray<string> Notes, double Probability, string Verdict, ImmutableArray<ComparedField> Fields, Waterfall Picture, double Prior, double Total, ImmutableArray<string> AfterConfirming);

/// <summary>What was decided, by whom and why.</summary>
/// <param name="What">In a sentence.</param>
public sealed record ReviewDecided(string What, string By, DateTimeOffset At, string Rationale);

/// <summary>One thing done to the report.</summary>
/// <param name="By">Who did it.</param>
public sealed record TimelineRow(string Title, string By, DateTimeOffset At, string Words);
