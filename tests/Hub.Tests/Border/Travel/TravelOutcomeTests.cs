using Hub.Border.Travel;
using static Hub.Tests.Border.Travel.Trip;

namespace Hub.Tests.Border.Travel;

public sealed class TravelOutcomeTests
{
    private static readonly Journey December = Out("2026-12-01 21:00", "2026-12-14 06:00");

    [Fact]
    public void A_journey_notified_in_time_that_agrees_is_notified_and_every_reason_is_a_sentence()
    {
        var duty = new NotificationDuty([new(new DateOnly(2019, 3, 3), null)], false, [Notified("2026-11-22 10:00", "2026-12-01", "2026-12-14")]);

        var judgement = Judge(December, duty);

        Assert.Equal((TravelOutcome.Notified, "2012-any-journey", "TN-1", false), (judgement.Outcome, judgement.Rule, judgement.Notification, judgement.SuspectedBreach));
        Assert.Equal<string>(
            [
                "On Tuesday 1 December 2026 the person was subject to notification requirements (since 3 March 2019).",
                "The rule in force since 13 August 2012 (SI 2004/1220 as amended by SI 2012/1876) asks for notice of any journey outside the United Kingdom, 7 days before departure, or not less than 12 hours with a reasonable excuse.",
                "Notified on Sunday 22 November 2026 at 10:00am: 9 days before departure.",
                "The notice was in time.",
                "What is known of dates, country and point of arrival agrees with what was notified.",
            ],
            judgement.Reasons);
    }

    [Fact]
    public void A_journey_that_nothing_was_notified_of_is_not_notified()
    {
        var judgement = Judge(December, Subject());
        Assert.Equal((TravelOutcome.NotNotified, null, true), (judgement.Outcome, judgement.Notification, judgement.SuspectedBreach));
        Assert.Equal("No notification of this journey was found.", judgement.Reasons[^1]);
    }

    [Fact]
    public void A_notification_six_days_before_without_a_reason_is_late()
    {
        var judgement = Judge(December, Subject(Notified("2026-11-25 00:00", "2026-12-01")));
        Assert.Equal(TravelOutcome.Late, judgement.Outcome);
        Assert.Contains("Notified on Wednesday 25 November 2026 at midnight: 165 hours before departure.", judgement.Reasons);
        Assert.Contains("The notice was late, and no reason for short notice was recorded.", judgement.Reasons);
    }

    [Fact]
    public void A_recorded_reason_for_short_notice_is_for_a_person_to_judge_and_is_not_repeated()
    {
        var judgement = Judge(December, Subject(Notified("2026-11-30 21:00", "2026-12-01") with { ShortNoticeReason = "Funeral of Mr Moss" }));
        Assert.Equal(TravelOutcome.Notified, judgement.Outcome);
        Assert.Contains("A reason for short notice was recorded; the rule accepts that with a reasonable excuse, which a person must judge.", judgement.Reasons);
        Assert.DoesNotContain(judgement.Reasons, reason => reason.Contains("Moss", StringComparison.Ordinal));
    }

    [Fact]
    public void The_other_count_of_the_hours_is_said_where_it_would_matter()
    {
        const string Other = "Counted to the beginning of the day of departure it was less than 12 hours: a person must judge which count holds.";
        Assert.Contains(Other, Judge(December, Subject(Notified("2026-11-30 12:01", "2026-12-01") with { ShortNoticeReason = "Illness" })).Reasons);
        Assert.DoesNotContain(Other, Judge(December, Subject(Notified("2026-11-30 12:00", "2026-12-01") with { ShortNoticeReason = "Illness" })).Reasons);
    }

    [Fact]
    public void A_notification_after_departure_is_late()
    {
        var judgement = Judge(December, Subject(Notified("2026-12-01 21:01", "2026-12-01") with { ShortNoticeReason = "Forgot" }));
        Assert.Equal(TravelOutcome.Late, judgement.Outcome);
        Assert.Contains("Notified on Tuesday 1 December 2026 at 9:01pm: after departure.", judgement.Reasons);
    }

    [Fact]
    public void What_is_late_and_differs_is_late_and_says_what_differs()
    {
        var judgement = Judge(December, Subject(Notified("2026-11-30 09:00", "2026-12-01") with { Country = "VNM" }));
        Assert.Equal(TravelOutcome.Late, judgement.Outcome);
        Assert.Contains(judgement.Reasons, reason => reason.StartsWith("The country differs: notified Vietnam, travelled to Thailand.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2026-12-01", "2026-12-01", TravelOutcome.NotNotified)]
    [InlineData("2026-12-02", null, TravelOutcome.NotRequired)]
    [InlineData("2020-01-01", "2026-11-30", TravelOutcome.NotRequired)]
    public void The_person_must_be_subject_on_the_day_of_departure(string from, string? to, TravelOutcome outcome)
    {
        var judgement = Judge(December, new NotificationDuty([new(Day(from), to is null ? null : Day(to))], true, []));
        Assert.Equal((outcome, outcome == TravelOutcome.NotRequired), (judgement.Outcome, judgement.Rule is null));
    }

    [Fact]
    public void Whoever_may_be_subject_cannot_be_judged_without_a_notification()
    {
        var judgement = Judge(December, PerhapsSubject());
        Assert.Equal((TravelOutcome.CannotTell, false), (judgement.Outcome, judgement.SuspectedBreach));
        Assert.Equal("If the person was subject, it should have been notified and was not.", judgement.Reasons[^1]);
        Assert.Equal(TravelOutcome.Notified, Judge(December, PerhapsSubject(Notified("2026-11-22 10:00", "2026-12-01"))).Outcome);
        Assert.Equal(TravelOutcome.CannotTell, Judge(December, PerhapsSubject(Notified("2026-11-30 10:00", "2026-12-01"))).Outcome);
    }

    [Fact]
    public void Whoever_is_on_no_register_of_sex_offenders_need_not_notify() =>
        Assert.Equal(TravelOutcome.NotRequired, Judge(December, new NotificationDuty([], false, [])).Outcome);

    [Theory]
    [InlineData("2001-05-31 23:59", "2001-08-01", TravelOutcome.NotRequired)]
    [InlineData("2010-03-01 09:00", "2010-03-03", TravelOutcome.NotRequired)]
    [InlineData("2010-03-01 09:00", "2010-03-04", TravelOutcome.NotNotified)]
    [InlineData("2003-03-01 09:00", "2003-03-08", TravelOutcome.NotRequired)]
    [InlineData("2003-03-01 09:00", "2003-03-09", TravelOutcome.NotNotified)]
    [InlineData("2010-03-01 09:00", null, TravelOutcome.CannotTell)]
    [InlineData("2026-03-01 09:00", null, TravelOutcome.NotNotified)]
    [InlineData("2026-03-01 09:00", "2026-03-01", TravelOutcome.NotNotified)]
    public void Whether_a_journey_must_be_notified_is_by_its_length_under_the_rule_of_the_day(string departs, string? lands, TravelOutcome outcome) =>
        Assert.Equal(outcome, Outcome(Out(departs, lands)));

    [Fact]
    public void An_unknown_return_under_a_rule_of_length_does_not_matter_where_all_was_notified()
    {
        Assert.Equal(TravelOutcome.Notified, Outcome(Out("2010-03-08 09:00"), Notified("2010-03-01 12:00", "2010-03-08", "2010-03-09")));
        var late = Judge(Out("2010-03-08 09:00"), Subject(Notified("2010-03-07 12:00", "2010-03-08", "2010-04-09")));
        Assert.Equal(TravelOutcome.CannotTell, late.Outcome);
        Assert.Equal("If the journey is 3 days or longer, the notification was late.", late.Reasons[^1]);
    }

    [Fact]
    public void A_return_that_only_the_traveller_says_does_not_make_a_journey_short()
    {
        var journey = Out("2010-03-01 09:00") with { Return = new KnownReturn(At("LHR", "2010-03-02"), null, null, ReturnSource.Notification) };
        Assert.Equal(TravelOutcome.CannotTell, Outcome(journey));
        Assert.Equal(TravelOutcome.NotRequired, Outcome(journey with { Return = journey.Return! with { Source = ReturnSource.Border } }));
    }

    [Fact]
    public void A_flight_within_the_United_Kingdom_need_not_be_notified()
    {
        var judgement = Judge(Joined(Flight("LHR", "BFS", "2026-12-01 09:00")), Subject());
        Assert.Equal((TravelOutcome.NotRequired, (string?)null), (judgement.Outcome, judgement.Rule));
        Assert.Equal(TravelOutcome.NotNotified, Outcome(Joined(Flight("BFS", "DUB", "2026-12-01 09:00"))));
        Assert.Equal(TravelOutcome.NotNotified, Outcome(Joined(Flight("LHR", "JER", "2026-12-01 09:00"))));
    }

    [Fact]
    public void Crew_must_notify_like_anybody_else()
    {
        var judgement = Judge(Joined(Flight("LHR", "BKK", "2026-12-01 09:00") with { AsCrew = true }), Subject());
        Assert.Equal(TravelOutcome.NotNotified, judgement.Outcome);
        Assert.Contains("The person worked on the flight as crew: the duty to notify is the same.", judgement.Reasons);
    }

    [Fact]
    public void The_first_days_of_a_new_law_are_pointed_out()
    {
        Assert.Contains(Judge(Out("2004-05-09 09:00", "2004-05-20"), Subject()).Reasons, r => r.StartsWith("Regulation 3", StringComparison.Ordinal));
        Assert.DoesNotContain(Judge(Out("2004-05-10 09:00", "2004-05-20"), Subject()).Reasons, r => r.StartsWith("Regulation 3", StringComparison.Ordinal));
    }
}
