using Hub.Border.Travel;
using static Hub.Tests.Border.Travel.Trip;

namespace Hub.Tests.Border.Travel;

public sealed class TravelDifferenceTests
{
    private static readonly TravelNotification Agreeing = Notified("2026-11-01 10:00", "2026-12-01", "2026-12-14") with { PointOfArrival = "BKK" };

    private static readonly Journey Seen = Out("2026-12-01 21:00", "2026-12-14 06:00");

    [Theory]
    [InlineData("2026-12-02")]
    [InlineData("2026-11-30")]
    public void Another_day_of_departure_differs_by_one_day_already(string departs)
    {
        var judgement = Judge(Seen, Subject(Agreeing with { Departs = Day(departs) }));
        Assert.Equal((TravelOutcome.Differs, true), (judgement.Outcome, judgement.SuspectedBreach));
        Assert.Contains(judgement.Reasons, r => r.StartsWith("The departure differs: notified ", StringComparison.Ordinal) && r.EndsWith("travelled on Tuesday 1 December 2026.", StringComparison.Ordinal));
    }

    [Fact]
    public void Another_country_differs_and_may_be_a_connection_where_only_the_first_flight_was_seen()
    {
        var judgement = Judge(Joined(Flight("LHR", "DXB", "2026-12-01 09:00", "2026-12-01 20:00")), Subject(Agreeing));
        Assert.Equal(TravelOutcome.Differs, judgement.Outcome);
        Assert.Contains("The country differs: notified Thailand, travelled to United Arab Emirates. Only the flight out was seen: it may be a connection.", judgement.Reasons);
    }

    [Theory]
    [InlineData("2026-12-02 19:00", TravelOutcome.Notified)]
    [InlineData("2026-12-02 21:00", TravelOutcome.Differs)]
    public void A_connection_within_a_day_of_landing_reaches_the_country_notified(string onward, TravelOutcome outcome) => Assert.Equal(
        outcome,
        Outcome(Joined(Flight("LHR", "DXB", "2026-12-01 09:00", "2026-12-01 20:00"), Flight("DXB", "BKK", onward, flight: "EK384")), Agreeing));

    [Fact]
    public void A_country_named_as_a_further_one_still_differs_and_is_said_to_be_named()
    {
        var judgement = Judge(Out(At("LHR", "2026-12-01 21:00"), to: "SGN"), Subject(Agreeing with { OtherCountries = ["VNM"] }));
        Assert.Equal(TravelOutcome.Differs, judgement.Outcome);
        Assert.Contains(judgement.Reasons, r => r.Contains("It is among the further countries notified, not the first.", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("HKT", TravelOutcome.Differs)]
    [InlineData("BKK", TravelOutcome.Notified)]
    [InlineData("Phuket harbour", TravelOutcome.Notified)]
    [InlineData(null, TravelOutcome.Notified)]
    public void The_point_of_arrival_is_compared_where_both_are_airports(string? point, TravelOutcome outcome) =>
        Assert.Equal(outcome, Outcome(Seen, Agreeing with { PointOfArrival = point }));

    [Fact]
    public void A_connection_within_the_country_reaches_either_airport()
    {
        var journey = Joined(Flight("LHR", "BKK", "2026-12-01 09:00", "2026-12-02 05:00"), Flight("BKK", "HKT", "2026-12-02 09:00", flight: "TG201"));
        Assert.Equal(TravelOutcome.Notified, Outcome(journey, Agreeing with { PointOfArrival = "HKT" }));
        Assert.Equal(TravelOutcome.Notified, Outcome(journey, Agreeing with { PointOfArrival = "BKK" }));
    }

    [Theory]
    [InlineData("2026-12-14", TravelOutcome.Notified)]
    [InlineData("2026-12-13", TravelOutcome.Differs)]
    [InlineData("2026-12-15", TravelOutcome.Differs)]
    [InlineData(null, TravelOutcome.Notified)]
    public void A_return_known_on_another_day_than_notified_differs(string? returns, TravelOutcome outcome) =>
        Assert.Equal(outcome, Outcome(Seen, Agreeing with { Returns = returns is null ? null : Day(returns) }));

    [Fact]
    public void A_difference_says_who_knows_of_the_return()
    {
        var journey = Out("2026-12-01 21:00") with { Return = new KnownReturn(At("LHR", "2026-12-20"), "LHR", null, ReturnSource.Officer) };
        Assert.Contains("The return differs: notified Monday 14 December 2026, by an officer's finding on Sunday 20 December 2026.", Judge(journey, Subject(Agreeing)).Reasons);
    }

    [Fact]
    public void Every_difference_is_said()
    {
        var journey = Joined(Flight("LHR", "HKT", "2026-12-01 21:00") with { Return = new KnownReturn(At("LHR", "2026-12-20"), null, null, ReturnSource.Border) });
        Assert.Equal(3, Judge(journey, Subject(Agreeing with { Departs = Day("2026-12-03") })).Reasons.Count(r => r.Contains("differs:", StringComparison.Ordinal)));
    }
}
