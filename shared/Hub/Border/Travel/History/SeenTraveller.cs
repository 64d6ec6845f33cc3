using System.Collections.Immutable;
using Hub.Persons;

namespace Hub.Border.Travel;

/// <summary>One hit as a nominal's travel history keeps it: the flight, the traveller as listed, and what officers decided.</summary>
public sealed record SeenTraveller
{
    public required Sighting Sighting { get; init; }

    public required ListedTraveller Traveller { get; init; }

    /// <summary>The newest decision on a breach; null while none was made.</summary>
    public BreachDecision? Breach { get; init; }

    /// <summary>The newest decision on whether the return flight is met; null while none was made.</summary>
    public InterceptionDecision? Interception { get; init; }

    /// <summary>An officer has decided that a foreign authority is to be told: which country's, ISO 3166-1 alpha-3.</summary>
    public string? ToldCountry { get; init; }
}

/// <summary>A traveller as the list names them: what is needed to know them at a gate.</summary>
public sealed record ListedTraveller(string Name, BirthDate? Born, Sex Sex, ImmutableArray<TravelDocument> Documents);

/// <summary>A decision on a breach as the history keeps it.</summary>
/// <param name="Outcome"><c>breach</c>, <c>no-breach</c> or <c>more-research</c>.</param>
/// <param name="Rationale">Why.</param>
/// <param name="By">Who.</param>
/// <param name="At">When. UTC.</param>
public sealed record BreachDecision(string Outcome, string Rationale, string By, DateTimeOffset At);

/// <summary>A decision on meeting the return flight as the history keeps it.</summary>
/// <param name="Cancelled">Nobody is to wait.</param>
/// <param name="At">When. UTC.</param>
public sealed record InterceptionDecision(bool Cancelled, DateTimeOffset At);
