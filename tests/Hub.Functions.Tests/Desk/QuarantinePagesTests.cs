using System.Collections.Immutable;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Hub.Cases;
using Hub.Desk.Pages.Quarantine;
using Hub.Messaging;
using Hub.Quarantine;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Functions.Tests.Desk;

/// <summary>A supervisor with messages that could not be worked on, and an auditor who looks.</summary>
public sealed class QuarantinePagesTests : IAsyncLifetime
{
    private TestHub hub = null!;
    private DeskClient supervisor = null!;

    public async Task InitializeAsync()
    {
        hub = await TestHub.StartAsync();
        supervisor = await DeskClient.SignInAsync(hub, "supervisor", name: "dci-1");
    }

    public async Task DisposeAsync()
    {
        supervisor.Dispose();
        await hub.DisposeAsync();
    }

    [Fact]
    public async Task Where_nothing_waits_it_is_said()
    {
        var page = Rendered.TextOf(await supervisor.GetAsync("/desk/quarantine"));

        Assert.Contains("Nothing waits.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Still on its way", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Items_are_listed_oldest_first_with_what_failed_why_and_which_report()
    {
        var report = await hub.ArrestAsync(new Arrest());
        await HoldAsync(Unknown(report.Text("id")));
        await hub.AdvanceAsync(TimeSpan.FromHours(2));
        await HoldAsync("this is no event", HubTopology.Notices, HubTopology.NoticeRaised);
        await hub.AdvanceAsync(TimeSpan.FromMinutes(10));

        var page = Rendered.TextOf(await supervisor.GetAsync("/desk/quarantine"));

        var first = page.IndexOf($"A report could not be assessed: Arrest notice {report.Text("reference")}", StringComparison.Ordinal);
        var second = page.IndexOf("A notice could not be delivered", StringComparison.Ordinal);
        Assert.True(first > 0 && second > first, page);
        Assert.Contains("Assessment does not know events of type hub.report.accepted.v9.", page, StringComparison.Ordinal);
        Assert.Contains("Has waited 2 hours 10 minutes, since today, Sunday 22 November 2026", page, StringComparison.Ordinal);
        Assert.Contains("Which report it belongs to could not be read.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_list_goes_page_by_page()
    {
        var store = hub.Services.GetRequiredService<ICaseStore>();
        for (var i = 0; i < 26; i++)
        {
            await store.QuarantineAsync(Item(i), CancellationToken.None);
        }

        var first = await supervisor.GetAsync("/desk/quarantine");
        Assert.Equal(25, first.Split("<li class=\"desk-card\">").Length - 1);
        var start = first.IndexOf("/desk/quarantine?continuation=", StringComparison.Ordinal);
        var second = await supervisor.GetAsync(first[start..first.IndexOf('"', start)]);
        Assert.Contains(Item(25).Id, second, StringComparison.Ordinal);
        Assert.Contains("First page", second, StringComparison.Ordinal);
        Assert.DoesNotContain("Next page", second, StringComparison.Ordinal);
        using var nonsense = await supervisor.Http.GetAsync(new Uri("/desk/quarantine?continuation=nonsense", UriKind.Relative));
        Assert.Equal(HttpStatusCode.BadRequest, nonsense.StatusCode);
    }

    [Fact]
    public async Task An_item_shows_its_reason_its_report_and_nothing_of_whom_it_is_about()
    {
        var report = await hub.ArrestAsync(new Arrest());
        await HoldAsync(Unknown(report.Text("id"), """{"surname":"Quillfeather","Rosalind Quillfeather":"2010-02-02"}"""));

        var html = await supervisor.GetAsync(await OnlyAsync());
        var page = Rendered.TextOf(html);

        Assert.Contains($"Belongs to Arrest notice {report.Text("reference")}, received", page, StringComparison.Ordinal);
        Assert.Contains("It has been assessed", page, StringComparison.Ordinal);
        Assert.Contains("type : hub.report.accepted.v9", page, StringComparison.Ordinal);
        Assert.Contains("surname : a text, 5 to 16 characters", page, StringComparison.Ordinal);
        Assert.Contains("A message for reports/assess was set aside", page, StringComparison.Ordinal);
        foreach (var secret in new[] { "Quillfeather", "Rosalind", "2010-02-02", "Featherstone", "Ophelia" })
        {
            Assert.DoesNotContain(secret, html, StringComparison.OrdinalIgnoreCase);
        }

        Assert.DoesNotContain("<title>Arrest", html, StringComparison.Ordinal);
        var id = Id(await OnlyAsync());
        Assert.Contains(await EntriesAsync(), e => (e.Text("action"), e.Text("subject"), e.Text("by")) == ("read-quarantine", $"quarantine:{id}", "dci-1"));
        Assert.Contains(await EntriesAsync(), e => (e.Text("action"), e.Text("subject"), e.Text("by")) == ("read-report", $"case:{report.Text("id")}", "dci-1"));
    }

    [Fact]
    public async Task Sent_again_it_goes_to_the_one_that_failed_and_sent_twice_it_goes_once()
    {
        await HoldAsync("this is no event");
        var item = await OnlyAsync();

        var first = await supervisor.PostAndFollowAsync($"{item}/replay", ("rationale", "Mended."));
        await hub.DrainAsync();
        var again = await OnlyAsync();
        var second = await supervisor.PostAndFollowAsync($"{item}/replay", ("rationale", "Mended."));
        await hub.DrainAsync();

        Assert.Contains("It was sent again.", first, StringComparison.Ordinal);
        Assert.Contains("It was sent again.", second, StringComparison.Ordinal);
        Assert.NotEqual(item, again);
        Assert.Equal(again, await OnlyAsync());
        var closed = Rendered.TextOf(await supervisor.GetAsync(item));
        Assert.Contains("Sent again today, Sunday 22 November 2026, at 8:00am , by dci-1 (supervisor). Mended.", closed, StringComparison.Ordinal);
        Assert.DoesNotContain("Why it is sent again", closed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Discarding_asks_first_and_says_what_is_lost()
    {
        await HoldAsync("this is no event");
        var item = await OnlyAsync();

        var ask = Rendered.TextOf(await supervisor.GetAsync($"{item}/discard"));
        var done = await supervisor.PostAndFollowAsync($"{item}/discard", ("rationale", "A test\r\nmessage."));
        var twice = await supervisor.PostAndFollowAsync($"{item}/discard", ("rationale", "A test\r\nmessage."));

        Assert.Contains("nobody is told of what it says", ask, StringComparison.Ordinal);
        Assert.Contains("It was discarded.", done, StringComparison.Ordinal);
        Assert.Contains("It was discarded.", twice, StringComparison.Ordinal);
        Assert.Contains("Nothing waits.", await supervisor.GetAsync("/desk/quarantine"), StringComparison.Ordinal);
        using var closed = await supervisor.Http.GetAsync(new Uri($"{item}/discard", UriKind.Relative));
        Assert.Equal(item, closed.Headers.Location!.ToString());
        Assert.Contains("Discarded today", Rendered.TextOf(await supervisor.GetAsync(item)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("replay")]
    [InlineData("discard")]
    public async Task Without_a_rationale_nothing_is_done_and_what_was_entered_is_kept(string how)
    {
        await HoldAsync("this is no event");
        var item = await OnlyAsync();
        var tooLong = new string('x', 2001);

        using var empty = await supervisor.PostAsync($"{item}/{how}", ("rationale", " "));
        using var much = await supervisor.PostAsync($"{item}/{how}", ("rationale", tooLong));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (empty.StatusCode, much.StatusCode));
        Assert.Contains("href=\"#rationale\"", await empty.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains(tooLong, await much.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(item, await OnlyAsync());
    }

    [Fact]
    public async Task Of_two_supervisors_the_second_is_told_what_the_first_decided()
    {
        await HoldAsync("this is no event");
        var item = await OnlyAsync();
        using var other = await DeskClient.SignInAsync(hub, "supervisor", name: "dci-2");
        using var first = await other.PostAsync($"{item}/discard", ("rationale", "A test message."));

        foreach (var how in new[] { "replay", "discard" })
        {
            using var late = await supervisor.PostAsync($"{item}/{how}", ("rationale", "A test message."));
            var page = Rendered.TextOf(await late.Content.ReadAsStringAsync());

            Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
            Assert.Contains("Somebody closed this before you", page, StringComparison.Ordinal);
            Assert.Contains("by dci-2 (supervisor). A test message.", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Who_decides_otherwise_after_deciding_once_is_told_that_it_is_closed()
    {
        await HoldAsync("this is no event");
        var item = await OnlyAsync();
        using var first = await supervisor.PostAsync($"{item}/discard", ("rationale", "A test message."));

        using var otherwise = await supervisor.PostAsync($"{item}/discard", ("rationale", "Another reason."));

        Assert.Equal(HttpStatusCode.Conflict, otherwise.StatusCode);
    }

    [Fact]
    public async Task An_auditor_sees_it_all_and_can_do_nothing()
    {
        await HoldAsync("this is no event");
        var item = await OnlyAsync();
        using var auditor = await DeskClient.SignInAsync(hub, "auditor");

        var page = await auditor.GetAsync(item);

        Assert.Contains("It is a text of another kind than the hub sends.", page, StringComparison.Ordinal);
        var main = page[page.IndexOf("<main", StringComparison.Ordinal)..page.IndexOf("</main>", StringComparison.Ordinal)];
        Assert.DoesNotContain("<form", main, StringComparison.Ordinal);
        Assert.DoesNotContain("/discard", main, StringComparison.Ordinal);
        using var discard = await auditor.PostAsync($"{item}/discard", ("rationale", "x"));
        Assert.Equal(HttpStatusCode.Forbidden, discard.StatusCode);
        Assert.Equal(item, await OnlyAsync());
    }

    [Fact]
    public async Task A_document_of_the_store_can_be_discarded_and_not_sent()
    {
        var item = Item(1) with { Topic = "cases", Subscription = "relay", Body = """{"case":"8f0d8a52-3a2f-8d5c-8f3b-0c5d2b1a9e77","id":"3"}""" };
        await hub.Services.GetRequiredService<ICaseStore>().QuarantineAsync(item, CancellationToken.None);

        var page = Rendered.TextOf(await supervisor.GetAsync($"/desk/quarantine/{item.Id}"));
        using var replay = await supervisor.PostAsync($"/desk/quarantine/{item.Id}/replay", ("rationale", "x"));

        Assert.Contains("A record of the store could not be read", page, StringComparison.Ordinal);
        Assert.Contains("it cannot be sent again", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Why it is sent again", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, replay.StatusCode);
        Assert.Contains("It was discarded.", await supervisor.PostAndFollowAsync($"/desk/quarantine/{item.Id}/discard", ("rationale", "Mended.")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("/discard")]
    public async Task What_is_not_there_is_not_found(string what)
    {
        var nowhere = $"/desk/quarantine/{new string('0', 32)}{what}";

        using var page = await supervisor.Http.GetAsync(new Uri(nowhere, UriKind.Relative));
        using var closed = await supervisor.PostAsync($"/desk/quarantine/{new string('0', 32)}/replay", ("rationale", "x"));
        using var short1 = await supervisor.Http.GetAsync(new Uri("/desk/quarantine/abc", UriKind.Relative));

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound, HttpStatusCode.NotFound), (page.StatusCode, closed.StatusCode, short1.StatusCode));
    }

    [Fact]
    public async Task What_waits_in_the_queues_is_told_in_words_and_what_is_not_known_is_not_told_as_nothing()
    {
        SubscriptionDepth[] queues =
        [
            new(HubTopology.Reports, HubTopology.Assess, 1, 0, 0, TestHub.Start.AddHours(-1)),
            new(HubTopology.Notices, HubTopology.Deliver, 1_200, null, 2, null, AtLeast: true),
            new(HubTopology.Manifests, HubTopology.Screen, 0, 0, 0, null),
        ];
        var model = new QuarantineModel { Items = [], Queues = QueueLine.Of(queues, unsent: 1) };

        var page = Rendered.TextOf(await Rendered.PageAsync<QuarantinePage>(model));
        var unknown = Rendered.TextOf(await Rendered.PageAsync<QuarantinePage>(model with { Queues = null }));

        Assert.Contains("1 message waits to be sent 1 report waits to be assessed, the oldest since today, Sunday 22 November 2026, at 7:00am", page, StringComparison.Ordinal);
        Assert.Contains("at least 1,200 notices wait to be delivered", page, StringComparison.Ordinal);
        Assert.Contains("at least 2 notices to be delivered failed every time (dead letters)", page, StringComparison.Ordinal);
        Assert.DoesNotContain("manifest", page, StringComparison.Ordinal);
        Assert.All([page, unknown], shown => Assert.Contains("Nothing is set aside.", shown, StringComparison.Ordinal));
        Assert.Contains("is not known: the message bus does not answer", unknown, StringComparison.Ordinal);
        Assert.Empty(QueueLine.Of([], unsent: null));
    }

    private static QuarantineItem Item(int number) => new()
    {
        Id = $"{number:D32}",
        Topic = HubTopology.Reports,
        Subscription = HubTopology.Assess,
        MessageId = $"m{number}",
        Body = "{}",
        Code = "test-failed",
        Reason = "It failed.",
        At = TestHub.Start.AddSeconds(number),
    };

    private static string Unknown(string subject, string data = "{}") =>
        $$"""{"specversion":"1.0","id":"x","source":"/hub","type":"hub.report.accepted.v9","subject":"{{subject}}","time":"2026-11-22T08:00:00Z","data":{{data}}}""";

    private async Task HoldAsync(string body, string topic = HubTopology.Reports, string type = HubTopology.ReportAccepted)
    {
        var message = new Message { Id = Guid.NewGuid().ToString(), Body = body, Properties = ImmutableSortedDictionary<string, string>.Empty.Add("type", type) };
        await hub.Services.GetRequiredService<IMessageBus>().SendAsync(topic, [message], CancellationToken.None);
        await hub.DrainAsync();
    }

    /// <summary>The address of the one item that is open.</summary>
    private async Task<string> OnlyAsync()
    {
        using var reader = hub.As("supervisor");
        var items = (await reader.GetFromJsonAsync<JsonElement>("api/quarantine")).GetProperty("items").EnumerateArray();
        return $"/desk/quarantine/{Assert.Single(items).Text("id")}";
    }

    private static string Id(string address) => address[(address.LastIndexOf('/') + 1)..];

    private async Task<JsonElement[]> EntriesAsync()
    {
        using var auditor = hub.As("auditor");
        return [.. (await auditor.GetFromJsonAsync<JsonElement>("api/audit?limit=500")).GetProperty("items").EnumerateArray()];
    }
}
