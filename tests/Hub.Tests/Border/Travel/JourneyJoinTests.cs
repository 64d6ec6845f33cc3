using Hub.Border.Travel;
using static Hub.Tests.Border.Travel.Trip;

namespace Hub.Tests.Border.Travel;

public sealed class JourneyJoinTests
{
    private static readonly Sighting Out1 = Flight("LHR", "BKK", "2026-12-01 21:00", "2026-12-02 15:00");
    private static readonly Sighting Back1 = Flight("BKK", "LHR", "2026-12-14 00:30", "2026-12-14 06:30", "BA10");
    private static readonly Sighting Out2 = Flight("LHR", "CDG", "2026-12-20 09:00", "2026-12-20 11:00", "BA304");

    private static KnownReturn Stated(string day, ReturnSource source) => new(At("LHR", day), null, null, source);

    [Fact]
    public void Out_between_and_back_are_one_journey()
    {
        var between = Flight("BKK", "SGN", "2026-12-05 09:00", flight: "TG550");
        var journey = Joined(Back1, between, Out1);
        Assert.Equal<Sighting>([Out1, between, Back1], journey.Sightings);
        Assert.Equal((Out1, Back1, new KnownReturn(Back1.Arrives!, "LHR", "BA10", ReturnSource.Sighted)), (journey.Out, journey.Back, journey.Return));
        Assert.Equal(Out1.Departs, journey.Left);
    }

    [Fact]
    public void A_second_flight_out_ends_the_first_journey_without_a_return()
    {
        var journeys = Journeys.Join([Out2, Out1]);
        Assert.Equal([Out1, Out2], journeys.Select(j => j.Out));
        Assert.All(journeys, j => Assert.Null(j.Return));
    }

    [Fact]
    public void So_does_a_flight_within_the_country_which_is_a_journey_by_itself()
    {
        var within = Flight("LHR", "EDI", "2026-12-10 09:00", flight: "BA1440");
        var journeys = Journeys.Join([Out1, within, Back1]);
        Assert.Equal([(Out1, null), (null, null), (null, (Sighting?)Back1)], journeys.Select(j => ((Sighting?)j.Out, j.Back)));
        Assert.True(journeys[1].IsDomestic());
    }

    [Theory]
    [InlineData("2026-12-10", "2026-12-10")]
    [InlineData("2026-12-25", null)]
    [InlineData("2026-11-30", null)]
    public void A_stated_return_counts_between_its_departure_and_the_next(string stated, string? kept)
    {
        var journey = Journeys.Join([Out1 with { Return = Stated(stated, ReturnSource.Border) }, Out2])[0];
        Assert.Equal(kept is null ? null : Day(kept), journey.Return?.Lands.Day);
    }

    [Fact]
    public void The_return_is_by_the_best_source()
    {
        var border = Out1 with { Return = Stated("2026-12-10", ReturnSource.Border) };
        var officer = Flight("BKK", "SGN", "2026-12-05 09:00", flight: "TG550") with { Return = Stated("2026-12-11", ReturnSource.Officer) };
        var later = Flight("SGN", "BKK", "2026-12-06 09:00", flight: "TG551") with { Return = Stated("2026-12-12", ReturnSource.Border) };
        Assert.Equal(Day("2026-12-12"), Joined(border, later).Return!.Lands.Day);
        Assert.Equal(Day("2026-12-11"), Joined(border, officer, later).Return!.Lands.Day);
        Assert.Equal(Day("2026-12-14"), Joined(border, officer, later, Back1).Return!.Lands.Day);
    }

    [Fact]
    public void Of_several_officers_words_on_a_return_the_newest_counts_whichever_flight_it_was_said_of()
    {
        var said = new DateTimeOffset(2026, 12, 4, 9, 0, 0, TimeSpan.Zero);
        var newer = Out1 with { Return = Stated("2026-12-14", ReturnSource.Officer) with { SaidAt = said.AddHours(1) } };
        var older = Flight("BKK", "SGN", "2026-12-05 09:00", flight: "TG550") with { Return = Stated("2026-12-11", ReturnSource.Officer) with { SaidAt = said } };

        Assert.Equal(newer.Return, Journeys.Join([newer, older])[0].Return);
        Assert.Equal(newer.Return, Journeys.Join([older, newer])[0].Return);
    }

    [Fact]
    public void Two_hits_of_one_flight_are_one_leg()
    {
        var typed = Flight("LHR", "BKK", "2026-12-01") with { Return = Stated("2026-12-10", ReturnSource.Border) };
        var journey = Joined(typed, Out1);
        Assert.Equal(Out1, journey.Out);
        Assert.Equal<Sighting>([Out1, typed], journey.Sightings);
        Assert.Equal(Day("2026-12-10"), journey.Return!.Lands.Day);
    }

    [Fact]
    public void A_hit_that_knows_only_the_landing_is_the_same_flight_by_its_landing()
    {
        var landing = Flight("BKK", "LHR", new(Day("2026-12-13"), London("2026-12-13 06:30"), London("2026-12-14 06:30")), At("LHR", "2026-12-14 06:30"), "BA10");
        var journey = Joined(Out1, landing, Back1);
        Assert.Equal(Back1, journey.Back);
        Assert.Equal(landing, Joined(Out1, landing).Back);
    }

    [Fact]
    public void Out_and_back_on_one_day_whose_times_are_not_known_go_in_the_order_that_leads_somewhere()
    {
        var dayOut = Flight("LHR", "CDG", "2026-12-01", flight: "BA304");
        var exactBack = Flight("CDG", "LHR", "2026-12-01 20:00", flight: "BA305");
        var landed = Flight("CDG", "LHR", new(Day("2026-11-30"), London("2026-11-30 22:00"), London("2026-12-01 22:00")), At("LHR", "2026-12-01 22:00"), "BA305");
        Assert.Equal((dayOut, exactBack), (Joined(dayOut, exactBack).Out, Joined(dayOut, exactBack).Back));
        Assert.Equal((dayOut, landed), (Joined(dayOut, landed).Out, Joined(dayOut, landed).Back));
    }

    [Fact]
    public void A_flight_back_without_a_known_landing_bounds_it_by_the_longest_flight()
    {
        var lands = Joined(Out1, Back1 with { Arrives = null }).Return!.Lands;
        Assert.Equal((Back1.Departs.Earliest, Back1.Departs.Latest.AddHours(20)), (lands.Earliest, lands.Latest));
    }

    [Fact]
    public void Nobody_travelled_where_nothing_was_seen() => Assert.Empty(Journeys.Join([]));

    [Fact]
    public void The_Republic_of_Ireland_and_Jersey_are_abroad() =>
        Assert.Equal([LegKind.Out, LegKind.Out, LegKind.Domestic, LegKind.Between], new[]
        {
            Flight("BFS", "DUB", "2026-12-01"), Flight("LHR", "JER", "2026-12-01"), Flight("LHR", "BFS", "2026-12-01"), Flight("DUB", "CDG", "2026-12-01"),
        }.Select(s => s.Kind()));
}
