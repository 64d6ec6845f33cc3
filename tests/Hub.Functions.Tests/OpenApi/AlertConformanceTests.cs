namespace Hub.Functions.Tests.OpenApi;

/// <summary>What senders of deported-offender alerts and the police get is what the document says; <see cref="RunningHub"/> checks every answer.</summary>
public sealed class AlertConformanceTests(RunningHub hub) : IClassFixture<RunningHub>
{
    [Fact]
    public async Task The_examples_are_taken_in_as_they_stand_and_read_as_described()
    {
        foreach (var example in new[] { "everything", "little", "withdrawal" })
        {
            var first = await hub.CallAsync("deported_offenders_post", Callers.Interpol, content: RunningHub.Example("deported_offenders_post", example));
            var again = await hub.CallAsync("deported_offenders_post", Callers.Interpol, content: RunningHub.Example("deported_offenders_post", example));

            Assert.Equal((202, first.Text("id")), (again.Status, again.Text("id")));
            Assert.Equal(200, (await AssessedAsync(first.Text("id"))).Status);
        }
    }

    [Fact]
    public async Task A_possible_match_and_a_dispute_are_shown_as_described()
    {
        Assert.Equal(204, (await hub.CallAsync("nominal_put", Callers.Register, "N-2", content: RunningHub.Json("""{"id":"N-2","names":[{"surname":"Ormathwaite","given":["Piers"]}]}"""))).Status);
        var possible = await PostAsync("""{"reference":"X-1","source":"foreignAuthority","authority":"Gendarmerie","alertedAt":"2026-11-22T07:00:00Z","subject":{"surname":"Ormathwaite","given":["Piers"]},"arrival":{"port":"Dover"},"corrects":"X-0","reason":"The name."}""");

        Assert.Equal(["alert-disputed", "match-review", "step-overdue"], (await AssessedAsync(possible)).Body.GetProperty("notices").EnumerateArray().Select(n => n.GetProperty("kind").GetString()).Order());
        var inbox = await hub.CallAsync("notices_list", Callers.Jigsaw(), query: "?recipient=jigsaw");
        Assert.Equal(200, inbox.Status);
    }

    [Fact]
    public async Task What_is_refused_is_refused_as_described()
    {
        var refused = await hub.CallAsync("deported_offenders_post", Callers.Interpol, content: RunningHub.Json("""{"reference":"X-9","source":"interpol","alertedAt":"2027-01-01T00:00:00Z","subject":{"surname":"X","born":"1990"},"arrival":{"port":"CDG","lands":"2019-01-01"},"corrects":"X-9","noFixedAbode":true,"intendedAddress":{"postcode":"N1 9GU"},"deportingState":"GBR","convictions":[{"offence":"x","country":"THA","date":"1980"},{"offence":"x","country":"XX","date":"2030"}]}"""));

        Assert.Equal(422, refused.Status);
        Assert.Equal(
            ["address-contradicts-no-fixed-abode", "alert-in-future", "arrival-long-past", "conviction-before-birth", "conviction-in-future", "not-abroad", "port-outside-uk", "refers-to-itself", "unknown-country"],
            refused.FieldCodes.Order(StringComparer.Ordinal));
    }

    private async Task<string> PostAsync(string alert)
    {
        var answer = await hub.CallAsync("deported_offenders_post", Callers.Interpol, content: RunningHub.Json(alert));
        Assert.Equal(202, answer.Status);
        return answer.Text("id");
    }

    private Task<Answer> AssessedAsync(string id) => Following.AssessedAsync(hub, id);
}
