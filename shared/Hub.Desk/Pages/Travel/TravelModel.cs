using System.Collections.Immutable;
using Hub.Border.Travel;
using Hub.Desk.Forms;

namespace Hub.Desk.Pages.Travel;

/// <summary>What one recipient is to do about flights, soonest first.</summary>
public sealed record TravelModel
{
    public required string Recipient { get; init; }

    /// <summary>The recipient in words.</summary>
    public required string Whose { get; init; }

    /// <summary>Whose may be looked at; empty for those who see their own alone.</summary>
    public ImmutableArray<Choice> Recipients { get; init; } = [];

    /// <summary>Landing within hours, or just down.</summary>
    public ImmutableArray<FlightAhead> Soon { get; init; } = [];

    /// <summary>Null where this recipient is not one that decides on breaches.</summary>
    public ImmutableArray<BreachToDecide>? Breaches { get; init; }

    /// <summary>More wait than are shown.</summary>
    public bool MoreBreaches { get; init; }

    /// <summary>A page of those that land later.</summary>
    public ImmutableArray<FlightAhead> Later { get; init; } = [];

    /// <summary>1 for the first.</summary>
    public int Page { get; init; } = 1;

    public bool HasNext { get; init; }

    /// <summary>There are more notices than were looked through: some flights may be missing.</summary>
    public bool CutShort { get; init; }

    /// <summary>The form to look a person's travel up; null for those who may not.</summary>
    public FormState? LookUp { get; init; }
}

/// <summary>A flight that is to be met, or waited for.</summary>
public sealed record FlightAhead
{
    /// <summary>What is to be done, before the flight's designator: <c>Meet flight</c>.</summary>
    public required string Task { get; init; }

    /// <summary>Somebody must be there.</summary>
    public required bool IsToBeMet { get; init; }

    /// <summary>The first moment it can land; null where not known. UTC.</summary>
    public DateTimeOffset? Lands { get; init; }

    /// <summary>False where the moment is only the first of a day.</summary>
    public bool Exact { get; init; }

    /// <summary>The day, where no more is known; null where the moment says it.</summary>
    public string? LandsInWords { get; init; }

    public string? Flight { get; init; }

    /// <summary>The airport's or port's name.</summary>
    public string? Port { get; init; }

    /// <summary>Null where the notice names nobody.</summary>
    public ShownTraveller? Who { get; init; }

    public TravelOutcome? Outcome { get; init; }

    /// <summary>What officers decided, or have not yet; empty for those whom it does not concern.</summary>
    public ImmutableArray<string> Decided { get; init; } = [];

    /// <summary>Who meets it, in the words of a plan; null where there is none.</summary>
    public string? Meeting { get; init; }

    public required NoticeStanding Notice { get; init; }

    public string? PersonAddress { get; init; }

    public string? DecideAddress { get; init; }
}

/// <summary>A traveller as the list names them.</summary>
/// <param name="Name">As listed.</param>
/// <param name="Details">Birth, sex, documents in words; empty where none are known.</param>
public sealed record ShownTraveller(string Name, string Details);

/// <summary>How the notice stands that told of it.</summary>
/// <param name="Address">Its page.</param>
/// <param name="IsOpen">It waits to be acknowledged.</param>
/// <param name="PlannedFor">When it will be raised; null where it was. UTC.</param>
/// <param name="Words">In words, where it neither waits nor is planned.</param>
public sealed record NoticeStanding(string Address, bool IsOpen, DateTimeOffset? PlannedFor, string? Words);

/// <summary>A suspected breach that waits for an officer's decision.</summary>
/// <param name="Title">What is suspected.</param>
/// <param name="Flight">The flight in words.</param>
/// <param name="Due">Until when acting still helps; null where no clock runs. UTC.</param>
/// <param name="Research">An officer has begun and wants to know more: who and when, in words.</param>
public sealed record BreachToDecide(string Title, string Flight, ShownTraveller? Who, DateTimeOffset? Due, string? Research, string NoticeAddress, string? PersonAddress, string? DecideAddress);
