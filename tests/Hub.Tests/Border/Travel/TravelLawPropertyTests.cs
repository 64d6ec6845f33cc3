using FsCheck.Fluent;
using Hub.Border.Travel;
using Hub.Time;
using static Hub.Tests.Border.Travel.Properties;

namespace Hub.Tests.Border.Travel;

public sealed class TravelLawPropertyTests
{
    private static readonly DateTimeOffset Law2001 = DateTimeOffset.Parse("2001-05-31T23:00:00Z", null);
    private static readonly DateTimeOffset Law2004 = DateTimeOffset.Parse("2004-04-30T23:00:00Z", null);
    private static readonly DateTimeOffset Law2012 = DateTimeOffset.Parse("2012-08-12T23:00:00Z", null);

    // The law once more, in the plainest words there are.
    private static TravelOutcome Expected(MadeTrip at)
    {
        var notice = at.Departs - at.Given;
        var weekBefore = LondonTime.DateOf(at.Given) <= LondonTime.DateOf(at.Departs).AddDays(-7);
        var (needed, hours, weekCounts) =
            at.Departs < Law2001 ? (int.MaxValue, 0, false)
            : at.Departs < Law2004 ? (8, 24, false)
            : at.Departs < Law2012 ? (3, 24, true)
            : (0, 12, true);
        if (needed == int.MaxValue || (needed > 0 && at.Lands is { } lands && LondonTime.DateOf(lands) < LondonTime.DateOf(at.Departs).AddDays(needed)))
        {
            return TravelOutcome.NotRequired;
        }

        var inTime = weekCounts ? weekBefore || (at.Reason && notice >= TimeSpan.FromHours(hours)) : notice >= TimeSpan.FromHours(hours);
        return inTime ? TravelOutcome.Notified : needed > 0 && at.Lands is null ? TravelOutcome.CannotTell : TravelOutcome.Late;
    }

    [Fact]
    public void Around_every_boundary_the_outcome_is_the_law_in_plain_words() => Hold(MadeTrips, at => at.Outcome == Expected(at));

    [Fact]
    public void What_is_made_reaches_every_outcome_it_can() => Assert.Equal(
        [TravelOutcome.Notified, TravelOutcome.Late, TravelOutcome.NotRequired, TravelOutcome.CannotTell],
        Sample(MadeTrips, 2000).Select(Expected).Distinct().Order());

    [Fact]
    public void More_notice_never_makes_the_outcome_worse() => Hold(
        from at in MadeTrips
        from more in Leads
        from off in Gen.Elements(0, 0, 1)
        select (at, more: more.Duration(), off),
        pair =>
        {
            var notification = pair.at.Notification with { Departs = pair.at.Notification.Departs.AddDays(pair.off) };
            return Badness(Trip.Outcome(pair.at.Journey, notification with { NotifiedAt = pair.at.Given - pair.more }))
                <= Badness(Trip.Outcome(pair.at.Journey, notification));
        });

    private static int Badness(TravelOutcome outcome) => Array.IndexOf(
        [TravelOutcome.NotRequired, TravelOutcome.Notified, TravelOutcome.CannotTell, TravelOutcome.Differs, TravelOutcome.Late, TravelOutcome.NotNotified], outcome);

    [Fact]
    public void An_unrelated_notification_changes_nothing() => Hold(
        from at in MadeTrips
        from days in Gen.Choose(15, 400)
        from sign in Gen.Elements(-1, 1)
        from country in Gen.Elements("THA", "FRA")
        from notified in Gen.Elements(true, false)
        select (at, unrelated: at.Notification with { Id = "TN-9", Departs = at.Notification.Departs.AddDays(sign * days), Country = country }, notified),
        pair =>
        {
            TravelNotification[] own = pair.notified ? [pair.at.Notification] : [];
            return Same(Trip.Judge(pair.at.Journey, Trip.Subject(own)), Trip.Judge(pair.at.Journey, Trip.Subject([.. own, pair.unrelated])));
        });

    [Fact]
    public void Whole_weeks_later_under_the_same_rule_and_the_same_clocks_all_is_the_same()
    {
        var compared = 0;
        Hold(
            from at in MadeTrips
            from years in Gen.Choose(1, 4)
            select (at, later: TimeSpan.FromDays(364 * years)),
            pair =>
            {
                var shifted = pair.at.Shifted(pair.later);
                if (TravelRules.Default.On(LondonTime.DateOf(pair.at.Departs)) != TravelRules.Default.On(LondonTime.DateOf(shifted.Departs))
                    || !pair.at.Moments.Zip(shifted.Moments).All(m => LondonTime.Of(m.First).Offset == LondonTime.Of(m.Second).Offset))
                {
                    return true;
                }

                compared++;
                return pair.at.Outcome == shifted.Outcome;
            });
        Assert.True(compared > 300);
    }

    [Fact]
    public void An_unknown_return_alone_never_makes_a_suspected_breach_under_a_rule_of_length() => Hold(
        MadeTrips.Where(at => at.Departs < Law2012),
        at => Trip.Outcome((at with { Lands = null }).Journey) is TravelOutcome.CannotTell or TravelOutcome.NotRequired
            && (at with { Lands = null }).Outcome is TravelOutcome.CannotTell or TravelOutcome.NotRequired or TravelOutcome.Notified);

    [Fact]
    public void Under_the_rule_of_any_journey_the_return_never_matters_to_the_notice() => Hold(
        MadeTrips.Where(at => at.Departs >= Law2012),
        at => (at with { Lands = null }).Outcome == at.Outcome);

    [Fact]
    public void What_is_said_of_an_uncertain_departure_holds_for_every_moment_of_it() => Hold(
        from at in MadeTrips
        from before in Leads
        from after in Leads
        select (at, earliest: at.Departs - before.Duration(), latest: at.Departs + after.Duration()),
        pair =>
        {
            var uncertain = Trip.Out(Between(pair.earliest, pair.latest), pair.at.Lands is { } lands && lands > pair.latest ? Trip.Exactly(lands) : null);
            var exact = uncertain with { Out = uncertain.Out! with { Departs = Trip.Exactly(pair.at.Departs) } };
            exact = exact with { Sightings = exact.Sightings.SetItem(0, exact.Out!) };
            var truth = Trip.Outcome(exact, pair.at.Notification);
            return Trip.Outcome(uncertain, pair.at.Notification) switch
            {
                TravelOutcome.CannotTell => true,
                TravelOutcome.Notified => truth is TravelOutcome.Notified or TravelOutcome.NotRequired,
                var certain => certain == truth,
            };
        });

    [Fact]
    public void Where_the_clocks_and_calendar_of_the_arrival_stand_changes_nothing() => Hold(
        from at in MadeTrips
        from to in Gen.Elements("APW", "PPG", "SYD")
        from hours in Gen.Choose(10, 30)
        select (at, to, arrives: at.Departs.AddHours(hours)),
        pair =>
        {
            var there = Trip.Airport(pair.to);
            var journey = Trip.Out(Trip.Exactly(pair.at.Departs), pair.at.Lands is { } lands ? Trip.Exactly(lands) : null, pair.to);
            var seen = journey.Out! with { Arrives = Trip.Exactly(TimeZoneInfo.ConvertTime(pair.arrives, there.Zone)) };
            return Trip.Outcome(journey with { Out = seen, Sightings = journey.Sightings.SetItem(0, seen) }, pair.at.Notification with { Country = there.Country }) == pair.at.Outcome;
        });

    private static bool Same(TravelJudgement a, TravelJudgement b) =>
        (a.Outcome, a.Rule, a.Notification) == (b.Outcome, b.Rule, b.Notification) && a.Reasons.SequenceEqual(b.Reasons);
}
