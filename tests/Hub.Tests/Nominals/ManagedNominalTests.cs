using System.Text.Json;
using Hub.Border.Travel;
using Hub.Json;
using Hub.Nominals;
using Hub.Places;
using Hub.Testing;
using Hub.Tests.Border.Travel;

namespace Hub.Tests.Nominals;

public sealed class ManagedNominalTests
{
    private static readonly TravelPlaces Places = new(Trip.Countries, new AirportDirectory([Trip.Airport("BKK"), Trip.Airport("LHR")]));

    private static Nominal Read(string fields)
    {
        using var document = JsonDocument.Parse($$"""{"id":"N-1","names":[{"surname":"Moss"}],{{fields}}}""");
        Assert.True(NominalJson.TryRead(document.RootElement, A.Moment, null, out var nominal, out var errors, Places), string.Join("; ", errors));
        return nominal;
    }

    private static string[] Refused(string fields)
    {
        using var document = JsonDocument.Parse($$"""{"id":"N-1","names":[{"surname":"Moss"}],{{fields}}}""");
        Assert.False(NominalJson.TryRead(document.RootElement, A.Moment, null, out _, out var errors, Places));
        return [.. errors.Select(e => $"{e.Path} {e.Code}")];
    }

    private static string Travel(string fields) => $$"""
        "travelNotified":[{"id":"TN-1","notifiedAt":"2026-11-01T10:00:00Z","departs":"2026-12-01","country":"THA"{{fields}}}]
        """;

    [Fact]
    public void Periods_travel_and_management_are_read()
    {
        var nominal = Read("""
            "notificationPeriods":[{"from":"2019-03-03"},{"from":"2010-01-01","to":"2010-01-01"}],
            "travelNotified":[{"id":"TN-1","notifiedAt":"2026-11-01T10:00:00+01:00","departs":"2026-12-01","country":"thailand","pointOfArrival":"bkk",
              "otherCountries":["VN","FRA"],"carrier":"EVA Air","returns":"2026-12-01","returnPoint":"Dover docks","shortNoticeReason":"A\nB","withdrawnAt":"2026-11-02T10:00:00Z"}],
            "mappa":{"category":1,"level":3},"rm2000":"veryHigh"
            """);

        Assert.Equal<NotificationPeriod>([new(new(2019, 3, 3), null), new(new(2010, 1, 1), new(2010, 1, 1))], nominal.NotificationPeriods);
        Assert.Equal((new Mappa(1, 3), Rm2000.VeryHigh), (nominal.Mappa, nominal.Rm2000!.Value));
        var travel = Assert.Single(nominal.TravelNotified);
        Assert.Equal(("THA", "BKK", "Dover docks", "EVA Air", "A\nB"), (travel.Country, travel.PointOfArrival, travel.ReturnPoint, travel.Carrier, travel.ShortNoticeReason));
        Assert.Equal<string>(["VNM", "FRA"], travel.OtherCountries);
        Assert.Equal((new DateOnly(2026, 12, 1), new DateOnly(2026, 12, 1)), (travel.Departs, travel.Returns!.Value));
        Assert.Equal((new DateTimeOffset(2026, 11, 1, 9, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 11, 2, 10, 0, 0, TimeSpan.Zero)), (travel.NotifiedAt, travel.WithdrawnAt!.Value));
    }

    [Fact]
    public void What_is_not_given_is_not_known()
    {
        var nominal = Read("\"mappa\":null");
        Assert.True(nominal.NotificationPeriods.IsEmpty && nominal.TravelNotified.IsEmpty && nominal.Mappa is null && nominal.Rm2000 is null);
    }

    [Theory]
    [InlineData("\"notificationPeriods\":[{\"from\":\"2020-01-02\",\"to\":\"2020-01-01\"}]", "$.notificationPeriods[0].to to-before-from")]
    [InlineData("\"notificationPeriods\":[{\"to\":\"2020-01-01\"}]", "$.notificationPeriods[0].from required")]
    [InlineData("\"mappa\":{\"category\":4}", "$.mappa.category out-of-range")]
    [InlineData("\"mappa\":{\"category\":1,\"level\":0}", "$.mappa.level out-of-range")]
    [InlineData("\"mappa\":{\"level\":1}", "$.mappa.category required")]
    [InlineData("\"rm2000\":\"severe\"", "$.rm2000 not-one-of")]
    public void What_contradicts_itself_is_refused_with_its_path(string fields, string error) => Assert.Equal([error], Refused(fields));

    [Theory]
    [InlineData(",\"returns\":\"2026-11-30\"", "$.travelNotified[0].returns returns-before-departs")]
    [InlineData(",\"withdrawnAt\":\"2026-11-01T09:59:59Z\"", "$.travelNotified[0].withdrawnAt withdrawn-before-notified")]
    [InlineData(",\"otherCountries\":[\"Atlantis\"]", "$.travelNotified[0].otherCountries unknown-country")]
    public void Travel_that_contradicts_itself_is_refused_with_its_path(string fields, string error) => Assert.Equal([error], Refused(Travel(fields)));

    [Theory]
    [InlineData("Atlantis", "unknown-country")]
    [InlineData("GBR", "not-abroad")]
    [InlineData("", "required")]
    public void The_country_must_be_one_abroad(string country, string code) =>
        Assert.Equal([$"$.travelNotified[0].country {code}"], Refused(Travel("").Replace("THA", country, StringComparison.Ordinal)));

    [Fact]
    public void A_notification_says_when_it_was_given_and_of_what_departure() => Assert.Equal(
        ["$.travelNotified[0].id required", "$.travelNotified[0].notifiedAt required", "$.travelNotified[0].departs required", "$.travelNotified[0].country required"],
        Refused("\"travelNotified\":[{}]"));

    [Fact]
    public void Two_notifications_cannot_have_one_id()
    {
        const string One = """{"id":"TN-1","notifiedAt":"2026-11-01T10:00:00Z","departs":"2026-12-01","country":"THA"}""";
        Assert.Equal(["$.travelNotified[1].id duplicate-id"], Refused($"\"travelNotified\":[{One},{One}]"));
    }

    [Theory]
    [InlineData(200, false)]
    [InlineData(201, true)]
    public void More_than_200_notifications_are_refused(int count, bool refused)
    {
        var travel = "\"travelNotified\":[" + string.Join(',', Enumerable.Range(0, count).Select(i =>
            $$"""{"id":"TN-{{i}}","notifiedAt":"2026-11-01T10:00:00Z","departs":"2026-12-01","country":"THA"}""")) + "]";
        if (refused)
        {
            Assert.Equal(["$.travelNotified too-many"], Refused(travel));
        }
        else
        {
            Assert.Equal(count, Read(travel).TravelNotified.Length);
        }
    }

    [Fact]
    public void What_the_hub_writes_it_reads_back()
    {
        var written = JsonSerializer.Serialize(A.ManagedNominal("7") with { TravelNotified = [A.ManagedNominal("7").TravelNotified[0] with { OtherCountries = ["VNM"] }] }, HubJson.Options);
        using var document = JsonDocument.Parse(written);
        Assert.True(NominalJson.TryRead(document.RootElement, A.Moment, null, out var nominal, out _, Places));
        Assert.Equal(written, JsonSerializer.Serialize(nominal, HubJson.Options));
    }

    [Fact]
    public void Whoever_is_on_ViSOR_or_in_MAPPA_category_1_may_be_subject()
    {
        var nominal = A.Nominal("7");
        Assert.False(RegisteredSexOffender.MayBeSubject(nominal with { Registers = ["yot", "mappa"], Mappa = new Mappa(2, 3) }));
        Assert.True(RegisteredSexOffender.MayBeSubject(nominal with { Registers = ["yot", "ViSOR"] }));
        Assert.True(RegisteredSexOffender.MayBeSubject(nominal with { VisorReference = "V-1" }));
        Assert.True(RegisteredSexOffender.MayBeSubject(nominal with { Mappa = new Mappa(1, null) }));
    }

    [Fact]
    public void The_duty_of_a_nominal_knows_what_the_register_and_the_hub_were_told()
    {
        var nominal = A.ManagedNominal("7");
        var duty = NotificationDuty.Of(nominal, [nominal.TravelNotified[0] with { Id = "TN-2" }]);
        Assert.Equal(["TN-1", "TN-2"], duty.Notifications.Select(n => n.Id));
        Assert.Equal((nominal.NotificationPeriods, true), (duty.Periods, duty.MayBeSubject));
    }
}
