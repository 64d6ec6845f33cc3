using System.Text.Json.Nodes;
using Hub.DeportedOffenders.Alerts;
using Hub.Json;
using Hub.Testing.DeportedOffenders;

namespace Hub.Tests.DeportedOffenders.Alerts;

/// <summary>What an alert may say, and everything that is refused, by its path.</summary>
public sealed class AlertReadingTests
{
    [Fact]
    public void An_alert_is_read_with_codes_and_clocks_put_right()
    {
        var alert = Read(new AlertJson());

        Assert.Equal((AlertSource.Interpol, "THA", "THA", RiskLevel.High), (alert.Source, alert.DeportingState, alert.Convictions[0].Country, alert.RiskLevel));
        Assert.Equal(("BA10", "LHR"), (alert.Arrival!.Flight, alert.Arrival.Port));
        Assert.Equal(new DateTimeOffset(2026, 12, 1, 6, 15, 0, TimeSpan.Zero), alert.Arrival.Lands!.Earliest);
        Assert.True(alert.Convictions[0].Sexual);
        Assert.Equal("Camden", alert.IntendedAddress!.Borough);
    }

    [Theory]
    [InlineData("2026-07-01T06:15", "2026-07-01T05:15:00Z", "2026-07-01T05:15:00Z")]
    [InlineData("2026-07-01T06:15:00+02:00", "2026-07-01T04:15:00Z", "2026-07-01T04:15:00Z")]
    [InlineData("2026-06-30T23:30:00Z", "2026-06-30T23:30:00Z", "2026-06-30T23:30:00Z")]
    [InlineData("2026-07-01", "2026-06-30T23:00:00Z", "2026-07-01T22:59:59Z")]
    [InlineData("2026-10-25T01:30", "2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z")]
    public void Landing_is_a_day_a_local_time_or_a_moment(string lands, string earliest, string latest)
    {
        var read = Read(new AlertJson().Landing(lands).With("alertedAt", "2026-06-20T06:00:00Z"), DateTimeOffset.Parse("2026-06-20T08:00:00Z", null)).Arrival!.Lands!;
        Assert.Equal((DateTimeOffset.Parse(earliest, null), DateTimeOffset.Parse(latest, null)), (read.Earliest.ToUniversalTime(), read.Latest.ToUniversalTime()));
    }

    [Fact]
    public void A_moment_just_before_midnight_UTC_in_summer_is_the_next_day_in_London() =>
        Assert.Equal(new DateOnly(2026, 7, 1), Read(new AlertJson().Landing("2026-06-30T23:30:00Z").With("alertedAt", "2026-06-20T06:00:00Z"), DateTimeOffset.Parse("2026-06-20T08:00:00Z", null)).Arrival!.Lands!.Day);

    [Fact]
    public void No_date_no_arrival_no_address_and_no_risk_are_taken_in()
    {
        var alert = Read(new AlertJson().Without("arrival").Without("intendedAddress").Without("risk").Without("convictions").Without("deportingState").Without("authority"));
        Assert.Equal((null, null, null), (alert.Arrival, alert.IntendedAddress, alert.RiskLevel));
        Assert.Null(Read(new AlertJson().Landing(null)).Arrival!.Lands);
        Assert.Null(Read(new AlertJson().With("arrival", new JsonObject())).Arrival);
    }

    [Theory]
    [InlineData("9O24 Eurostar", "St. Pancras International", "QQS")]
    [InlineData("Spirit of Britain", "port of dover", "GBDVR")]
    [InlineData(null, "EGKK", "LGW")]
    public void Trains_and_ships_are_taken_as_written_and_ports_by_name_or_code(string? flight, string port, string code)
    {
        var arrival = Read(new AlertJson().WithArrival("flight", flight).WithArrival("port", port)).Arrival!;
        Assert.Equal((flight, code), (arrival.Flight, arrival.Port));
    }

    public static TheoryData<string, string, string> Refused() => new()
    {
        { """{"arrival":{"port":"ATL4NTIS"}}""", "$.arrival.port", "unknown-port" },
        { """{"arrival":{"port":"LON"}}""", "$.arrival.port", "unknown-port" },
        { """{"arrival":{"port":"CDG"}}""", "$.arrival.port", "port-outside-uk" },
        { """{"arrival":{"port":"JER"}}""", "$.arrival.port", "port-outside-uk" },
        { """{"arrival":{"lands":"2026-11-14"}}""", "$.arrival.lands", "arrival-long-past" },
        { """{"arrival":{"lands":"2028-11-22T09:00"}}""", "$.arrival.lands", "arrival-too-far" },
        { """{"arrival":{"lands":"tomorrow"}}""", "$.arrival.lands", FieldErrorCode.NotADate },
        { """{"arrival":{"lands":"2026-13-01"}}""", "$.arrival.lands", FieldErrorCode.NotADate },
        { """{"arrival":"soon"}""", "$.arrival", FieldErrorCode.WrongType },
        { """{"alertedAt":"2026-11-22T08:02:01Z"}""", "$.alertedAt", "alert-in-future" },
        { """{"alertedAt":"2026-11-22T06:00:00"}""", "$.alertedAt", FieldErrorCode.OffsetMissing },
        { """{"corrects":"INT/2026/1"}""", "$.corrects", "refers-to-itself" },
        { """{"withdraws":"INT/2026/1","reason":"x"}""", "$.withdraws", "refers-to-itself" },
        { """{"withdraws":"INT/2026/0"}""", "$.reason", FieldErrorCode.Required },
        { """{"withdraws":"INT/2026/0","reason":" "}""", "$.reason", FieldErrorCode.Required },
        { """{"withdraws":"INT/2026/0","corrects":"INT/2026/9","reason":"x"}""", "$.withdraws", "corrects-and-withdraws" },
        { """{"noFixedAbode":true}""", "$.intendedAddress", "address-contradicts-no-fixed-abode" },
        { """{"intendedAddress":{"borough":"Atlantis"}}""", "$.intendedAddress.borough", "unknown-borough" },
        { """{"source":"foreignAuthority","authority":null}""", "$.authority", FieldErrorCode.Required },
        { """{"source":"foreignAuthority","authority":"  "}""", "$.authority", FieldErrorCode.Required },
        { """{"source":"gossip"}""", "$.source", FieldErrorCode.NotOneOf },
        { """{"source":null}""", "$.source", FieldErrorCode.Required },
        { """{"deportingState":"Atlantis"}""", "$.deportingState", "unknown-country" },
        { """{"deportingState":"GBR"}""", "$.deportingState", "not-abroad" },
        { """{"subject":null}""", "$.subject", FieldErrorCode.Required },
        { """{"subject":{"born":"1970"}}""", "$.subject.surname", FieldErrorCode.Required },
        { """{"reference":null}""", "$.reference", FieldErrorCode.Required },
        { """{"risk":{"level":"extreme"}}""", "$.risk.level", FieldErrorCode.NotOneOf },
        { """{"convictions":[{"offence":"Rape","country":"Atlantis"}]}""", "$.convictions[0].country", "unknown-country" },
        { """{"convictions":[{"country":"THA"}]}""", "$.convictions[0].offence", FieldErrorCode.Required },
        { """{"convictions":[{"offence":"Rape"}]}""", "$.convictions[0].country", FieldErrorCode.Required },
        { """{"convictions":[{"offence":"Rape","country":"THA","date":"2026-12"}]}""", "$.convictions[0].date", "conviction-in-future" },
        { """{"convictions":[{"offence":"Rape","country":"THA","date":"1969-03"}]}""", "$.convictions[0].date", "conviction-before-birth" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_cannot_be_is_refused_by_its_path(string changes, string path, string code)
    {
        var alert = new AlertJson();
        foreach (var (name, value) in JsonNode.Parse(changes)!.AsObject())
        {
            alert.With(name, value?.DeepClone());
        }

        Assert.Equal((path, code), Assert.Single(alert.Read().Errors));
    }

    [Theory]
    [InlineData("source")]
    [InlineData("alertedAt")]
    public void A_blank_text_is_no_choice_and_no_moment(string field)
    {
        var error = Assert.Single(new AlertJson().With(field, " ").Read().Errors);
        Assert.Equal(($"$.{field}", "required"), (error.Path, error.Code));
    }

    [Fact]
    public void Every_error_is_told_at_once() => Assert.Equal(
        ["alert-in-future", "unknown-port", "arrival-long-past", "address-contradicts-no-fixed-abode"],
        new AlertJson().With("alertedAt", "2027-01-01T00:00:00Z").WithArrival("port", "Atlantis").Landing("2020-01-01").With("noFixedAbode", true).Read().Errors.Select(e => e.Code));

    [Theory]
    [InlineData("2026-11-15")]
    [InlineData("2026-11-15T08:00")]
    [InlineData("2026-11-22T07:59")]
    [InlineData("2028-11-22T08:00")]
    public void Who_landed_in_the_last_seven_days_or_comes_within_two_years_is_taken_in(string lands) => Assert.Empty(new AlertJson().Landing(lands).Read().Errors);

    [Theory]
    [InlineData("2026-11-22")]
    [InlineData("2026")]
    [InlineData("1969")]
    public void A_conviction_that_may_be_neither_in_the_future_nor_before_birth_is_taken_in(string date) => Assert.Empty(new AlertJson().WithConviction("date", date).Read().Errors);

    [Fact]
    public void Of_an_alert_that_withdraws_another_nothing_else_is_read()
    {
        var alert = Read(new AlertJson("INT/2026/2").With("withdraws", "INT/2026/1").With("reason", "Wrong man.").Landing("1999-01-01").WithArrival("port", "Atlantis"));

        Assert.Equal(("INT/2026/1", null, false), (alert.Withdraws, alert.Arrival, alert.Convictions.Any()));
        Assert.Equal("", Read(AlertJson.Withdrawing("INT/2026/1", "INT/2026/2")).Subject.Name.ToString());
    }

    [Fact]
    public void An_alert_that_would_not_fit_beside_others_in_a_case_is_refused_whole()
    {
        var long20 = new JsonArray([.. Enumerable.Range(0, 20).Select(i => (JsonNode)new JsonObject { ["offence"] = new string('是', 500), ["country"] = "THA", ["sentence"] = new string('是', 500) })]);

        Assert.Equal([("$", FieldErrorCode.TooLong)], new AlertJson().With("convictions", long20).Read().Errors);
        Assert.Equal([("$.convictions", FieldErrorCode.TooMany)], new AlertJson().With("convictions", new JsonArray([.. Enumerable.Range(0, 21).Select(_ => (JsonNode)new JsonObject())])).Read().Errors);
    }

    [Fact]
    public void The_person_is_matched_by_the_intended_address_first()
    {
        var read = new AlertJson().WithSubject("addresses", new JsonArray(new JsonObject { ["postcode"] = "N1 9GU" })).Read().Report!;
        Assert.Equal(["NW5 2HS", "N1 9GU"], new DeportedOffenderFeed().Subject(read.Content).Addresses.Select(a => a.Postcode));
    }

    private static DeportedOffenderAlert Read(AlertJson json, DateTimeOffset? now = null)
    {
        var (report, errors) = json.Read(now);
        Assert.Empty(errors);
        return System.Text.Json.JsonSerializer.Deserialize<DeportedOffenderAlert>(report!.Content, HubJson.Options)!;
    }
}
