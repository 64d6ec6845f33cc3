using System.Collections.Immutable;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Hub.Messaging;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Functions.Tests.Flow;

/// <summary>Messages that cannot be worked on are set aside where people see them, and come back to the one that failed.</summary>
public sealed class QuarantineTests : IAsyncLifetime
{
    private const string Unknown = """{"specversion":"1.0","id":"x","source":"/hub","type":"hub.report.accepted.v9","subject":"CASE","time":"2026-11-22T08:00:00Z","data":{}}""";
    private TestHub hub = null!;
    private HttpClient supervisor = null!;

    public async Task InitializeAsync()
    {
        hub = await TestHub.StartAsync();
        supervisor = hub.As("supervisor");
    }

    public async Task DisposeAsync()
    {
        supervisor.Dispose();
        await hub.DisposeAsync();
    }

    [Theory]
    [InlineData("this is no event", "message-unreadable")]
    [InlineData("""{"specversion":"1.0","id":"x","source":"/hub","type":"hub.report.accepted.v2","subject":"8f0d8a52-3a2f-8d5c-8f3b-0c5d2b1a9e77","time":"2026-11-22T08:00:00Z","data":{}}""", "unknown-event-type")]
    [InlineData("""{"specversion":"1.0","id":"x","source":"/hub","type":"hub.report.accepted.v1","subject":"8f0d8a52-3a2f-8d5c-8f3b-0c5d2b1a9e77","time":"2026-11-22T08:00:00Z","data":{}}""", "case-unknown")]
    public async Task A_message_that_can_never_be_worked_on_is_set_aside_with_the_reason(string body, string code)
    {
        await SendAsync(body);

        var item = Assert.Single(await ItemsAsync());
        Assert.Equal((code, "reports", "assess"), (item.Text("code"), item.Text("topic"), item.Text("subscription")));
        Assert.False(item.TryGetProperty("body", out _));
        var health = await hub.Anonymous.GetFromJsonAsync<JsonElement>("health");
        Assert.Equal((1, "needs-attention"), (health.GetProperty("quarantine").GetInt32(), health.Text("status")));
    }

    [Fact]
    public async Task A_replayed_message_reaches_the_one_subscription_that_failed()
    {
        await SendAsync("this is no event");
        var item = Assert.Single(await ItemsAsync());

        Assert.Equal(HttpStatusCode.NoContent, await CloseAsync(item, "replay"));
        await hub.DrainAsync();

        // It fails again, as it must, and is a new item: the old one is closed.
        var again = Assert.Single(await ItemsAsync());
        Assert.NotEqual(item.Text("id"), again.Text("id"));
        Assert.Equal("assess", again.Text("subscription"));
        Assert.Equal(HttpStatusCode.Conflict, await CloseAsync(item, "replay"));
    }

    [Fact]
    public async Task A_discarded_message_is_gone_from_the_list_and_needs_a_reason()
    {
        await SendAsync("this is no event");
        var item = Assert.Single(await ItemsAsync());
        using var without = await supervisor.PostAsync($"api/quarantine/{item.Text("id")}/discard", new StringContent("{}", Encoding.UTF8, "application/json"));
        Assert.Equal(422, (int)without.StatusCode);

        Assert.Equal(HttpStatusCode.NoContent, await CloseAsync(item, "discard"));

        Assert.Empty(await ItemsAsync());
    }

    [Fact]
    public async Task A_report_whose_assessment_failed_for_good_can_be_assessed_after_all()
    {
        var report = await hub.ArrestAsync(new Arrest());
        var subject = report.Text("id");
        await SendAsync(Unknown.Replace("CASE", subject, StringComparison.Ordinal));

        var item = Assert.Single(await ItemsAsync());
        Assert.Equal(subject, item.Text("report"));
        var after = await hub.SettledAsync(new Uri($"api/reports/{subject}", UriKind.Relative));
        Assert.Equal("assessed", after.Text("status"));
        Assert.Contains("message.quarantined", after.Actions());
        Assert.True(after.GetProperty("timelineIntact").GetBoolean());
    }

    private async Task SendAsync(string body)
    {
        await hub.Services.GetRequiredService<IMessageBus>().SendAsync(HubTopology.Reports, [new Message { Id = Guid.NewGuid().ToString(), Body = body, Properties = new Dictionary<string, string> { ["type"] = HubTopology.ReportAccepted }.ToImmutableSortedDictionary() }], CancellationToken.None);
        await hub.DrainAsync();
    }

    private async Task<JsonElement[]> ItemsAsync() =>
        [.. (await supervisor.GetFromJsonAsync<JsonElement>("api/quarantine")).GetProperty("items").EnumerateArray()];

    private async Task<HttpStatusCode> CloseAsync(JsonElement item, string how)
    {
        using var answer = await supervisor.PostAsJsonAsync($"api/quarantine/{item.Text("id")}/{how}", new { rationale = "Looked at it." });
        return answer.StatusCode;
    }
}
