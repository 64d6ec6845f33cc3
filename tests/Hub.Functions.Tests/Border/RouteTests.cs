using System.Net;
using System.Text.Json;
using Hub.Testing.Manifests;

namespace Hub.Functions.Tests.Border;

/// <summary>The monitored routes, as a supervisor changes them.</summary>
public sealed class RouteTests : IAsyncLifetime
{
    private static readonly PaxlstManifest ToNewYork = new(Lists.Flight("117", "LHR", "JFK", Lists.Leaves, Lists.Leaves.AddHours(3)), [Lists.Traveller(Offenders.Thornbury)]);

    private BorderHub border = null!;

    public async Task InitializeAsync() => border = await BorderHub.StartAsync(Offenders.Thornbury);

    public async Task DisposeAsync() => await border.DisposeAsync();

    [Fact]
    public async Task A_route_a_supervisor_adds_is_screened_from_the_next_upload_on()
    {
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await border.UploadAsync(Lists.Edifact(ToNewYork))).Status);

        var (status, table) = await ChangeAsync(0, Route("LHR", "United States"));

        Assert.Equal((HttpStatusCode.OK, 1, "supervisor-1"), (status, table.Count("revision"), table.Text("changedBy")));
        Assert.Equal("US", Assert.Single(table.GetProperty("routes").EnumerateArray()).Text("and"));
        Assert.Equal(1, (await border.ScreenAsync(ToNewYork)).GetProperty("hits").Count("count"));
    }

    [Fact]
    public async Task Of_two_supervisors_who_change_one_table_the_second_is_told()
    {
        await ChangeAsync(0, Route("LHR", "US"));

        var (status, problem) = await ChangeAsync(0, Route("LHR", "FR"));

        Assert.Equal((HttpStatusCode.Conflict, "revision-conflict"), (status, problem.Text("code")));
        Assert.Equal("US", Assert.Single((await border.ReadAsync("api/routes")).GetProperty("routes").EnumerateArray()).Text("and"));
    }

    [Fact]
    public async Task Every_change_has_its_supervisor_and_reason_in_the_audit_of_the_table()
    {
        var (_, table) = await ChangeAsync(0, Route("GB", "TH"), Route("LHR", "US"));

        var record = await border.ReadAsync(table.Text("history"));

        Assert.Equal(("record", true), (record.Text("status"), record.GetProperty("timelineIntact").GetBoolean()));
        var change = Assert.Single(record.GetProperty("timeline").EnumerateArray());
        Assert.Equal(("routes.changed", "supervisor-1"), (change.Text("action"), change.Text("by")));
        Assert.Equal("1 added: LHR-US. 3 removed: GB-KH, GB-PH, GB-VN. 1 given another reason: GB-TH. Asked for by the border liaison.", change.Text("description"));
    }

    [Fact]
    public async Task What_is_wrong_with_a_table_is_said_all_at_once()
    {
        var (status, problem) = await ChangeAsync(0, Route("Atlantis", "TH"), Route("LHR", "PER"), Route("GB", "GBR"), Route("GB", "TH"), Route("Thailand", "United Kingdom"));

        Assert.Equal(422, (int)status);
        Assert.Equal(
            [("$.routes[0].between", "unknown-place"), ("$.routes[1].and", "ambiguous-place"), ("$.routes[2].and", "same-place"), ("$.routes[4]", "duplicate-route")],
            problem.Errors());
        Assert.Contains("PE", problem.GetProperty("errors")[1].Text("message"), StringComparison.Ordinal);
        Assert.Equal(0, (await border.ReadAsync("api/routes")).Count("revision"));
    }

    [Fact]
    public async Task Peru_and_Perth_are_told_apart_by_their_other_codes()
    {
        var (_, table) = await ChangeAsync(0, Route("LHR", "Peru"), Route("LHR", "YPPH"));

        Assert.Equal(["PE", "PER"], table.GetProperty("routes").EnumerateArray().Select(r => r.Text("and")));
    }

    [Fact]
    public async Task Without_a_list_nothing_is_changed()
    {
        var (status, problem) = await border.SendAsync(border.Supervisor, HttpMethod.Put, "api/routes", new { });

        Assert.Equal(422, (int)status);
        Assert.Equal([("$.rationale", "required"), ("$.revision", "required"), ("$.routes", "required")], problem.Errors().Order());
    }

    private Task<(HttpStatusCode Status, JsonElement Body)> ChangeAsync(int revision, params object[] routes) =>
        border.SendAsync(border.Supervisor, HttpMethod.Put, "api/routes", new { revision, routes, rationale = "Asked for by the border liaison." });

    private static object Route(string between, string and) => new { between, and, because = "Known risk." };
}
