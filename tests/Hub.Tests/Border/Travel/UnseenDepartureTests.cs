using Hub.Border.Travel;
using static Hub.Tests.Border.Travel.Trip;

namespace Hub.Tests.Border.Travel;

public sealed class UnseenDepartureTests
{
    private static readonly Journey Back = Joined(Flight("BKK", "LHR", "2026-12-14 00:30", "2026-12-14 06:30", "BA10"));

    [Theory]
    [InlineData("2026-12-01", "2026-12-14", TravelOutcome.Notified)]
    [InlineData("2026-12-01", null, TravelOutcome.Notified)]
    [InlineData("2026-12-01", "2026-12-12", TravelOutcome.Differs)]
    [InlineData("2026-12-01", "2026-12-30", TravelOutcome.Differs)]
    [InlineData("2026-12-01", "2026-12-10", TravelOutcome.NotNotified)]
    [InlineData("2026-12-15", "2026-12-30", TravelOutcome.NotNotified)]
    [InlineData("2026-08-01", null, TravelOutcome.NotNotified)]
    public void A_return_alone_is_held_against_the_notifications_that_cover_it(string departs, string? returns, TravelOutcome outcome)
    {
        var judgement = Judge(Back, Subject(Notified("2026-07-01 10:00", departs, returns)));
        Assert.Equal(outcome, judgement.Outcome);
        Assert.Contains(judgement.Reasons, r => r.StartsWith("The departure was not seen; flight BA10 from BKK shows that the person was away", StringComparison.Ordinal));
    }

    [Fact]
    public void Its_notice_is_counted_to_the_departure_notified() =>
        Assert.Equal(TravelOutcome.Late, Outcome(Back, Notified("2026-11-29 10:00", "2026-12-01", "2026-12-14")));

    [Fact]
    public void Without_a_notification_it_is_not_notified_where_every_plausible_departure_had_to_be()
    {
        Assert.Equal(TravelOutcome.NotNotified, Outcome(Back));
        Assert.Equal(TravelOutcome.CannotTell, Outcome(Joined(Flight("BKK", "LHR", "2010-12-14 00:30", "2010-12-14 06:30"))));
        Assert.Equal(TravelOutcome.CannotTell, Outcome(Joined(Flight("BKK", "LHR", "2012-09-01 00:30", "2012-09-01 06:30"))));
        Assert.Equal(TravelOutcome.NotRequired, Outcome(Joined(Flight("BKK", "LHR", "2001-05-01 00:30", "2001-05-01 06:30"))));
    }

    [Theory]
    [InlineData("2026-09-01", TravelOutcome.NotNotified)]
    [InlineData("2026-12-01", TravelOutcome.CannotTell)]
    [InlineData("2026-12-15", TravelOutcome.NotRequired)]
    public void The_person_must_be_subject_on_every_plausible_day(string from, TravelOutcome outcome) =>
        Assert.Equal(outcome, Judge(Back, new NotificationDuty([new(Day(from), null)], false, [])).Outcome);

    [Fact]
    public void Two_periods_that_follow_each_other_cover_the_days_between_them()
    {
        var follows = new NotificationDuty([new(Day("2026-12-01"), null), new(Day("2020-01-01"), Day("2026-11-30"))], false, []);
        Assert.Equal(TravelOutcome.NotNotified, Judge(Back, follows).Outcome);
        Assert.Equal(TravelOutcome.CannotTell, Judge(Back, follows with { Periods = [follows.Periods[0], new(Day("2020-01-01"), Day("2026-11-29"))] }).Outcome);
    }

    [Fact]
    public void A_flight_between_foreign_places_shows_an_absence_too()
    {
        var journey = Joined(Flight("DXB", "BKK", "2026-12-14 00:30", flight: "EK384"));
        Assert.Equal(TravelOutcome.NotNotified, Outcome(journey));
        Assert.Equal(TravelOutcome.Notified, Outcome(journey, Notified("2026-11-01 10:00", "2026-12-01", "2026-12-20")));
        Assert.Equal(TravelOutcome.NotNotified, Outcome(journey, Notified("2026-11-01 10:00", "2026-12-01", "2026-12-08")));
    }
}
