using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Hub.Functions.Tests.Register;

/// <summary>The register changed over HTTP while others change it and reports are matched.</summary>
public sealed class DeltaFlowTests : IAsyncLifetime
{
    private TestHub hub = null!;

    public async Task InitializeAsync() => hub = await TestHub.StartAsync();

    public async Task DisposeAsync() => await hub.DisposeAsync();

    private async Task<(HttpStatusCode Status, JsonElement Body)> SendAsync(string source, long after, params string[] deltas)
    {
        using var register = hub.As("feed", feed: "register");
        using var content = new StringContent($$"""{"source":"{{source}}","after":{{after}},"deltas":[{{string.Join(',', deltas)}}]}""", Encoding.UTF8, "application/json");
        using var answer = await register.PostAsync("api/register/deltas", content);
        return (answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>());
    }

    private static string Child(long sequence, string id, string surname) =>
        $$"""{"sequence":{{sequence}},"op":"upsert","nominal":{"id":"{{id}}","names":[{"surname":"{{surname}}","given":["Wilhelmina"]}],"born":"2011-05-19","markers":["missing"],"updated":"2026-11-20T10:00:00Z"} }""";

    [Fact]
    public async Task A_report_matched_after_its_delta_was_acknowledged_sees_it()
    {
        var mark = 0L;
        foreach (var surname in new[] { "Featherstonehaugh", "Cholmondeley", "Marjoribanks", "Wriothesley" })
        {
            var (status, _) = await SendAsync("pnc", mark, Child(++mark, $"N-{mark}", surname));
            Assert.Equal(HttpStatusCode.OK, status);

            var report = await hub.ArrestAsync(new Arrest { Subject = new Child { Surname = surname, Given = ["Wilhelmina"], Born = "2011-05-19" } });
            Assert.Equal($"N-{mark}", report.GetProperty("match").GetProperty("nominal").GetString());
        }
    }

    [Fact]
    public async Task Of_many_who_change_fields_of_one_nominal_at_once_every_change_stands()
    {
        const int Writers = 8;
        await SendAsync("pnc", 0, Child(1, "N-1", "Moss"));
        string[] fields = ["occupation", "placeOfBirth", "nationality", "visorReference", "phones", "emails", "registers", "rm2000"];
        string[] values = ["\"Baker\"", "\"Hull\"", "\"GBR\"", "\"V-1\"", "[\"1\"]", "[\"a@b\"]", "[\"yot\"]", "\"low\""];

        var answers = await Task.WhenAll(Enumerable.Range(0, Writers).Select(i =>
            SendAsync($"source-{i}", 0, $$"""{"sequence":1,"op":"change","id":"N-1","updated":"2026-11-21T10:00:00Z","set":{"{{fields[i]}}":{{values[i]}} } }""")));

        Assert.All(answers, a => Assert.Equal((HttpStatusCode.OK, 1), (a.Status, a.Body.GetProperty("changed").GetInt32())));
        using var supervisor = hub.As("supervisor");
        var nominal = await supervisor.GetFromJsonAsync<JsonElement>("api/nominals/N-1?reason=test");
        Assert.All(fields, field => Assert.True(nominal.TryGetProperty(field, out var value) && value.ToString() is not ("" or "[]"), field));
        var history = await supervisor.GetFromJsonAsync<JsonElement>("api/nominals/N-1/history?reason=test");
        Assert.Equal((Writers + 1, true), (history.GetProperty("items").GetArrayLength(), history.GetProperty("intact").GetBoolean()));
    }

    [Fact]
    public async Task Of_one_batch_sent_many_times_at_once_it_is_taken_once()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => SendAsync("pnc", 0, Child(1, "N-1", "Moss"), Child(2, "N-2", "Fern"))));

        Assert.All(answers, a => Assert.Equal((HttpStatusCode.OK, 2), (a.Status, a.Body.GetProperty("mark").GetInt32())));
        Assert.Equal(2, answers.Sum(a => a.Body.GetProperty("changed").GetInt32()));
        Assert.Equal(10, answers.Sum(a => a.Body.GetProperty("skipped").GetInt32()));
    }
}
