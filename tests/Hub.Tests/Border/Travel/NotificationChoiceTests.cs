using Hub.Border.Travel;
using static Hub.Tests.Border.Travel.Trip;

namespace Hub.Tests.Border.Travel;

public sealed class NotificationChoiceTests
{
    private static readonly Journey Seen = Out("2026-12-01 21:00");

    [Theory]
    [InlineData("2026-12-15", "THA", true)]
    [InlineData("2026-12-16", "THA", false)]
    [InlineData("2026-11-17", "THA", true)]
    [InlineData("2026-11-16", "THA", false)]
    [InlineData("2026-12-04", "FRA", true)]
    [InlineData("2026-12-05", "FRA", false)]
    public void A_notification_belongs_to_a_journey_within_a_window_that_is_smaller_for_another_country(string departs, string country, bool belongs)
    {
        var judgement = Judge(Seen, Subject(Notified("2026-11-01 10:00", departs) with { Country = country }));
        Assert.Equal(belongs ? (TravelOutcome.Differs, "TN-1") : (TravelOutcome.NotNotified, null), (judgement.Outcome, judgement.Notification));
    }

    [Fact]
    public void One_notification_excuses_one_journey_only()
    {
        Journey[] twice = [Out("2026-12-01 09:00", "2026-12-02 09:00"), Out("2026-12-05 09:00", "2026-12-06 09:00")];
        var judgements = JudgeAll(twice, Subject(Notified("2026-11-01 10:00", "2026-12-05")));
        Assert.Equal([TravelOutcome.NotNotified, TravelOutcome.Notified], judgements.Select(j => j.Outcome));

        var both = JudgeAll(twice, Subject(Notified("2026-11-01 10:00", "2026-12-05"), Notified("2026-11-01 10:00", "2026-12-01", id: "TN-2")));
        Assert.Equal([("TN-2", TravelOutcome.Notified), ("TN-1", TravelOutcome.Notified)], both.Select(j => (j.Notification!, j.Outcome)));
    }

    [Fact]
    public void Judgements_come_in_the_order_of_the_journeys_flights_within_the_country_too()
    {
        var domestic = Joined(Flight("LHR", "EDI", "2026-11-30 09:00"));
        Assert.Equal(
            [TravelOutcome.NotNotified, TravelOutcome.NotRequired, TravelOutcome.Notified],
            JudgeAll([Out("2026-12-20 09:00"), domestic, Seen], Subject(Notified("2026-11-01 10:00", "2026-12-01"))).Select(j => j.Outcome));
    }

    [Fact]
    public void A_notification_withdrawn_before_departure_does_not_count_and_is_mentioned()
    {
        var judgement = Judge(Seen, Subject(Notified("2026-11-01 10:00", "2026-12-01") with { WithdrawnAt = London("2026-12-01 21:00") }));
        Assert.Equal((TravelOutcome.NotNotified, null), (judgement.Outcome, judgement.Notification));
        Assert.Contains("A notification of a departure on Tuesday 1 December 2026 was withdrawn or replaced on Tuesday 1 December 2026 at 9:00pm, before departure, and does not count.", judgement.Reasons);
    }

    [Fact]
    public void A_notification_withdrawn_after_departure_counts() =>
        Assert.Equal(TravelOutcome.Notified, Outcome(Seen, Notified("2026-11-01 10:00", "2026-12-01") with { WithdrawnAt = London("2026-12-01 21:01") }));

    [Fact]
    public void One_that_any_source_knows_to_be_withdrawn_is_withdrawn()
    {
        var given = Notified("2026-11-01 10:00", "2026-12-01");
        Assert.Equal(TravelOutcome.NotNotified, Outcome(Seen, given, given with { WithdrawnAt = London("2026-11-02 10:00") }));
    }

    [Theory]
    [InlineData("2026-12-01 09:00", TravelOutcome.Notified)]
    [InlineData("2026-12-01 09:01", TravelOutcome.Late)]
    public void What_was_notified_in_time_may_be_changed_until_the_hours_of_short_notice(string changed, TravelOutcome outcome)
    {
        var first = Notified("2026-11-01 10:00", "2026-12-02", "2026-12-10") with { WithdrawnAt = London(changed) };
        var second = Notified(changed, "2026-12-01", id: "TN-2");
        var judgement = Judge(Seen, Subject(first, second));
        Assert.Equal((outcome, "TN-2"), (judgement.Outcome, judgement.Notification));
        Assert.Equal(outcome == TravelOutcome.Notified, judgement.Reasons.Any(r => r.EndsWith("a change may be given until 12 hours before departure (SI 2004/1220, regulation 7).", StringComparison.Ordinal)));
        Assert.Equal(TravelOutcome.Late, Outcome(Seen, first with { NotifiedAt = London("2026-11-26 10:00") }, second));
    }

    [Fact]
    public void Of_two_that_stand_the_nearer_one_counts()
    {
        var near = Notified("2026-11-29 10:00", "2026-12-01", id: "TN-2");
        Assert.Equal(TravelOutcome.Late, Outcome(Seen, Notified("2026-11-01 10:00", "2026-12-10"), near));
        Assert.Equal(TravelOutcome.Notified, Outcome(Seen, Notified("2026-11-01 10:00", "2026-12-01"), near));
    }

    [Fact]
    public void A_plan_given_while_away_is_for_another_journey()
    {
        Assert.Equal(TravelOutcome.NotNotified, Outcome(Seen, Notified("2026-12-03 10:00", "2026-12-10")));
        Assert.Equal(TravelOutcome.Late, Outcome(Seen, Notified("2026-12-03 10:00", "2026-12-01")));
    }
}
