using Hub.Border.Flights;
using static Hub.Tests.Border.Paxlst.PaxlstMessages;

namespace Hub.Tests.Border.Paxlst;

public sealed class FlightTests
{
    private static async Task<Flight> FlightAsync(string flight) => (await ListAsync(Interchange(Ada, flight))).Flight;

    private static string Legs(Flight flight) => string.Join(' ', flight.Legs.Select(leg => $"{leg.From}-{leg.To}"));

    [Fact]
    public async Task A_flight_of_one_hop_has_its_times_on_the_clocks_of_its_airports()
    {
        var flight = await FlightAsync(ToBangkok);

        Assert.Equal("BA9/2026-11-23/LHR", flight.Key);
        var leg = Assert.Single(flight.Legs);
        Assert.Equal(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero), leg.Departs!.Earliest);
        Assert.Equal(new DateTimeOffset(2026, 11, 24, 6, 0, 0, TimeSpan.FromHours(7)), leg.Arrives!.Earliest);
        Assert.True(leg.Departs.IsExact);
    }

    [Theory]
    [InlineData("TDT+20+BA0117A'", "BA117A")]
    [InlineData("TDT+20+BAW9+++BAW'", "BAW9")]
    [InlineData("TDT+20+0009+++BA'", "BA9")]
    [InlineData("TDT+20+9W12'", "9W12")]
    [InlineData("TDT+20+U2 1234'", "U21234")]
    [InlineData("TDT+20+AF986+++BA'", "AF986")]
    [InlineData("TDT+34+ba9'", "BA9")]
    public async Task A_designator_reads_with_or_without_the_carrier_beside_it(string tdt, string designator) =>
        Assert.Equal(designator, (await FlightAsync(tdt + "LOC+125+LHR'DTM+189:2611230900:201'LOC+87+BKK'")).Designator);

    [Theory]
    [InlineData("2611230900:201")]
    [InlineData("202611230900:203")]
    [InlineData("2611230900")]
    [InlineData("261123090000:202")]
    [InlineData("20261123090000:204")]
    [InlineData("202611230900:201")]
    public async Task A_time_reads_in_any_form(string value)
    {
        var flight = await FlightAsync($"TDT+20+BA9'LOC+125+LHR'DTM+189:{value}'LOC+87+BKK'");

        Assert.Equal(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.Zero), flight.Legs[0].Departs!.Earliest);
    }

    [Theory]
    [InlineData("261123:101")]
    [InlineData("20261123:102")]
    public async Task A_day_without_a_time_is_some_time_of_it(string value)
    {
        var flight = await FlightAsync($"TDT+20+BA9'LOC+125+LHR'DTM+189:{value}'LOC+87+BKK'");

        Assert.False(flight.Legs[0].Departs!.IsExact);
        Assert.Equal(new DateOnly(2026, 11, 23), flight.Legs[0].Departs!.Day);
        Assert.Null(flight.Legs[0].Arrives);
    }

    [Theory]
    [InlineData("2400 is the end of the day", "2611232400:201", "2026-11-24 00:00")]
    [InlineData("near centuries", "7511230900:201", "2075-11-23 09:00")]
    [InlineData("near centuries", "7711230900:201", "1977-11-23 09:00")]
    public async Task A_short_year_is_one_near_the_receipt(string why, string value, string expected)
    {
        var flight = await FlightAsync($"TDT+20+BA9'LOC+125+LHR'DTM+189:{value}'LOC+87+BKK'");

        Assert.True(expected == $"{flight.Legs[0].Departs!.Earliest:yyyy-MM-dd HH:mm}", why);
    }

    [Theory]
    [InlineData("several TDTs", "TDT+20+BA9'LOC+92+CDG'DTM+189:2611230900:201'LOC+92+LHR'DTM+232:2611231000:201'TDT+20+BA9'LOC+125+LHR'DTM+189:2611231200:201'LOC+87+BKK'", "CDG-LHR LHR-BKK")]
    [InlineData("pairs under one TDT", "TDT+20+BA9'LOC+92+CDG'DTM+189:2611230900:201'LOC+92+LHR'DTM+232:2611231000:201'LOC+125+LHR'DTM+189:2611231200:201'LOC+87+BKK'", "CDG-LHR LHR-BKK")]
    [InlineData("a chain", "TDT+20+BA9'LOC+92+CDG'DTM+189:2611230900:201'LOC+92+LHR'DTM+232:2611231000:201'DTM+189:2611231200:201'LOC+87+BKK'", "CDG-LHR LHR-BKK")]
    [InlineData("a chain without times", "TDT+20+BA9'LOC+125+LHR'DTM+189:261123:101'LOC+87+BKK'LOC+92+SYD'LOC+130+AKL'", "LHR-BKK BKK-SYD SYD-AKL")]
    [InlineData("departures alone", "TDT+20+BA9'LOC+92+CDG'DTM+189:2611230900:201'LOC+92+LHR'DTM+232:2611231000:201'LOC+92+LHR'DTM+189:2611231200:201'LOC+92+BKK'DTM+189:2611240700:201'LOC+92+SYD'", "CDG-LHR LHR-BKK BKK-SYD")]
    [InlineData("the end said twice", "TDT+20+BA9'LOC+125+LHR'DTM+189:261123:101'LOC+87+BKK'LOC+130+BKK'", "LHR-BKK")]
    [InlineData("border first", "TDT+20+BA9'LOC+125+LHR'DTM+189:2611231200:201'LOC+87+BKK'DTM+232:2611240600:201'LOC+92+CDG'DTM+189:2611230900:201'LOC+92+LHR'DTM+232:2611231000:201'", "CDG-LHR LHR-BKK")]
    [InlineData("not joined", "TDT+20+BA9'LOC+125+LHR'DTM+189:2611231200:201'LOC+87+BKK'TDT+20+BA10'LOC+92+JFK'DTM+189:2611251200:201'LOC+92+LAX'", "LHR-BKK")]
    public async Task A_progressive_flight_has_all_its_hops(string why, string flight, string legs) =>
        Assert.True(legs == Legs(await FlightAsync(flight)), why);

    [Fact]
    public async Task A_flight_of_several_numbers_is_known_by_that_of_the_hop_over_the_border() =>
        Assert.Equal("BA12", (await FlightAsync(
            "TDT+20+QQ877'LOC+92+CDG'DTM+189:2611230900:201'LOC+92+LHR'TDT+20+BA12'LOC+125+LHR'DTM+189:2611231200:201'LOC+87+BKK'")).Designator);

    [Theory]
    [InlineData("", "flight-incomplete")]
    [InlineData("TDT+20+BA9'", "flight-incomplete")]
    [InlineData("TDT+20+BA9'LOC+125+LHR'DTM+189:2611230900:201'", "flight-incomplete")]
    [InlineData("TDT+20+BA9'LOC+125+LHR'LOC+87+BKK'", "flight-undated")]
    [InlineData("TDT+20+BA9'LOC+125+ZZZ'DTM+189:2611230900:201'LOC+87+BKK'", "airport-unknown")]
    [InlineData("TDT+20+BA9'LOC+125+LHR'DTM+189:2611310900:201'LOC+87+BKK'", "flight-time-unreadable")]
    [InlineData("TDT+20+BA9'LOC+125+LHR'DTM+189:18001123:102'LOC+87+BKK'", "flight-time-unreadable")]
    [InlineData("TDT+20+FLIGHT'LOC+125+LHR'DTM+189:2611230900:201'LOC+87+BKK'", "flight-unreadable")]
    public async Task A_flight_that_cannot_be_judged_refuses_the_file(string flight, string code) =>
        Assert.Equal(code, await RefusedAsync(Interchange(Ada, flight)));
}
