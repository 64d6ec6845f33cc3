using System.Text;

namespace Hub.Functions.Tests.OpenApi;

/// <summary>What custody and the desks get is what the document says; <see cref="RunningHub"/> checks every answer.</summary>
public sealed class ReportConformanceTests(RunningHub hub) : IClassFixture<RunningHub>
{
    [Theory]
    [InlineData("everything")]
    [InlineData("noFixedAbode")]
    [InlineData("lookedAfter")]
    public async Task The_examples_are_taken_in_as_they_stand_and_repeated_with_the_same_answer(string example)
    {
        var first = await hub.CallAsync("arrests_post", Callers.Custody, content: RunningHub.Example("arrests_post", example));
        var again = await hub.CallAsync("arrests_post", Callers.Custody, content: RunningHub.Example("arrests_post", example));

        Assert.Equal((202, first.Location, first.Text("id")), (again.Status, again.Location, again.Text("id")));
        Assert.Equal($"/api/reports/{first.Text("id")}", first.Location!.OriginalString);
    }

    [Fact]
    public async Task An_identified_child_is_shown_whole_to_a_supervisor_and_in_part_to_the_team()
    {
        Assert.Equal(204, (await hub.CallAsync("nominal_put", Callers.Register, "N-20417", content: RunningHub.Example("nominal_put", "known"))).Status);
        var id = await PostAsync("everything", "PENY/match");

        var whole = await AssessedAsync(id);
        var part = await hub.CallAsync("report_get", Callers.Yot("Camden"), id);

        Assert.Equal("N-20417", whole.Body.GetProperty("match").GetProperty("nominal").GetString());
        Assert.Equal(["arrest", "missing-child-located", "care-plan-arrest"], Kinds(whole));
        Assert.Equal(["arrest"], Kinds(part));
        Assert.False(part.Body.TryGetProperty("report", out _));
    }

    [Fact]
    public async Task A_child_of_no_fixed_abode_arrested_long_ago_is_shown_with_the_breach()
    {
        var id = await PostAsync("noFixedAbode", "PENY/late", ("2026-11-22T06:40:00+00:00", "2026-11-20T23:00:00+00:00"));
        Assert.Equal(["arrest", "deadline-breached", "residence-unknown"], Kinds(await AssessedAsync(id)).Order());
    }

    [Fact]
    public async Task A_child_under_ten_is_shown_to_childrens_services_for_its_welfare()
    {
        var id = await PostAsync("noFixedAbode", "PENY/young", ("\"age\": 15", "\"age\": 8"));
        Assert.Equal(["child-at-risk", "child-at-risk"], Kinds(await AssessedAsync(id)));
    }

    [Fact]
    public async Task A_possible_match_is_decided_once_with_the_examples()
    {
        Assert.Equal(204, (await hub.CallAsync("nominal_put", Callers.Register, "N-20431", content: RunningHub.Example("nominal_put", "little"))).Status);
        foreach (var (example, outcome) in new[] { ("confirm", "match"), ("reject", "none"), ("more", "possible") })
        {
            var id = await PostAsync("lookedAfter", $"PENY/{example}");
            Assert.Equal("possible", Outcome(await AssessedAsync(id)));

            Assert.Equal(204, (await hub.CallAsync("match_decide", Callers.Desk("Croydon"), id, content: RunningHub.Example("match_decide", example))).Status);
            Assert.Equal(outcome, Outcome(await AssessedAsync(id)));
            Assert.Equal(outcome == "possible" ? null : "already-decided", (await hub.CallAsync("match_decide", Callers.Supervisor, id, content: RunningHub.Example("match_decide", example))).Code);
        }
    }

    [Fact]
    public async Task A_decision_that_cannot_stand_is_refused_as_described()
    {
        await hub.CallAsync("nominal_put", Callers.Register, "N-20431", content: RunningHub.Example("nominal_put", "little"));
        var possible = await PostAsync("lookedAfter", "PENY/refused-decision");
        var none = await PostAsync("noFixedAbode", "PENY/nothing");
        await AssessedAsync(possible);
        await AssessedAsync(none);
        Task<Answer> Decide(string id, string body, bool own = true) => hub.CallAsync("match_decide", own ? Callers.Supervisor : Callers.Desk("Barnet"), id, content: RunningHub.Json(body));

        Assert.Equal("not-a-candidate", (await Decide(possible, """{"decision":"confirm","nominal":"N-1","rationale":"Seen."}""")).Code);
        Assert.Equal(["required", "required"], (await Decide(possible, """{"decision":"confirm"}""")).FieldCodes);
        Assert.Equal(["not-one-of", "required"], (await Decide(possible, """{"decision":"perhaps","rationale":" "}""")).FieldCodes);
        Assert.Equal("nothing-to-decide", (await Decide(none, """{"decision":"reject","rationale":"Seen."}""")).Code);
        Assert.Equal(403, (await Decide(possible, """{"decision":"reject","rationale":"Seen."}""", own: false)).Status);
        Assert.Equal("not-found", (await Decide(Guid.NewGuid().ToString(), """{"decision":"reject","rationale":"Seen."}""")).Code);
    }

    [Fact]
    public async Task The_same_reference_with_other_content_is_a_conflict()
    {
        await PostAsync("noFixedAbode", "PENY/conflict");
        var other = await hub.CallAsync("arrests_post", Callers.Custody, content: Changed("noFixedAbode", "PENY/conflict", ("Brixton", "Streatham")));
        Assert.Equal((409, "reference-conflict"), (other.Status, other.Code));
    }

    [Fact]
    public async Task Everything_wrong_with_a_report_is_said_at_once()
    {
        const string body = """{"reference":"X","arrestBorough":"Atlantis","arrestedAt":"2030-01-01T00:00:00Z","subject":{"born":"2001","sex":"robot","age":999,"pncId":"1","addresses":[{"borough":"Narnia","from":"soon"}]},"offences":[],"responsibleAuthority":"Mordor","riskFlags":[7],"disposal":"a\u0001"}""";
        var refused = await hub.CallAsync("arrests_post", Callers.Custody, content: RunningHub.Json(body));
        var adult = await hub.CallAsync("arrests_post", Callers.Custody, content: Changed("noFixedAbode", "PENY/adult", ("\"age\": 15", "\"age\": 19")));

        Assert.Equal((422, "report-refused"), (refused.Status, refused.Code));
        Assert.Equal(
            ["arrest-in-future", "control-characters", "invalid-identifier", "not-a-date", "not-one-of", "out-of-range", "required", "unknown-authority", "unknown-borough", "wrong-type"],
            refused.FieldCodes.Distinct().Order());
        Assert.Equal(["subject-adult"], adult.FieldCodes);
    }

    [Theory]
    [InlineData("", "empty-body")]
    [InlineData("{", "malformed")]
    [InlineData("""{"a":1,"a":2}""", "duplicate-name")]
    [InlineData("""{"a":[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]}""", "too-deep")]
    public async Task A_body_that_cannot_be_read_is_refused_with_its_code(string body, string code)
    {
        var refused = await hub.CallAsync("arrests_post", Callers.Custody, content: RunningHub.Json(body));
        Assert.Equal((400, code), (refused.Status, refused.Code));
    }

    [Fact]
    public async Task A_body_of_another_type_or_too_large_is_refused()
    {
        using var text = new StringContent("{}", Encoding.UTF8, "text/plain");
        Assert.Equal(415, (await hub.CallAsync("arrests_post", Callers.Custody, content: text)).Status);
        Assert.Equal(413, (await hub.CallAsync("arrests_post", Callers.Custody, content: RunningHub.Json(new string(' ', 524_289)))).Status);
    }

    [Fact]
    public async Task Who_may_not_is_told_so()
    {
        Assert.Equal("token-missing", (await hub.CallAsync("arrests_post", content: RunningHub.Json("{}"))).Code);
        Assert.Equal("token-invalid", (await hub.CallAsync("arrests_post", token: "a.b.c", content: RunningHub.Json("{}"))).Code);
        Assert.Equal("forbidden", (await hub.CallAsync("arrests_post", Callers.Register, content: RunningHub.Json("{}"))).Code);
        var id = await PostAsync("noFixedAbode", "PENY/forbidden");
        await AssessedAsync(id);
        Assert.Equal("forbidden", (await hub.CallAsync("report_get", Callers.Yot("Barnet"), id)).Code);
        Assert.Equal("not-found", (await hub.CallAsync("report_get", Callers.Supervisor, Guid.NewGuid().ToString())).Code);
    }

    private async Task<string> PostAsync(string example, string reference, params (string From, string To)[] changes)
    {
        var answer = await hub.CallAsync("arrests_post", Callers.Custody, content: Changed(example, reference, changes));
        Assert.Equal(202, answer.Status);
        return answer.Text("id");
    }

    private Task<Answer> AssessedAsync(string id) => Following.AssessedAsync(hub, id);

    private static HttpContent Changed(string example, string reference, params (string From, string To)[] changes) =>
        RunningHub.Json(Following.Changed(ApiDocument.Embedded.Example("arrests_post", example), reference, changes));

    private static IEnumerable<string?> Kinds(Answer report) => report.Body.GetProperty("notices").EnumerateArray().Select(n => n.GetProperty("kind").GetString());

    private static string? Outcome(Answer report) => report.Body.GetProperty("match").GetProperty("outcome").GetString();
}
