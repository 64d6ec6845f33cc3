using System.Collections.Immutable;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Hub.Border.Travel;
using Hub.Cases;
using Hub.Json;
using Hub.Time;
using static Hub.Tests.Border.Travel.Properties;

namespace Hub.Tests.Border.Travel;

public sealed class ManyJourneysPropertyTests
{
    private static readonly DateTimeOffset Start = DateTimeOffset.Parse("2012-07-01T00:00:00Z", null);

    private static readonly string[] Airports = ["LHR", "EDI", "DUB", "CDG", "DXB", "BKK", "HKT"];

    private static Gen<Sighting> Sightings { get; } =
        from @from in Gen.Elements(Airports)
        from to in Gen.Elements(Airports.Where(a => a != @from).ToArray())
        from hour in Gen.Choose(0, 90 * 24)
        from width in Gen.Elements(0, 0, 0, 24, 36)
        from length in Gen.Elements(0, 1, 9, 14)
        from number in Gen.Choose(1, 5)
        from returns in Gen.Choose(-5, 30)
        select Trip.Flight(
            @from,
            to,
            Between(Start.AddHours(hour), Start.AddHours(hour + width)),
            length == 0 ? null : Between(Start.AddHours(hour + width + length), Start.AddHours(hour + width + length)),
            $"BA{number}") with
        {
            Return = returns < 0 ? null : new KnownReturn(Trip.Exactly(Start.AddHours(hour + (24 * returns))), null, null, ReturnSource.Border),
        };

    private static Gen<Sighting[]> Seen { get; } = Some(Sightings).Select(all => all.DistinctBy(s => s.Case).ToArray());

    private static Gen<TravelNotification> Notification { get; } =
        from day in Gen.Choose(0, 100)
        from lead in Leads
        from country in Gen.Elements("THA", "FRA", "IRL", "ARE")
        from returns in Gen.Choose(-5, 20)
        from withdrawn in Gen.Elements(0, 0, 0, 48)
        let departs = Start.AddDays(day)
        select Trip.Notified(departs - lead, LondonTime.DateOf(departs), returns < 0 ? null : LondonTime.DateOf(departs.AddDays(returns))) with
        {
            Country = country,
            WithdrawnAt = withdrawn == 0 ? null : departs - lead + TimeSpan.FromHours(withdrawn),
        };

    private static Gen<TravelNotification[]> Notified { get; } =
        Some(Notification).Select(all => all.Select((n, i) => n with { Id = $"TN-{i}" }).ToArray());

    private static Gen<T[]> Some<T>(Gen<T> one) => Gen.Choose(0, 12).SelectMany(count => one.ArrayOf(count));

    [Fact]
    public void Every_sighting_is_in_exactly_one_journey() => Hold(Seen, seen =>
        Journeys.Join(seen).SelectMany(j => j.Sightings).Select(s => s.Case.Value).Order().SequenceEqual(seen.Select(s => s.Case.Value).Order()));

    [Fact]
    public void The_order_of_sightings_does_not_matter() => Hold(
        from seen in Seen
        from shuffled in Gen.Shuffle(seen)
        select (seen, shuffled),
        pair => Json(Journeys.Join(pair.seen)) == Json(Journeys.Join(pair.shuffled)));

    [Fact]
    public void A_journey_has_at_most_one_flight_out_at_its_start_and_one_back_at_its_end() => Hold(Seen, seen =>
        Journeys.Join(seen).All(j =>
            j.Sightings.Where(s => s.Kind() == LegKind.Out).Select(s => s.Flight).Distinct().Count() <= 1
            && (j.Out is null || j.Sightings[0] == j.Out)
            && (j.Back is null || j.Back.Kind() == LegKind.Back)
            && (j.Return is null || !j.IsDomestic())));

    [Fact]
    public void A_typed_hit_of_every_flight_beside_the_screened_one_changes_no_outcome() => Hold(
        from seen in Seen
        from notified in Notified
        select (seen, notified),
        pair =>
        {
            var typed = pair.seen.Select(s => s with { Case = CaseId.For("manifest-match", s.Case.ToString()) });
            return Judged(pair.seen, pair.notified).Select(j => j.Outcome).SequenceEqual(Judged([.. pair.seen, .. typed], pair.notified).Select(j => j.Outcome));
        });

    [Fact]
    public void The_order_of_notifications_does_not_matter_nor_do_duplicates() => Hold(
        from seen in Seen
        from notified in Notified
        from shuffled in Gen.Shuffle(notified.Concat(notified))
        select (seen, notified, shuffled),
        at => Json(Judged(at.seen, at.notified)) == Json(Judged(at.seen, at.shuffled)));

    [Fact]
    public void The_order_of_journeys_does_not_matter() => Hold(
        from seen in Seen
        from notified in Notified
        let journeys = Journeys.Join(seen).ToArray()
        from shuffled in Gen.Shuffle(journeys)
        select (journeys, shuffled, notified),
        at =>
        {
            var judged = Trip.JudgeAll(at.journeys, Trip.Subject(at.notified));
            var again = Trip.JudgeAll(at.shuffled, Trip.Subject(at.notified));
            return at.shuffled.Select((journey, i) => Json(judged[Array.IndexOf(at.journeys, journey)]) == Json(again[i])).All(same => same);
        });

    [Fact]
    public void No_notification_is_held_against_two_journeys_and_every_judgement_says_why() => Hold(
        from seen in Seen
        from notified in Notified
        select (seen, notified),
        at =>
        {
            var judged = Judged(at.seen, at.notified);
            var used = judged.Select(j => j.Notification).OfType<string>().ToArray();
            return used.Distinct().Count() == used.Length
                && judged.All(j => j.Reasons.Length > 0 && j.Reasons.All(r => r.EndsWith('.') && char.IsUpper(r[0])));
        });

    private static ImmutableArray<TravelJudgement> Judged(IEnumerable<Sighting> seen, TravelNotification[] notified) =>
        Trip.JudgeAll(Journeys.Join(seen), Trip.Subject(notified));

    private static string Json<T>(T value) => JsonSerializer.Serialize(value, HubJson.Options);
}
