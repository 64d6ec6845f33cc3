using Hub.Border.Manifests;
using static Hub.Tests.Border.Manifests.Csv.Reading;

namespace Hub.Tests.Border.Manifests.Csv;

public sealed class CsvFlightTests
{
    private const string Header = "flight,from,to,departs,surname";

    [Fact]
    public async Task Rows_of_several_flights_may_be_mixed_and_each_flight_is_one_list()
    {
        var items = await Manifest($"{Header},type\n{Flight},Moss,\nBA11,LHR,SIN,2026-12-01,Vale,\nBA 009,EGLL,THBKK,01/12/2026 21:30,Reed,P\n{Flight},Oake,crew\n");

        var lists = items.OfType<ManifestItem.Begun>().Select(begun => begun.List).ToArray();
        var travellers = items.OfType<ManifestItem.Listed>().Select(listed => listed.Traveller).ToArray();
        Assert.Equal(["BA9", "BA11", "BA9"], lists.Select(list => list.Flight.Designator));
        Assert.Equal([ListKind.Passengers, ListKind.Passengers, ListKind.Crew], lists.Select(list => list.Kind));
        Assert.All(lists, list => Assert.Equal(ListFunction.Whole, list.Function));
        Assert.Equal([2, 3, 5], lists.Select(list => (int)list.At.Line!));
        Assert.Same(lists[0], travellers[0].List);
        Assert.Same(lists[1], travellers[1].List);
        Assert.Same(lists[0], travellers[2].List);
        Assert.Same(lists[2], travellers[3].List);
        Assert.Same(lists[0].Flight, lists[2].Flight);
    }

    [Theory]
    [InlineData("2026-12-01T21:30", "2026-12-01T21:30:00+00:00")]
    [InlineData("2026-07-01T21:30", "2026-07-01T21:30:00+01:00")]
    [InlineData("2026-12-01T21:30Z", "2026-12-01T21:30:00+00:00")]
    [InlineData("2026-07-01T23:30:00Z", "2026-07-02T00:30:00+01:00")]
    [InlineData("2026-12-02T04:30+07:00", "2026-12-01T21:30:00+00:00")]
    [InlineData("01DEC26 2130", "2026-12-01T21:30:00+00:00")]
    [InlineData("01/12/2026 9:30 PM", "2026-12-01T21:30:00+00:00")]
    public async Task A_departure_is_on_the_clocks_of_its_airport_unless_it_says_its_offset(string written, string expected)
    {
        var items = await Manifest($"{Header}\nBA9,LHR,BKK,{written},Moss\n");

        var departs = Assert.Single(items.OfType<ManifestItem.Begun>()).List.Flight.Legs[0].Departs!;
        var moment = DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture);
        Assert.True(departs.IsExact);
        Assert.Equal((moment, moment.Offset, DateOnly.FromDateTime(moment.DateTime)), (departs.Earliest, departs.Earliest.Offset, departs.Day));
    }

    [Fact]
    public async Task Day_and_time_may_stand_in_columns_of_their_own_and_the_carrier_too()
    {
        var items = await Manifest("airline,flight no,departure airport,arrival airport,departure date,STD,arrival date,STA,surname\nBA,0009,LHR,BKK,1 Dec 2026,2130,2 Dec 2026,15:05,Moss\n");

        var flight = Assert.Single(items.OfType<ManifestItem.Begun>()).List.Flight;
        var leg = Assert.Single(flight.Legs);
        Assert.Equal("BA9/2026-12-01/LHR", flight.Key);
        Assert.Equal(new DateTimeOffset(2026, 12, 1, 21, 30, 0, TimeSpan.Zero), leg.Departs!.Earliest);
        Assert.Equal(new DateTimeOffset(2026, 12, 2, 15, 5, 0, TimeSpan.FromHours(7)), leg.Arrives!.Latest);
    }

    [Fact]
    public async Task A_day_alone_is_known_as_no_more_than_that()
    {
        var departs = Assert.Single((await Manifest($"{Header}\nBA9,LHR,BKK,2026-12-01,Moss\n")).OfType<ManifestItem.Begun>()).List.Flight.Legs[0].Departs!;

        Assert.False(departs.IsExact);
        Assert.Equal(new DateOnly(2026, 12, 1), departs.Day);
    }

    [Fact]
    public async Task Airports_on_the_way_make_legs_and_say_where_a_person_gets_on_and_off()
    {
        var items = await Manifest("flight,from,via,to,departs,arrives,surname,embark,disembark\nQF2,LHR,SIN,SYD,2026-12-01T20:00,2026-12-03T06:00,Moss,SIN,SYD\nQF2,LHR,SIN,SYD,2026-12-01T20:00,2026-12-03T06:00,Vale,EDI,MEL\n");

        var flight = Assert.Single(items.OfType<ManifestItem.Begun>()).List.Flight;
        var travellers = items.OfType<ManifestItem.Listed>().Select(listed => listed.Traveller).ToArray();
        Assert.Equal(["LHR-SIN", "SIN-SYD"], flight.Legs.Select(leg => $"{leg.From}-{leg.To}"));
        Assert.NotNull(flight.Legs[0].Departs);
        Assert.Null(flight.Legs[0].Arrives);
        Assert.NotNull(flight.Legs[1].Arrives);
        Assert.Equal(("SIN", "SYD"), (travellers[0].Boards, travellers[0].Leaves));
        Assert.Equal((null, null), (travellers[1].Boards, travellers[1].Leaves));
    }

    [Fact]
    public async Task Where_passengers_board_and_leave_says_where_the_flight_goes_if_nothing_else_does()
    {
        var items = await Manifest("flight,flight date,origin,destination,surname\nBA9,2026-12-01,LHR,BKK,Moss\n");

        Assert.Equal("BA9/2026-12-01/LHR", Assert.Single(items.OfType<ManifestItem.Begun>()).List.Flight.Key);
    }

    [Theory]
    [InlineData("B?9,LHR,BKK,2026-12-01", "flight-not-read")]
    [InlineData("BA9,ZZZ,BKK,2026-12-01", "airport-unknown")]
    [InlineData("BA9,LHR,LHR,2026-12-01", "airports-same")]
    [InlineData("BA9,LHR,,2026-12-01", "flight-missing")]
    [InlineData("BA9,LHR,BKK,", "departure-missing")]
    [InlineData("BA9,LHR,BKK,21:30", "departure-missing")]
    [InlineData("BA9,LHR,BKK,2026-12-01T25:30", "date-not-read")]
    [InlineData("BA9,LHR,BKK,2026-12-01T21:30+15:00", "date-not-read")]
    [InlineData("BA9,LHR,BKK,0001-01-01T00:00Z", "date-not-read")]
    [InlineData("BA9,LHR,SIN,2026-12-01T21:30", "flight-differs")]
    [InlineData("BA9,LHR,BKK,2026-12-01T21:35", "flight-differs")]
    public async Task A_row_without_a_flight_it_can_be_put_on_is_set_aside(string flight, string code)
    {
        var items = await Manifest($"{Header}\n{Flight},Moss\n{flight},Vale\n");

        var setAside = Assert.Single(items.OfType<ManifestItem.SetAside>());
        Assert.Equal((3, code), ((int)setAside.At.Line!, setAside.Code));
        Assert.Single(items.OfType<ManifestItem.Listed>());
    }

    [Fact]
    public async Task A_landing_before_the_departure_sets_the_row_aside_though_the_date_line_may_turn_the_day_back()
    {
        var items = await Manifest($"{Header},arrives\nNZ990,AKL,APW,2026-12-02T08:00,Moss,2026-12-02T12:00\nHA465,PPG,HNL,2026-12-01T23:00,Vale,2026-12-02T05:30\nNZ6,AKL,HNL,2026-12-02T23:00,Reed,2026-12-02T08:00\nBA9,LHR,BKK,2026-12-02,Oake,2026-12-01\n");

        var setAside = Assert.Single(items.OfType<ManifestItem.SetAside>());
        Assert.Equal((5, "date-impossible"), ((int)setAside.At.Line!, setAside.Code));
    }

    [Fact]
    public async Task A_flight_stated_beside_the_file_need_not_be_in_it()
    {
        var items = await Manifest("surname\nMoss\n", Stated("ba 009", "EGLL", "GBLGW", "2026-12-01", "2026-12-01T23:00"));

        var flight = Assert.Single(items.OfType<ManifestItem.Begun>()).List.Flight;
        Assert.Equal("BA9/2026-12-01/LHR", flight.Key);
        Assert.Equal("LGW", flight.Legs[0].To);
        Assert.NotNull(flight.Legs[0].Arrives);
    }

    [Theory]
    [InlineData("BA9", "LHR", "BKK", "2026-12-01", true)]
    [InlineData("BA9", null, null, "2026-12-01T21:30", true)]
    [InlineData("BA8", "LHR", "BKK", "2026-12-01", false)]
    [InlineData("BA9", "LGW", "BKK", "2026-12-01", false)]
    [InlineData("BA9", "LHR", "SIN", "2026-12-01", false)]
    [InlineData("BA9", "LHR", "BKK", "2026-12-02", false)]
    [InlineData("BA9", "LHR", "BKK", "2026-12-01T21:35", false)]
    public async Task Columns_must_agree_with_what_is_stated_beside_the_file(string? flight, string? from, string? to, string? departs, bool agree)
    {
        var text = $"{Header}\n{Flight},Moss\n";
        if (agree)
        {
            Assert.True(Assert.Single((await Manifest(text, Stated(flight, from, to, departs))).OfType<ManifestItem.Begun>()).List.Flight.Legs[0].Departs!.IsExact);
            return;
        }

        var refused = await Refused(text, Stated(flight, from, to, departs));
        Assert.Equal((2, "flight-not-as-stated"), ((int)refused.At!.Line!, refused.Code));
    }

    [Theory]
    [InlineData("B", null, null, null)]
    [InlineData(null, "ZZZ", null, null)]
    [InlineData(null, null, "London", null)]
    [InlineData(null, null, null, "21:30")]
    [InlineData(null, null, null, "tomorrow")]
    public async Task What_is_stated_and_cannot_be_read_refuses_the_file(string? flight, string? from, string? to, string? departs) =>
        Assert.Equal("stated-flight-invalid", (await Refused($"{Header}\n{Flight},Moss\n", Stated(flight, from, to, departs))).Code);

    [Fact]
    public async Task A_time_in_the_file_is_of_the_day_stated_beside_it()
    {
        var items = await Manifest("surname,std\nMoss,21:30\n", Stated("BA9", "LHR", "BKK", "2026-12-01"));

        Assert.Equal(new DateTimeOffset(2026, 12, 1, 21, 30, 0, TimeSpan.Zero), Assert.Single(items.OfType<ManifestItem.Begun>()).List.Flight.Legs[0].Departs!.Earliest);
    }

    [Fact]
    public async Task A_file_that_gives_no_flight_at_all_is_refused_with_what_is_missing()
    {
        var refused = await Refused("surname,flight,Moss\nMoss,BA9,\n");

        Assert.Equal((1, "flight-missing"), ((int)refused.At!.Line!, refused.Code));
        Assert.Equal("Neither a column nor anything stated beside the file gives: departure airport, arrival airport, departure date. Columns found: surname, flight, (other).", refused.Reason);
    }

    [Fact]
    public async Task More_flights_than_a_file_may_hold_refuse_it()
    {
        var rows = string.Concat(Enumerable.Range(1, 2_001).Select(n => $"BA{n},LHR,BKK,2026-12-01,Moss\n"));

        var refused = await Refused($"{Header}\n{rows}");

        Assert.Equal((2_002, "too-many-flights"), ((int)refused.At!.Line!, refused.Code));
    }
}
