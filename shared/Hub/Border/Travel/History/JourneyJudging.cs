using System.Collections.Immutable;
using Hub.Border.Flights;
using Hub.Nominals;
using Hub.Places;
using Hub.Time;

namespace Hub.Border.Travel;

/// <summary>From what is known of a nominal's travel to judged journeys. The same record and nominal give the same.</summary>
internal static class JourneyJudging
{
    public static ImmutableArray<JudgedJourney> Judge(TravelRecord record, Nominal nominal, AirportDirectory airports)
    {
        var journeys = Journeys.Join(record.Seen.Select(s => s.Sighting));
        var judgements = TravelLaw.JudgeAll(journeys, NotificationDuty.Of(nominal, record.Notified()));
        return [.. journeys.Zip(judgements, (journey, judgement) => Of(record, nominal, journey, judgement, airports))];
    }

    private static JudgedJourney Of(TravelRecord record, Nominal nominal, Journey journey, TravelJudgement judgement, AirportDirectory airports) => new()
    {
        Reports = [.. journey.Sightings.Select(s => s.Case)],
        Flights = [.. Flights(journey).Select(s => FlightWords.Of(s.Flight, s.From, s.To, s.Departs, s.Arrives, airports))],
        Left = journey.Left,
        Country = Furthest(journey),
        Return = journey.Return ?? AsNotified(record, nominal, judgement, airports),
        Judgement = judgement,
        Breach = Decisions(record, journey).OrderBy(d => d.At).LastOrDefault(),
    };

    /// <summary>Each flight once, by the hit that says most of it.</summary>
    private static IEnumerable<Sighting> Flights(Journey journey) => journey.Sightings
        .GroupBy(s => (s.Flight, s.Departs.Day, s.From, s.To))
        .Select(same => same.FirstOrDefault(s => s.Arrives is not null) ?? same.First());

    /// <summary>Where nothing better is known, the day the person said they would be back.</summary>
    private static KnownReturn? AsNotified(TravelRecord record, Nominal nominal, TravelJudgement judgement, AirportDirectory airports)
    {
        var notified = record.Notified().Concat(nominal.TravelNotified).FirstOrDefault(n => n.Id == judgement.Notification);
        if (notified?.Returns is not { } day)
        {
            return null;
        }

        var point = airports.TryFind(notified.ReturnPoint, out var airport) && airport.InUnitedKingdom ? airport : null;
        return new KnownReturn(LondonDay(day), point?.Code, null, ReturnSource.Notification);
    }

    /// <summary>The whole of the United Kingdom keeps London's time.</summary>
    private static FlightTime LondonDay(DateOnly day) => new(day, LondonTime.Of(LondonTime.StartOf(day)), LondonTime.Of(LondonTime.StartOf(day.AddDays(1)).AddSeconds(-1)));

    private static string? Furthest(Journey journey) =>
        journey.Sightings.LastOrDefault(s => s.ToCountry != Airport.UnitedKingdom)?.ToCountry
        ?? journey.Sightings.FirstOrDefault(s => s.FromCountry != Airport.UnitedKingdom)?.FromCountry;

    private static IEnumerable<BreachDecision> Decisions(TravelRecord record, Journey journey) =>
        from seen in record.Seen
        where seen.Breach is not null && journey.Sightings.Any(s => s.Case == seen.Sighting.Case)
        select seen.Breach;
}
