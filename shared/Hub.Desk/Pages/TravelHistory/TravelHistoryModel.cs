using System.Collections.Immutable;
using Hub.Border.Travel;
using Hub.Desk.Forms;
using Hub.Desk.Pages.Travel;

namespace Hub.Desk.Pages.TravelHistory;

/// <summary>One person's travel: journeys against what was notified.</summary>
public sealed record TravelHistoryModel
{
    /// <summary>The register's id of the record that stands for the person.</summary>
    public required string Nominal { get; init; }

    /// <summary>The id that was asked for, where that record was merged into this one.</summary>
    public string? Asked { get; init; }

    /// <summary>As the register names them; null for those who may not read the register.</summary>
    public ShownTraveller? Who { get; init; }

    /// <summary>What carries the reason from page to page, such as <c>?notice=…</c>.</summary>
    public required string Because { get; init; }

    /// <summary>When travel has to be notified, one sentence for each time; empty where the register gives none.</summary>
    public ImmutableArray<string> Duties { get; init; } = [];

    /// <summary>Null where there is nothing to draw.</summary>
    public JourneyPicture? Picture { get; init; }

    /// <summary>A page of them, newest first.</summary>
    public ImmutableArray<JourneyCard> Journeys { get; init; } = [];

    /// <summary>What was notified and belongs to no journey seen, newest first.</summary>
    public ImmutableArray<NotifiedTravel> Unseen { get; init; } = [];

    public int Page { get; init; } = 1;

    public bool HasNext { get; init; }

    /// <summary>The form to record what the person notified; null for those who may not.</summary>
    public FormState? Notify { get; init; }
}

/// <summary>A journey as the page shows it.</summary>
public sealed record JourneyCard
{
    /// <summary>1 for the first known.</summary>
    public required int Number { get; init; }

    /// <summary>Such as <c>Thailand, left Sunday 22 November 2026</c>.</summary>
    public required string Title { get; init; }

    public required TravelOutcome Outcome { get; init; }

    public required ImmutableArray<string> Flights { get; init; }

    public required string Left { get; init; }

    public required string Back { get; init; }

    /// <summary>Who travels along, by those reports that the reader may read.</summary>
    public ImmutableArray<string> Along { get; init; } = [];

    /// <summary>The rule in force on the day of departure, as a sentence; null where none was, or the person was not subject.</summary>
    public string? Rule { get; init; }

    public required ImmutableArray<string> Reasons { get; init; }

    /// <summary>Null where none was.</summary>
    public NotifiedTravel? Notified { get; init; }

    public ImmutableArray<ShownDecision> Decisions { get; init; } = [];

    /// <summary>Who is told before the landing, and how that stands.</summary>
    public ImmutableArray<string> Ahead { get; init; } = [];

    /// <summary>Null where the reader has no say.</summary>
    public string? DecideAddress { get; init; }
}

/// <summary>What was notified.</summary>
/// <param name="Travel">Where and when, in a sentence.</param>
/// <param name="Given">When it was given, and what came of it, in sentences.</param>
public sealed record NotifiedTravel(string Travel, string Given);

/// <summary>A decision in words.</summary>
/// <param name="Outcome">What was decided, with what it says beside that.</param>
/// <param name="By">Who.</param>
/// <param name="At">When. UTC.</param>
public sealed record ShownDecision(string Outcome, string By, DateTimeOffset At, string Rationale);
