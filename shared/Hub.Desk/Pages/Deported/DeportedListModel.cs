using System.Collections.Immutable;
using Hub.Cases;
using Hub.DeportedOffenders.Cases;

namespace Hub.Desk.Pages.Deported;

/// <summary>A page of the open cases.</summary>
public sealed record DeportedListModel
{
    public required ImmutableArray<ListedGroup> Groups { get; init; }

    /// <summary>A page after the first.</summary>
    public required bool IsLater { get; init; }

    /// <summary>Where the next page begins; null where there is none.</summary>
    public string? Continuation { get; init; }

    /// <summary>The reader sees the cases of their own team alone.</summary>
    public required bool OwnOnly { get; init; }

    /// <summary>Everybody here lands soon, or has landed: there may be more such on the next page.</summary>
    public bool MoreIsUrgent => Continuation is not null && Groups is [{ IsUrgent: true }] or [{ Key: CaseGroup.Met }, ..] or [{ IsUrgent: true }, { Key: CaseGroup.Met }];
}

/// <summary>What sets cases apart on the list, in the order shown.</summary>
public enum CaseGroup
{
    /// <summary>Lands within 48 hours, or should have landed, and was not met.</summary>
    Urgent,

    Later,

    /// <summary>No day of a landing is known.</summary>
    Unknown,

    /// <summary>Met, or gone on without: to be finished.</summary>
    Met,
}

/// <summary>Cases that have the same in common.</summary>
public sealed record ListedGroup(CaseGroup Key, ImmutableArray<ListedCase> Cases)
{
    /// <summary>Who lands within that time is set apart.</summary>
    public static readonly TimeSpan Near = TimeSpan.FromHours(48);

    public bool IsUrgent => Key == CaseGroup.Urgent;

    public string Heading => Key switch
    {
        CaseGroup.Urgent => "Landing within 48 hours, or not met yet",
        CaseGroup.Later => "Landing later",
        CaseGroup.Unknown => "Landing not known",
        _ => "Met: still to be finished",
    };

    /// <summary>Puts cases, soonest landing first, into their groups; empty groups are left out.</summary>
    public static ImmutableArray<ListedGroup> Of(IEnumerable<ListedCase> cases, DateTimeOffset now) =>
        [.. cases.GroupBy(c => KeyOf(c, now)).OrderBy(g => g.Key).Select(g => new ListedGroup(g.Key, [.. g]))];

    private static CaseGroup KeyOf(ListedCase listed, DateTimeOffset now) =>
        listed.IsSettled ? CaseGroup.Met
        : listed.Facts.Arrival?.Lands is not { } lands ? CaseGroup.Unknown
        : lands.Earliest - now <= Near ? CaseGroup.Urgent : CaseGroup.Later;
}

/// <summary>A case on the list.</summary>
/// <param name="StateWords">To follow "the case is".</param>
/// <param name="IsSettled">The person was met, or the case went on without.</param>
/// <param name="Next">What it waits for; null where for nothing.</param>
public sealed record ListedCase(CaseId Id, CaseFacts Facts, string StateWords, bool IsSettled, NextAction? Next);

/// <summary>What a case waits for.</summary>
/// <param name="Move">The move that leads on.</param>
/// <param name="Asks">What it asks for, as an instruction.</param>
/// <param name="Who">Who may make it.</param>
/// <param name="IsYours">The reader may.</param>
public sealed record NextAction(OpenMove Move, string Asks, string Who, bool IsYours)
{
    /// <summary>The person is to be met; what is asked for here is only the word that they were.</summary>
    public bool IsToMeet => Move is { Move: MoveName.Meet, Missing.IsEmpty: true };

    public string Heading => IsToMeet ? "Meet the person" : Asks;
}
