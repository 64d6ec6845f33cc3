namespace Hub.Functions.Tests.OpenApi;

/// <summary>What the register's keeper and those who read it get is what the document says; <see cref="RunningHub"/> checks every answer.</summary>
public sealed class RegisterConformanceTests(RunningHub hub) : IClassFixture<RunningHub>
{
    private static string Person(string id, string more = "") => $$"""{"id":"{{id}}","names":[{"surname":"Ashdown"}],"updated":"2026-11-20T17:30:00Z"{{more}}}""";

    private Task<Answer> Put(string id, string body) => hub.CallAsync("nominal_put", Callers.Register, id, content: RunningHub.Json(body));

    private Task<Answer> Merge(string id, string into) =>
        hub.CallAsync("nominal_merge", Callers.Supervisor, id, content: RunningHub.Json($$"""{"into":"{{into}}","rationale":"Entered twice."}"""));

    private Task<Answer> Split(string id) => hub.CallAsync("nominal_split", Callers.Supervisor, id, content: RunningHub.Json("""{"rationale":"Two people."}"""));

    private Task<Answer> Send(string body) => hub.CallAsync("register_deltas", Callers.Register, content: RunningHub.Json(body));

    [Fact]
    public async Task Deltas_are_taken_once_and_their_mark_is_told()
    {
        Task<Answer> First() => hub.CallAsync("register_deltas", Callers.Register, content: RunningHub.Example("register_deltas", "first"));
        Assert.Equal(0, (await hub.CallAsync("register_mark", Callers.Register, part: "visor")).Body.GetProperty("mark").GetInt64());
        var taken = await First();
        var again = await First();

        Assert.Equal((200, 6, 6, 0), (taken.Status, taken.Number("mark"), taken.Number("changed"), taken.Number("skipped")));
        Assert.Equal((200, 6, 0, 6), (again.Status, again.Number("mark"), again.Number("changed"), again.Number("skipped")));
        Assert.Equal(6, (await hub.CallAsync("register_mark", Callers.Register, part: "visor")).Number("mark"));
        Assert.Equal(404, (await hub.CallAsync("register_mark", Callers.Register, part: "Not:one")).Status);
        var gap = await Send("""{"source":"visor","after":9,"deltas":[{"sequence":10,"op":"split","id":"V-801"}]}""");
        Assert.Equal((409, "deltas-missing"), (gap.Status, gap.Code));
    }

    [Fact]
    public async Task Everything_wrong_with_deltas_is_told_by_path_and_nothing_is_applied()
    {
        var refused = await Send("""
            {"source":"Not a source","deltas":[{"sequence":2,"op":"upsert","nominal":{"id":"B-1","pncId":"1"}},{"sequence":2,"op":"change","id":"B-1","set":5},{"op":"dance"},
              {"sequence":9,"op":"change","id":"B-1","updated":"2026-11-21T09:00:00Z","set":{"occupation":"\ud800"}}]}
            """);
        Assert.Equal(422, refused.Status);
        Assert.Contains("invalid-source", refused.FieldCodes);
        Assert.Contains("sequence-not-rising", refused.FieldCodes);
        Assert.Contains("invalid-identifier", refused.FieldCodes);
        Assert.Contains("not-one-of", refused.FieldCodes);
        Assert.Contains("invalid-text", refused.FieldCodes);

        var unknown = await Send($$"""{"source":"b","after":0,"deltas":[{"sequence":1,"op":"upsert","nominal":{{Person("B-2")}}},{"sequence":2,"op":"end","id":"B-9","at":"2026-11-21T09:00:00Z"},{"sequence":3,"op":"change","id":"B-2","updated":"2026-11-21T09:00:00Z","set":{"sex":"x"} }]}""");
        Assert.Equal(["unknown-nominal", "not-one-of"], unknown.FieldCodes);
        Assert.Equal(404, (await hub.CallAsync("nominal_get", Callers.Supervisor, "B-2", "?reason=Checking")).Status);
        Assert.Equal(0, (await hub.CallAsync("register_mark", Callers.Register, part: "b")).Number("mark"));
    }

    [Fact]
    public async Task A_record_merged_away_is_answered_by_the_other_until_it_is_split()
    {
        await Put("M-1", Person("M-1"));
        await Put("M-2", Person("M-2"));
        Assert.Equal(204, (await Merge("M-1", "M-2")).Status);
        Assert.Equal(204, (await Merge("M-1", "M-2")).Status);

        Assert.Equal("M-2", (await hub.CallAsync("nominal_get", Callers.Supervisor, "M-1", "?reason=Checking")).Text("id"));
        Assert.Equal("M-2", (await hub.CallAsync("travel_get", Callers.Supervisor, "M-1", "?reason=Checking")).Text("nominal"));
        Assert.Equal((409, "nominal-merged"), ((await Put("M-1", Person("M-1", ""","occupation":"Baker" """))).Status, (await Put("M-1", Person("M-1"))).Code));
        Assert.Equal("nominal-merged", (await hub.CallAsync("nominal_end", Callers.Register, "M-1")).Code);

        Assert.Equal(204, (await Split("M-1")).Status);
        Assert.Equal("M-1", (await hub.CallAsync("nominal_get", Callers.Supervisor, "M-1", "?reason=Checking")).Text("id"));
        Assert.Equal((409, "not-merged"), ((await Split("M-1")).Status, (await Split("M-1")).Code));
    }

    [Fact]
    public async Task A_merge_that_makes_no_sense_is_refused_with_the_reason()
    {
        foreach (var id in new[] { "C-1", "C-2", "C-3", "C-4" })
        {
            await Put(id, Person(id));
        }

        await hub.CallAsync("nominal_end", Callers.Register, "C-4");
        Assert.Equal(["merged-into-itself"], (await Merge("C-1", "C-1")).FieldCodes);
        Assert.Equal(["unknown-nominal"], (await Merge("C-1", "C-9")).FieldCodes);
        Assert.Equal(["nominal-ended"], (await Merge("C-1", "C-4")).FieldCodes);
        Assert.Equal((404, 409), ((await Merge("C-9", "C-1")).Status, (await Merge("C-4", "C-1")).Status));
        await Merge("C-1", "C-2");
        await Merge("C-2", "C-3");
        Assert.Equal(["merged-in-a-circle"], (await Merge("C-3", "C-1")).FieldCodes);
        Assert.Equal("nominal-merged", (await Merge("C-1", "C-3")).Code);
        Assert.Equal("C-3", (await hub.CallAsync("nominal_get", Callers.Supervisor, "C-1", "?reason=Checking")).Text("id"));
        Assert.Equal(404, (await Split("C-9")).Status);
    }

    [Fact]
    public async Task The_history_tells_old_and_new_values_and_that_nothing_was_altered()
    {
        await Put("H-1", Person("H-1", ""","orders":[{"kind":"notification-order","from":"2026-01-01"}],"responsible":{"borough":"London Borough of Camden","officer":"214 EK"}"""));
        await Put("H-1", Person("H-1", ""","responsible":{"borough":"Brent"},"provisional":true,"mergedInto":"H-2" """));
        Assert.Equal("nominal-stale", (await Put("H-1", """{"names":[{"surname":"Old"}],"updated":"2026-11-20T17:29:59Z"}""")).Code);
        Assert.Equal(["not-a-london-borough"], (await Put("H-1", Person("H-1", ""","responsible":{"borough":"Leeds"}"""))).FieldCodes);

        var history = await hub.CallAsync("nominal_history", Callers.Auditor, "H-1", "?reason=Checking&limit=1");
        var change = history.Body.GetProperty("items")[0];
        Assert.True(history.Body.GetProperty("intact").GetBoolean());
        Assert.Equal(
            ["$.orders[0]", "$.responsible.borough brent", "$.responsible.officer"],
            change.GetProperty("changes").EnumerateArray().Select(c => $"{c.GetProperty("path").GetString()} {(c.TryGetProperty("new", out var now) ? now.GetString() : "")}".Trim()));
        var first = await hub.CallAsync("nominal_history", Callers.Auditor, "H-1", $"?reason=Checking&limit=1&continuation={history.Text("continuation")}");
        Assert.Equal("added", first.Body.GetProperty("items")[0].GetProperty("kind").GetString());
        Assert.Equal(404, (await hub.CallAsync("nominal_history", Callers.Auditor, "H-9", "?reason=Checking")).Status);
        Assert.Equal(400, (await hub.CallAsync("nominal_history", Callers.Auditor, "H-1")).Status);
    }
}
