using System.Text.Json;
using Hub.Auditing;
using Hub.Border.Flights;
using Hub.Border.Routes;
using Hub.Json;
using Hub.Places;
using Hub.Testing.Border;

namespace Hub.Tests.Border.Routes;

public sealed class MonitoredRouteTests : IDisposable
{
    private static readonly Actor Supervisor = new("sup-1", "supervisor");
    private readonly BorderWorld world = new([]);

    public void Dispose() => world.Dispose();

    private static Flight Flight(params string[] stops) => Flown.Flight("BA9", [.. stops.Select((s, i) => $"{s} 2026-12-{i + 1:D2}")]);

    private static bool Covers(string between, string and, params string[] stops) =>
        new RouteMap([new MonitoredRoute(between, and, "Test.")], AirportDirectory.Default, CountryDirectory.Default).Covers(Flight(stops));

    [Fact]
    public void A_route_is_monitored_in_both_directions_by_country_or_airport()
    {
        Assert.True(Covers("GB", "TH", "LHR", "BKK"));
        Assert.True(Covers("GB", "TH", "BKK", "MAN"));
        Assert.True(Covers("LHR", "TH", "HKT", "LHR"));
        Assert.False(Covers("LHR", "TH", "HKT", "LGW"));
        Assert.True(Covers("LHR", "BKK", "BKK", "LHR"));
        Assert.False(Covers("GB", "TH", "LHR", "JFK"));
        Assert.False(Covers("GB", "TH", "CDG", "BKK"));
    }

    [Fact]
    public void A_flight_of_several_stages_is_covered_where_any_two_of_its_stops_are()
    {
        Assert.True(Covers("GB", "TH", "LHR", "DXB", "BKK"));
        Assert.True(Covers("GB", "AE", "LHR", "DXB", "BKK"));
        Assert.True(Covers("AE", "TH", "LHR", "DXB", "BKK"));
        Assert.False(Covers("GB", "SG", "LHR", "DXB", "BKK"));
    }

    [Fact]
    public void A_two_letter_end_is_a_country_and_a_three_letter_one_an_airport_also_where_both_exist()
    {
        // PER is Perth in Australia and alpha-3 of Peru; ALB is Albany in New York and alpha-3 of Albania.
        Assert.True(Covers("GB", "PER", "LHR", "PER"));
        Assert.False(Covers("GB", "PER", "LHR", "LIM"));
        Assert.True(Covers("GB", "PE", "LHR", "LIM"));
        Assert.False(Covers("GB", "AL", "LHR", "ALB"));
        Assert.True(Covers("GB", "AL", "LHR", "TIA"));
    }

    [Fact]
    public async Task The_table_as_shipped_holds_until_a_supervisor_changes_it()
    {
        Assert.Equal(0, (await world.Routes.ReadAsync(default)).Revision);

        var changed = await world.Routes.ReplaceAsync([new MonitoredRoute("LHR", "TH", "Risk.")], 0, "Less is enough.", Supervisor, default);

        Assert.Equal((1, Supervisor, "Less is enough."), (changed!.Revision, changed.ChangedBy, changed.Rationale));
        Assert.Equal<MonitoredRoute>([new MonitoredRoute("LHR", "TH", "Risk.")], (await world.Routes.ReadAsync(default)).Routes);
        var entry = Assert.Single(world.Store.Audit);
        Assert.Equal("1 added: LHR-TH. 4 removed: GB-TH, GB-KH, GB-PH, GB-VN. Less is enough.", entry.Description);
    }

    [Fact]
    public async Task Of_two_who_change_one_revision_the_second_changes_nothing()
    {
        Assert.NotNull(await world.Routes.ReplaceAsync([], 0, "First.", Supervisor, default));
        Assert.Null(await world.Routes.ReplaceAsync([new MonitoredRoute("LHR", "TH", "Risk.")], 0, "Second.", Supervisor, default));
        Assert.Empty((await world.Routes.ReadAsync(default)).Routes);

        world.Store.Meanwhile = () => world.Routes.ReplaceAsync([], 1, "Faster.", Supervisor, default).GetAwaiter().GetResult();
        Assert.Null(await world.Routes.ReplaceAsync([new MonitoredRoute("LHR", "TH", "Risk.")], 1, "Slower.", Supervisor, default));
        Assert.Equal("Faster.", (await world.Routes.ReadAsync(default)).Rationale);
    }

    [Fact]
    public async Task The_largest_table_fits_its_commit_and_its_audit_entry_names_some()
    {
        var codes = from a in "ABCDEFGHIJKLMNOPQRSTUVWXYZ" from b in "ABCDEFGHIJKLMNOPQRSTUVWXYZ" from c in "ABCD" select $"{a}{b}{c}";
        var changed = await world.Routes.ReplaceAsync([.. codes.Take(MonitoredRoutes.MaxRoutes).Select(c => new MonitoredRoute("LHR", c, new string('x', 500)))], 0, new string('y', 2000), Supervisor, default);
        Assert.Equal(MonitoredRoutes.MaxRoutes, changed!.Routes.Length);
        Assert.InRange(world.Store.Audit[0].Description.Length, 2000, 2600);
        Assert.Contains("2000 added: ", world.Store.Audit[0].Description, StringComparison.Ordinal);
    }

    private static (RouteChange Change, string[] Codes) Read(object body)
    {
        var fields = new JsonFields(JsonSerializer.SerializeToElement(body));
        var change = new RouteReading(AirportDirectory.Default, CountryDirectory.Default).Read(fields);
        return (change, [.. fields.Errors.Select(e => $"{e.Path} {e.Code}")]);
    }

    [Fact]
    public void Ends_are_read_as_countries_by_code_or_name_and_airports_by_any_code()
    {
        var (change, codes) = Read(new
        {
            revision = 3,
            rationale = "Risk.",
            routes = new[] { new { between = "Thailand", and = "EGLL", because = "x" }, new { between = "tha", and = "Lhr", because = "x" }, new { between = "GB", and = "KH", because = "x" } },
        });
        Assert.Equal(["TH-LHR", "TH-LHR", "GB-KH"], change.Routes.Select(r => $"{r.Between}-{r.And}"));
        Assert.Equal(["$.routes[1] duplicate-route"], codes);
        Assert.Equal(3, change.Revision);
    }

    [Theory]
    [InlineData("PER", "LHR", "$.routes[0].between ambiguous-place")]
    [InlineData("LHR", "alb", "$.routes[0].and ambiguous-place")]
    [InlineData("LHR", "Atlantis", "$.routes[0].and unknown-place")]
    [InlineData("LHR", "EGLL", "$.routes[0].and same-place")]
    [InlineData("", "LHR", "$.routes[0].between required")]
    public void What_cannot_be_a_route_is_refused_with_its_place(string between, string and, string refused) =>
        Assert.Equal([refused], Read(new { revision = 0, rationale = "x", routes = new[] { new { between, and, because = "x" } } }).Codes);

    [Fact]
    public void The_same_route_the_other_way_round_is_a_duplicate() =>
        Assert.Equal(["$.routes[1] duplicate-route"], Read(new { revision = 0, rationale = "x", routes = new[] { new { between = "GB", and = "TH", because = "x" }, new { between = "TH", and = "GB", because = "x" } } }).Codes);

    [Fact]
    public void All_that_is_missing_is_said_at_once() =>
        Assert.Equal(["$.routes required", "$.revision required", "$.rationale required"], Read(new { }).Codes);

    [Fact]
    public void No_route_at_all_is_a_choice() => Assert.Empty(Read(new { revision = 0, rationale = "x", routes = Array.Empty<object>() }).Codes);
}
