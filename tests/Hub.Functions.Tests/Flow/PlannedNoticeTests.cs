using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Hub.Auditing;
using Hub.Cases;
using Hub.Functions.Tests.OpenApi;
using Hub.Notices;
using Hub.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Functions.Tests.Flow;

/// <summary>A notice planned for later, from the inbox of the team it is for.</summary>
public sealed class PlannedNoticeTests : IAsyncLifetime
{
    private static readonly NoticeDraft Draft = new()
    {
        Kind = NoticeKind.MissingChildLocated,
        Recipient = "yot:barnet",
        Title = "A missing child is in custody",
        Reason = "The child lives in Barnet.",
        Content = A.Json("""{"custodyRecord":"01GH/2231/26","station":"Holborn","seenAt":"2026-11-22T07:00:00Z","nominal":"N-1","subject":{"name":"Jon","sex":"male"}}"""),
        NotBefore = TestHub.Start.AddHours(6),
    };

    private TestHub hub = null!;
    private HttpClient barnet = null!;
    private Uri report = null!;

    public async Task InitializeAsync()
    {
        hub = await TestHub.StartAsync();
        barnet = hub.As("yotOfficer", "Barnet");
        using var answer = await hub.PostArrestAsync(new Arrest());
        report = answer.Headers.Location!;
        await hub.DrainAsync();
        await EditAsync(edit => NoticeRaising.Raise(edit, [Draft]));
        await hub.DrainAsync();
    }

    public async Task DisposeAsync()
    {
        barnet.Dispose();
        await hub.DisposeAsync();
    }

    [Fact]
    public async Task It_is_seen_as_planned_and_delivered_once_its_moment_has_come()
    {
        var planned = Assert.Single(await InboxAsync("?state=planned"));
        Assert.Equal((Draft.NotBefore, false), (planned.When("plannedFor"), planned.TryGetProperty("raisedAt", out _)));
        Assert.Single(await InboxAsync());
        Assert.Empty(await InboxAsync("?state=open"));

        await hub.AdvanceAsync(TimeSpan.FromHours(6) + TimeSpan.FromMinutes(1));

        var delivered = Assert.Single(await InboxAsync("?state=open"));
        Assert.Equal((planned.Text("id"), "delivered"), (delivered.Text("id"), delivered.Text("state")));
        Assert.True(delivered.When("raisedAt") >= Draft.NotBefore);
        Assert.Empty(await InboxAsync("?state=planned"));
        Assert.Equal(HttpStatusCode.OK, (await AcknowledgeAsync(delivered)).Status);
    }

    [Fact]
    public async Task It_cannot_be_acknowledged_before_it_is_raised()
    {
        var planned = Assert.Single(await InboxAsync());
        var (status, problem) = await AcknowledgeAsync(planned);

        Assert.Equal((HttpStatusCode.Conflict, "notice-planned"), (status, problem.Text("code")));
        Assert.Equal("planned", Assert.Single(await InboxAsync()).Text("state"));
    }

    [Fact]
    public async Task Withdrawn_before_its_moment_it_is_never_delivered()
    {
        await WithdrawAsync();
        await hub.AdvanceAsync(TimeSpan.FromHours(7));

        var withdrawn = Assert.Single(await InboxAsync("?state=withdrawn"));
        Assert.Equal("The child went home.", withdrawn.Text("withdrawnBecause"));
        Assert.Equal((HttpStatusCode.OK, "withdrawn"), ((await AcknowledgeAsync(withdrawn)).Status, (await AcknowledgeAsync(withdrawn)).Body.Text("state")));
        Assert.Single(await InboxAsync());
    }

    [Fact]
    public async Task Withdrawn_after_it_was_delivered_the_inbox_says_so_in_a_notice_of_its_own()
    {
        await hub.AdvanceAsync(TimeSpan.FromHours(7));
        await WithdrawAsync();
        await hub.DrainAsync();

        var told = Assert.Single(await InboxAsync("?state=open"));
        Assert.Equal(("notice-withdrawn", "urgent"), (told.Text("kind"), told.Text("priority")));
        Assert.Equal(Assert.Single(await InboxAsync("?state=withdrawn")).Text("id"), told.GetProperty("content").Text("notice"));
    }

    private Task<CaseFile?> WithdrawAsync() => EditAsync(edit => NoticeWithdrawal.Withdraw(edit, edit.Case.Notices.Single(n => n.Recipient == Draft.Recipient), "The child went home."));

    private Task<CaseFile?> EditAsync(Action<CaseEdit> change) =>
        hub.Services.GetRequiredService<CaseEditor>().EditAsync(CaseId.Parse(report.ToString().Split('/')[^1]), Actor.Hub, change, CancellationToken.None);

    /// <summary>The inbox, every notice of it as the API describes one.</summary>
    private async Task<List<JsonElement>> InboxAsync(string query = "")
    {
        var page = await barnet.GetFromJsonAsync<JsonElement>($"api/notices{query}");
        var notices = page.GetProperty("items").EnumerateArray().ToList();
        Assert.All(notices, n => Assert.Equal([], new SchemaValidator(ApiDocument.Embedded).Validate(ApiDocument.Embedded.Find("#/components/schemas/Notice"), n, "notice")));
        return notices;
    }

    private async Task<(HttpStatusCode Status, JsonElement Body)> AcknowledgeAsync(JsonElement notice)
    {
        using var answer = await barnet.PostAsync($"api/notices/{notice.Text("id")}/acknowledgement", null);
        return (answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>());
    }
}
