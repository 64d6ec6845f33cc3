using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Hub.Functions.Tests.DeportedOffenders;

public sealed class CaseListTests : IAsyncLifetime
{
    private CaseHub hub = null!;

    public async Task InitializeAsync() => hub = await CaseHub.StartAsync();

    public async Task DisposeAsync() => await hub.DisposeAsync();

    [Fact]
    public async Task Open_cases_are_listed_by_landing_with_what_they_wait_for()
    {
        var unknown = await hub.OpenAsync("N-1");
        var later = await hub.OpenAsync("N-2", TimeSpan.FromDays(9));
        var sooner = await hub.OpenAsync("N-3", TimeSpan.FromDays(2));

        await hub.Hub.DrainAsync();
        var (items, continuation) = await ListAsync(hub.Supervisor, "");

        Assert.Equal([sooner, later, unknown], items.Select(i => i.Text("id")));
        Assert.Null(continuation);
        var first = items[0];
        Assert.Equal(("N-3", "received", "received and being researched", "high", 1), (first.Text("nominal"), first.Text("state"), first.Text("stateWords"), first.Text("risk"), first.GetProperty("revision").GetInt32()));
        Assert.Equal(("BA10", "LHR", "Tuesday 24 November 2026 at 8:00am"), (first.GetProperty("arrival").Text("flight"), first.GetProperty("arrival").GetProperty("port").Text("code"), first.GetProperty("arrival").GetProperty("lands").Text("words")));
        Assert.Equal(TestHub.Start.AddDays(2), first.GetProperty("arrival").GetProperty("lands").When("earliest"));
        Assert.Equal("research-complete", first.GetProperty("next").Text("move"));
        Assert.NotEqual(0, first.GetProperty("next").GetProperty("missing").GetArrayLength());
        Assert.False(items[2].TryGetProperty("arrival", out _));
        Assert.Equal(["read-deported-offender"], (await hub.LoggedAsync("deported-offenders")).Select(e => e.Action));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    public async Task A_team_sees_page_by_page_the_cases_that_raised_a_notice_for_it(int limit)
    {
        var ids = new List<string>();
        for (var i = 0; i < 5; i++)
        {
            ids.Add(await hub.OpenAsync($"N-{i}", TimeSpan.FromDays(i + 1)));
        }

        await Identity.NoticeAdding.AddAsync(hub.Hub.Services, ids[1], ["jigsaw:brent"]);
        await Identity.NoticeAdding.AddAsync(hub.Hub.Services, ids[4], ["jigsaw:brent"]);
        await hub.Hub.DrainAsync();

        Assert.Equal(ids, await AllAsync(hub.Camden, limit));
        Assert.Equal([ids[1], ids[4]], await AllAsync(hub.Brent, limit));
    }

    [Theory]
    [InlineData("?limit=0")]
    [InlineData("?limit=501")]
    [InlineData("?continuation=nonsense")]
    public async Task A_page_that_cannot_be_asked_for_is_refused(string query)
    {
        using var answer = await hub.Supervisor.GetAsync($"api/deported-offenders{query}");
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    private static async Task<List<string>> AllAsync(HttpClient by, int limit)
    {
        var ids = new List<string>();
        var continuation = "";
        do
        {
            var (items, next) = await ListAsync(by, $"?limit={limit}{continuation}");
            Assert.InRange(items.Count, 0, limit);
            ids.AddRange(items.Select(i => i.Text("id")));
            continuation = next is null ? null : $"&continuation={Uri.EscapeDataString(next)}";
        }
        while (continuation is not null);
        return ids;
    }

    private static async Task<(List<JsonElement> Items, string? Continuation)> ListAsync(HttpClient by, string query)
    {
        var page = await by.GetFromJsonAsync<JsonElement>($"api/deported-offenders{query}");
        return ([.. page.GetProperty("items").EnumerateArray()], page.TryGetProperty("continuation", out var next) ? next.GetString() : null);
    }
}
