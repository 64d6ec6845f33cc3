using Hub.Border.Flights;
using Hub.Border.Travel;
using static Hub.Tests.Border.Travel.Trip;

namespace Hub.Tests.Border.Travel;

public sealed class NoticeCountingTests
{
    private const string Reason = "Details not known earlier";

    [Theory]
    [InlineData("2026-11-24 00:00", TravelOutcome.Notified)]
    [InlineData("2026-11-24 23:59:59", TravelOutcome.Notified)]
    [InlineData("2026-11-25 00:00", TravelOutcome.Late)]
    public void Seven_days_is_the_same_weekday_of_the_week_before_at_any_hour(string given, TravelOutcome outcome)
    {
        Assert.Equal(outcome, Outcome(Out("2026-12-01 00:00"), Notified(given, "2026-12-01")));
        Assert.Equal(outcome, Outcome(Out("2026-12-01 23:59"), Notified(given, "2026-12-01")));
        Assert.Equal(outcome, Outcome(Out("2026-12-01"), Notified(given, "2026-12-01")));
    }

    [Theory]
    [InlineData("2026-12-01 21:00", "2026-12-01 09:00:00", TravelOutcome.Notified)]
    [InlineData("2026-12-01 21:00", "2026-12-01 09:00:01", TravelOutcome.Late)]
    [InlineData("2010-12-01 21:00", "2010-11-30 21:00:00", TravelOutcome.Notified)]
    [InlineData("2010-12-01 21:00", "2010-11-30 21:00:01", TravelOutcome.Late)]
    public void With_a_reason_the_hours_before_departure_count_to_the_second(string departs, string given, TravelOutcome outcome)
    {
        var lands = Day(departs[..10]).AddDays(9).ToString("yyyy-MM-dd", null);
        Assert.Equal(outcome, Outcome(Out(departs, lands), Notified(given, departs[..10]) with { ShortNoticeReason = Reason }));
        Assert.Equal(TravelOutcome.Late, Outcome(Out(departs, lands), Notified(given, departs[..10])));
    }

    [Theory]
    [InlineData("2003-03-01 21:00:00", TravelOutcome.Notified)]
    [InlineData("2003-03-01 21:00:01", TravelOutcome.Late)]
    public void Under_the_first_rule_24_hours_are_enough_without_a_reason(string given, TravelOutcome outcome) =>
        Assert.Equal(outcome, Outcome(Out("2003-03-02 21:00", "2003-03-20"), Notified(given, "2003-03-02")));

    [Theory]
    [InlineData("2026-03-28 20:00", "2026-03-29 09:00", TravelOutcome.Notified)] // Clocks go forward: 13 on the clock, 12 elapsed.
    [InlineData("2026-03-28 20:01", "2026-03-29 09:00", TravelOutcome.Late)]
    [InlineData("2026-10-24 22:00", "2026-10-25 09:00", TravelOutcome.Notified)] // Clocks go back: 11 on the clock, 12 elapsed.
    [InlineData("2026-10-24 22:01", "2026-10-25 09:00", TravelOutcome.Late)]
    public void Hours_are_elapsed_time_whatever_the_clocks_do(string given, string departs, TravelOutcome outcome) =>
        Assert.Equal(outcome, Outcome(Out(departs), Notified(given, departs[..10]) with { ShortNoticeReason = Reason }));

    [Theory]
    [InlineData("2026-03-22 23:59", "2026-03-29 00:30")]
    [InlineData("2026-03-24 23:59", "2026-03-31 00:30")]
    [InlineData("2026-10-19 23:59", "2026-10-26 00:30")]
    public void Seven_days_across_a_change_of_the_clocks_are_still_seven(string given, string departs) =>
        Assert.Equal(TravelOutcome.Notified, Outcome(Out(departs), Notified(given, departs[..10])));

    [Theory]
    [InlineData("2001-05-31T22:59:59Z", null)]
    [InlineData("2001-05-31T23:00:00Z", "2001-eight-days")]
    [InlineData("2004-04-30T22:59:59Z", "2001-eight-days")]
    [InlineData("2004-04-30T23:00:00Z", "2004-three-days")]
    [InlineData("2012-08-12T22:59:59Z", "2004-three-days")]
    [InlineData("2012-08-12T23:00:00Z", "2012-any-journey")]
    public void The_law_changes_at_midnight_in_London_which_in_summer_is_eleven_at_night_in_UTC(string departs, string? rule)
    {
        var moment = DateTimeOffset.Parse(departs, null);
        Assert.Equal(rule, Judge(Out(Exactly(moment), Exactly(moment.AddDays(30))), Subject()).Rule);
    }

    [Fact]
    public void A_departure_on_a_day_alone_leaves_the_hours_unclear_where_they_matter()
    {
        var journey = Out("2026-12-01");
        var clear = Notified("2026-11-30 12:00", "2026-12-01") with { ShortNoticeReason = Reason };
        Assert.Equal(TravelOutcome.Notified, Outcome(journey, clear));
        Assert.Equal(TravelOutcome.Late, Outcome(journey, clear with { NotifiedAt = London("2026-12-01 12:00") }));
        Assert.Equal(TravelOutcome.CannotTell, Outcome(journey, clear with { NotifiedAt = London("2026-12-01 11:59:59") }));

        var unclear = Judge(journey, Subject(clear with { NotifiedAt = London("2026-11-30 12:01") }));
        Assert.Equal(TravelOutcome.CannotTell, unclear.Outcome);
        Assert.Contains("Whether the notice was in time depends on the time of departure, which is not known well enough.", unclear.Reasons);
        Assert.Equal(TravelOutcome.Differs, Outcome(journey, clear with { NotifiedAt = London("2026-11-30 12:01"), Country = "VNM" }));
    }

    [Fact]
    public void A_departure_worked_out_from_a_landing_may_straddle_the_seventh_day()
    {
        var journey = Out(new FlightTime(Day("2026-12-01"), London("2026-12-01 18:00"), London("2026-12-02 06:00")));
        Assert.Equal(TravelOutcome.Notified, Outcome(journey, Notified("2026-11-24 10:00", "2026-12-01")));
        Assert.Equal(TravelOutcome.CannotTell, Outcome(journey, Notified("2026-11-25 10:00", "2026-12-01")));
        Assert.Equal(TravelOutcome.Late, Outcome(journey, Notified("2026-11-26 10:00", "2026-12-01")));
    }

    [Fact]
    public void A_departure_that_may_lie_on_either_side_of_a_change_of_law_is_judged_only_where_both_agree()
    {
        var either = new FlightTime(Day("2012-08-12"), London("2012-08-12 20:00"), London("2012-08-13 04:00"));
        Assert.Equal(TravelOutcome.NotNotified, Outcome(Out(either, At("LHR", "2012-08-20"))));
        Assert.Equal(TravelOutcome.CannotTell, Outcome(Out(either, At("LHR", "2012-08-14"))));
    }

    [Theory]
    [InlineData("2010-03-03", TravelOutcome.NotRequired)]
    [InlineData("2010-03-04", TravelOutcome.NotNotified)]
    public void Out_on_the_first_and_back_on_the_fourth_is_three_days_at_any_hour(string lands, TravelOutcome outcome)
    {
        Assert.Equal(outcome, Outcome(Out("2010-03-01 00:00", lands + " 23:59")));
        Assert.Equal(outcome, Outcome(Out("2010-03-01 23:59", lands + " 00:00")));
        Assert.Equal(outcome, Outcome(Out("2010-03-01", lands)));
    }

    [Fact]
    public void A_return_that_may_fall_on_either_side_of_midnight_leaves_the_length_open()
    {
        var lands = new FlightTime(Day("2010-03-03"), London("2010-03-03 22:00"), London("2010-03-04 02:00"));
        var judgement = Judge(Out(At("LHR", "2010-03-01 09:00"), lands), Subject());
        Assert.Equal(TravelOutcome.CannotTell, judgement.Outcome);
        Assert.Contains(judgement.Reasons, r => r.EndsWith("and the journey 2 to 3 days long: whether that is the 3 days of the rule cannot be told.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("SYD", "2010-03-04 06:00")]
    [InlineData("APW", "2010-03-05 05:00")]
    [InlineData("PPG", "2010-03-03 20:00")]
    public void Calendars_beyond_the_date_line_change_nothing_in_London(string to, string arrives)
    {
        var journey = Joined(Flight("LHR", to, "2010-03-01 22:30", arrives), Flight(to, "LHR", At(to, arrives), At("LHR", "2010-03-09 23:59"), "BA10"));
        Assert.Equal(TravelOutcome.NotNotified, Outcome(journey));
        Assert.Contains("The return is on Tuesday 9 March 2010, and the journey 8 days long: it is as long as the 3 days of the rule.", Judge(journey, Subject()).Reasons);
    }
}
