using System.Collections.Immutable;
using System.Text.Json;
using Hub.Border.Flights;
using Hub.Border.Travel;
using Hub.Desk.Pages.Travel;
using Hub.Desk.Words;
using Hub.Json;
using Hub.Notices;
using Hub.Persons;
using Hub.Places;

namespace Hub.Functions.Desk.Travel;

/// <summary>What a notice of a landing says to its recipient. What it does not say, nobody adds.</summary>
internal sealed record FlightContent
{
    /// <summary>On a return flight.</summary>
    public ListedTraveller? Traveller { get; init; }

    /// <summary>On a flight by which somebody is deported.</summary>
    public DeportedPerson? Person { get; init; }

    public ImmutableArray<TravelDocument> Documents { get; init; } = [];

    public string? Flight { get; init; }

    /// <summary>IATA code.</summary>
    public string? Airport { get; init; }

    /// <summary>As the alert names it.</summary>
    public string? Port { get; init; }

    public FlightTime? Lands { get; init; }

    /// <summary>The hits of the journey; null for those whom they do not concern.</summary>
    public ImmutableArray<string>? Reports { get; init; }

    public TravelOutcome? Outcome { get; init; }

    public ImmutableArray<string>? Officers { get; init; }

    public string? Meeting { get; init; }

    public static FlightContent Of(Notice notice) => notice.Content.Deserialize<FlightContent>(HubJson.Options) ?? new();

    /// <summary>When it lands: as said, else when the notice is due, which is then.</summary>
    public (DateTimeOffset Earliest, DateTimeOffset Latest)? Landing(Notice notice) =>
        Lands is { } lands ? (lands.Earliest.ToUniversalTime(), lands.Latest.ToUniversalTime()) : notice.Due is { } due ? (due, due) : null;

    public ShownTraveller? Who() => this switch
    {
        { Traveller: { } listed } => TravellerWords.Of(listed),
        { Person: { Names: [var name, ..] } person } => TravellerWords.Of(name.ToString(), person.Born, person.Sex, Documents),
        _ => null,
    };

    public string? Place(AirportDirectory airports) => Airport is { } code ? FlightWords.Place(code, airports) : Port;

    /// <summary>Who meets it, by the plan that the notice tells of.</summary>
    public string? MeetingWords() => (Officers, Meeting) switch
    {
        (null or [], null) => null,
        ({ Length: > 0 } officers, null) => string.Join(", ", officers),
        (null or [], var where) => where,
        var (officers, where) => $"{string.Join(", ", officers.Value)}: {where}",
    };
}

/// <summary>Somebody deported, as far as the border is told.</summary>
internal sealed record DeportedPerson(ImmutableArray<PersonName> Names, BirthDate? Born, Sex Sex);
