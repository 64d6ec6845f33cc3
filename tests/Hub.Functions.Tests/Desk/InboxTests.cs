using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Hub.Notices;

namespace Hub.Functions.Tests.Desk;

/// <summary>The inbox: a team's notices, by how long is left, to be acknowledged.</summary>
public sealed class InboxTests
{
    private static readonly DateTimeOffset Now = TestHub.Start;

    [Fact]
    public async Task Open_notices_stand_by_how_long_is_left_the_overdue_first_and_counted()
    {
        await using var hub = await TestHub.StartAsync();
        await hub.AddNoticesAsync(
            NoticesAdded.Draft("No clock"),
            NoticesAdded.Draft("Act now") with { Priority = NoticePriority.Urgent },
            NoticesAdded.Draft("Tomorrow") with { Due = Now.AddHours(20).AddSeconds(50) },
            NoticesAdded.Draft("Soon") with { Due = Now.AddHours(3).AddSeconds(50) },
            NoticesAdded.Draft("Late") with { Due = Now.AddMinutes(-70) },
            NoticesAdded.Draft("Planned") with { NotBefore = Now.AddDays(1) },
            NoticesAdded.Draft("Another team's", "yot:brent"));
        using var desk = await DeskClient.SignInAsync(hub, "yotOfficer", "Camden");

        var page = TextOf(await desk.GetAsync("/desk/inbox"));

        Assert.Contains("Camden youth offending team 5 open, 1 overdue", page, StringComparison.Ordinal);
        AssertInOrder(page, "Overdue", "Late", "Overdue by 1 hour 10 minutes", "Due within 4 hours", "Soon", "Due in 3 hours", "Urgent, no deadline", "Act now", "Due later", "Tomorrow", "Due in 20 hours", "No deadline", "No clock");
        Assert.DoesNotContain("Another team's", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Will be raised", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_arrest_says_when_and_where_and_names_nobody()
    {
        await using var hub = await TestHub.StartAsync();
        await hub.ArrestAsync(new Arrest());
        using var desk = await DeskClient.SignInAsync(hub, "yotOfficer", "Camden");

        var page = await desk.GetAsync("/desk/inbox");

        Assert.Contains("Arrested today, Sunday 22 November 2026, at 7:00am, Islington custody.", TextOf(page), StringComparison.Ordinal);
        Assert.Contains("Arrest of a child", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Featherstone", page, StringComparison.Ordinal);
        Assert.DoesNotContain("yot:camden <", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_press_acknowledges_and_the_same_form_again_does_nothing_more()
    {
        await using var hub = await TestHub.StartAsync();
        var report = await hub.ArrestAsync(new Arrest());
        var id = report.Notice("yot:camden").Text("id");
        using var desk = await DeskClient.SignInAsync(hub, "yotOfficer", "Camden", name: "amara");

        var first = TextOf(await desk.PostAndFollowAsync("/desk/inbox", ("one", id)));
        await hub.DrainAsync();
        hub.Time.Advance(TimeSpan.FromMinutes(5));
        var second = TextOf(await desk.PostAndFollowAsync("/desk/inbox", ("one", id)));

        Assert.Contains("1 notice acknowledged.", first, StringComparison.Ordinal);
        Assert.Contains("1 notice had been acknowledged already.", second, StringComparison.Ordinal);
        Assert.Contains("Acknowledged by amara (YOT officer), today, Sunday 22 November 2026, at 8:00am", second, StringComparison.Ordinal);
        Assert.Contains("Nothing is waiting", second, StringComparison.Ordinal);
        var whole = await hub.SettledAsync(new Uri($"api/reports/{report.Text("id")}", UriKind.Relative));
        Assert.Single(whole.Actions(), "notice.acknowledged");
        Assert.InRange(whole.Notice("yot:camden").When("acknowledgedAt"), Now, Now.AddMinutes(4));
    }

    [Fact]
    public async Task Of_several_each_is_acknowledged_whatever_becomes_of_the_others_and_each_other_is_told_of()
    {
        await using var hub = await TestHub.StartAsync();
        var ids = await hub.AddNoticesAsync(
            NoticesAdded.Draft("First"), NoticesAdded.Draft("Colleague's"), NoticesAdded.Draft("Taken back"),
            NoticesAdded.Draft("Later") with { NotBefore = Now.AddDays(1) }, NoticesAdded.Draft("Brent's", "yot:brent"), NoticesAdded.Draft("Last"));
        using var colleague = await DeskClient.SignInAsync(hub, "yotOfficer", "Camden", name: "ben");
        await colleague.PostAndFollowAsync("/desk/inbox", ("notice", ids[1]));
        await hub.WithdrawAsync(ids[2], "It was a mistake.");
        using var desk = await DeskClient.SignInAsync(hub, "yotOfficer", "Camden", name: "amara");

        var page = TextOf(await desk.PostAndFollowAsync("/desk/inbox", [.. ids.Select(id => ("notice", id)), ("notice", "nonsense")]));
        await hub.DrainAsync();

        Assert.Contains("2 notices acknowledged, 1 had been already. 1 notice was withdrawn meanwhile. 3 notices could not be acknowledged.", page, StringComparison.Ordinal);
        AssertInOrder(page, "Not acknowledged by you just now", "Colleague's", "Acknowledged by ben (YOT officer)", "Taken back", "Withdrawn", "It was a mistake.", "Later", "Will be raised", "A notice there is not, or that is not addressed to you.");
        Assert.DoesNotContain("Brent's", page, StringComparison.Ordinal);
        var acknowledged = TextOf(await desk.GetAsync("/desk/inbox?view=acknowledged"));
        Assert.All(new[] { "First", "Last", "Colleague's" }, title => Assert.Contains(title, acknowledged, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_people_at_once_acknowledge_each_notice_once()
    {
        await using var hub = await TestHub.StartAsync();
        var ids = await hub.AddNoticesAsync([.. Enumerable.Range(0, 6).Select(i => NoticesAdded.Draft($"No {i}"))]);
        using var one = await DeskClient.SignInAsync(hub, "yotOfficer", "Camden", name: "one");
        using var other = await DeskClient.SignInAsync(hub, "yotOfficer", "Camden", name: "other");

        var said = await Task.WhenAll(new[] { one, other }.Select(async desk => TextOf(await desk.PostAndFollowAsync("/desk/inbox", [.. ids.Select(id => ("notice", id))]))));
        await hub.DrainAsync();

        using var supervisor = hub.As("supervisor");
        var notices = (await supervisor.GetFromJsonAsync<JsonElement>("api/notices?recipient=yot:camden&state=acknowledged")).GetProperty("items").EnumerateArray().ToList();
        Assert.Equal(6, notices.Count);
        foreach (var (name, text) in new[] { ("one", said[0]), ("other", said[1]) })
        {
            var own = notices.Count(n => n.Text("acknowledgedBy") == name);
            Assert.Contains(own switch { 0 => "6 notices had been acknowledged already.", 1 => "1 notice acknowledged, 5 had been already.", 6 => "6 notices acknowledged.", _ => $"{own} notices acknowledged, {6 - own} had been already." }, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_form_that_ticks_nothing_or_too_much_does_nothing_and_says_so()
    {
        await using var hub = await TestHub.StartAsync();
        var ids = await hub.AddNoticesAsync(NoticesAdded.Draft("Waits"));
        using var desk = await DeskClient.SignInAsync(hub, "yotOfficer", "Camden");

        using var none = await desk.PostAsync("/desk/inbox");
        using var many = await desk.PostAsync("/desk/inbox", [("notice", ids[0]), .. Enumerable.Range(0, 100).Select(i => ("notice", $"{i}"))]);

        var (nothing, much) = (await none.Content.ReadAsStringAsync(), await many.Content.ReadAsStringAsync());
        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity), (none.StatusCode, many.StatusCode));
        Assert.Contains("<title>Error: ", nothing, StringComparison.Ordinal);
        Assert.Contains("""<a href="#notice">Tick the notices you have read.</a>""", nothing, StringComparison.Ordinal);
        Assert.Contains("""id="notice" name="notice" type="checkbox" """, nothing, StringComparison.Ordinal);
        Assert.Contains("Tick at most 100 notices.", much, StringComparison.Ordinal);
        Assert.Contains($"""type="checkbox" value="{ids[0]}" checked""", much, StringComparison.Ordinal);
        Assert.Contains("1 open, none overdue", TextOf(await desk.GetAsync("/desk/inbox")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_view_shows_what_is_its_own_and_says_what_an_empty_one_means()
    {
        await using var hub = await TestHub.StartAsync();
        using var desk = await DeskClient.SignInAsync(hub, "yotOfficer", "Camden");
        foreach (var (view, words) in new[] { ("open", "Every notice has been acknowledged."), ("planned", "Nothing is planned."), ("acknowledged", "Nobody has acknowledged a notice yet."), ("all", "No notice has ever been addressed to this team.") })
        {
            Assert.Contains(words, TextOf(await desk.GetAsync($"/desk/inbox?view={view}")), StringComparison.Ordinal);
        }

        var ids = await hub.AddNoticesAsync(NoticesAdded.Draft("Still open"), NoticesAdded.Draft("Later") with { NotBefore = Now.AddDays(2) }, NoticesAdded.Draft("Taken back"));
        await hub.WithdrawAsync(ids[2], "A mistake.");

        var planned = TextOf(await desk.GetAsync("/desk/inbox?view=planned"));
        var all = TextOf(await desk.GetAsync("/desk/inbox?view=all"));
        Assert.Contains("Will be raised Tuesday 24 November 2026 at 8:00am", planned, StringComparison.Ordinal);
        Assert.DoesNotContain("Still open", planned, StringComparison.Ordinal);
        Assert.All(new[] { "Still open", "Later", "Taken back" }, title => Assert.Contains(title, all, StringComparison.Ordinal));
        Assert.Contains("A mistake.", all, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_inbox_is_read_page_by_page_and_counted_as_a_whole()
    {
        await using var hub = await TestHub.StartAsync();
        await hub.AddNoticesAsync([.. Enumerable.Range(0, 60).Select(i => NoticesAdded.Draft($"No {i:00};") with { Due = Now.AddMinutes(i - 9) })]);
        using var desk = await DeskClient.SignInAsync(hub, "yotOfficer", "Camden");

        var first = await desk.GetAsync("/desk/inbox");
        var second = await desk.GetAsync(HrefOf(first, "Next page"));

        Assert.Contains("60 open, 10 overdue", TextOf(first), StringComparison.Ordinal);
        Assert.Contains("60 open, 10 overdue", TextOf(second), StringComparison.Ordinal);
        foreach (var i in Enumerable.Range(0, 60))
        {
            Assert.Equal((i < 50, i >= 50), (first.Contains($"No {i:00};", StringComparison.Ordinal), second.Contains($"No {i:00};", StringComparison.Ordinal)));
        }

        Assert.DoesNotContain("Next page", second, StringComparison.Ordinal);
        Assert.Equal("/desk/inbox?recipient=yot%3Acamden", HrefOf(second, "First page"));
        using var wrong = await desk.Http.GetAsync(new Uri("/desk/inbox?continuation=nonsense", UriKind.Relative));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
    }

    [Fact]
    public async Task What_came_since_the_page_was_made_is_told_whoever_acknowledged_what_meanwhile()
    {
        await using var hub = await TestHub.StartAsync();
        var ids = await hub.AddNoticesAsync(NoticesAdded.Draft("Before"));
        using var desk = await DeskClient.SignInAsync(hub, "yotOfficer", "Camden");
        var asked = WebUtility.HtmlDecode((await desk.GetAsync("/desk/inbox")).Split("data-news=\"")[1].Split('"')[0]);
        Assert.Equal(0, await CountAsync(desk, asked));

        await desk.PostAndFollowAsync("/desk/inbox", ("one", ids[0]));
        await hub.AddNoticesAsync(NoticesAdded.Draft("New"), NoticesAdded.Draft("New too") with { NotBefore = Now.AddMinutes(30) }, NoticesAdded.Draft("Not ours", "yot:brent"));
        Assert.Equal(1, await CountAsync(desk, asked));
        await hub.AdvanceAsync(TimeSpan.FromMinutes(31));
        Assert.Equal(2, await CountAsync(desk, asked));

        using var wrong = await desk.Http.GetAsync(new Uri("/desk/inbox/news?since=nonsense&known=1", UriKind.Relative));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.StatusCode);
    }

    [Fact]
    public async Task Whoever_reads_all_inboxes_chooses_one_and_acknowledges_none_but_their_own()
    {
        await using var hub = await TestHub.StartAsync();
        var ids = await hub.AddNoticesAsync(NoticesAdded.Draft("Camden's"), NoticesAdded.Draft("Ours", Recipient.Supervisors));
        using var auditor = await DeskClient.SignInAsync(hub, "auditor");
        using var supervisor = await DeskClient.SignInAsync(hub, "supervisor");

        Assert.Contains("Choose an inbox", await auditor.GetAsync("/desk/inbox"), StringComparison.Ordinal);
        var read = await auditor.GetAsync("/desk/inbox?team=yot&place=camden");
        var own = await supervisor.GetAsync("/desk/inbox");
        var other = await supervisor.GetAsync("/desk/inbox?recipient=yot%3Acamden");

        Assert.Contains("Camden's", WebUtility.HtmlDecode(read), StringComparison.Ordinal);
        Assert.DoesNotContain("Acknowledge those ticked", read, StringComparison.Ordinal);
        Assert.Contains("Ours", own, StringComparison.Ordinal);
        Assert.Contains("Acknowledge those ticked", own, StringComparison.Ordinal);
        Assert.Contains("Camden's", WebUtility.HtmlDecode(other), StringComparison.Ordinal);
        Assert.DoesNotContain("Acknowledge those ticked", other, StringComparison.Ordinal);
        using var refused = await supervisor.PostAsync("/desk/inbox?recipient=yot%3Acamden", ("one", ids[0]));
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        var among = TextOf(await supervisor.PostAndFollowAsync("/desk/inbox", ("one", ids[0])));
        Assert.Contains("1 notice could not be acknowledged.", among, StringComparison.Ordinal);
        Assert.DoesNotContain("Camden's", among, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("team=&place=camden", "Choose a team.")]
    [InlineData("team=yot&place=", "Choose the borough of the youth offending team.")]
    [InlineData("team=compass&place=camden", "There is one for all London")]
    [InlineData("team=force&place=camden", "Choose the police force.")]
    [InlineData("team=yot&place=sussex", "Choose a borough from the list.")]
    public async Task A_choice_that_names_no_team_is_kept_and_mended(string asked, string words)
    {
        await using var hub = await TestHub.StartAsync();
        using var auditor = await DeskClient.SignInAsync(hub, "auditor");

        using var answer = await auditor.Http.GetAsync(new Uri($"/desk/inbox?{asked}", UriKind.Relative));
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(words, WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.Contains($"""<option value="{asked.Split('&')[1]["place=".Length..]}" selected""", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reading_an_inbox_is_logged_and_so_is_trying_another_s()
    {
        await using var hub = await TestHub.StartAsync();
        using var desk = await DeskClient.SignInAsync(hub, "yotOfficer", "Camden", name: "amara");
        await desk.GetAsync("/desk/inbox");
        using var refused = await desk.Http.GetAsync(new Uri("/desk/inbox?recipient=yot:brent", UriKind.Relative));

        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Contains("Your own notices are those of Camden youth offending team.", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var auditor = hub.As("auditor");
        var log = (await auditor.GetFromJsonAsync<JsonElement>("api/audit?limit=500")).GetProperty("items").EnumerateArray().Where(e => e.Text("by") == "amara").Select(e => (e.Text("action"), e.Text("subject"), e.GetProperty("allowed").GetBoolean()));
        Assert.Equal([("list-notices", "recipient:yot:camden", true), ("list-notices", "recipient:yot:brent", false)], log);
    }

    internal static string HrefOf(string page, string text)
    {
        var end = page.IndexOf($">{text}</a>", StringComparison.Ordinal);
        var start = page.LastIndexOf("href=\"", end, StringComparison.Ordinal) + "href=\"".Length;
        return WebUtility.HtmlDecode(page[start..page.IndexOf('"', start)]);
    }

    /// <summary>As it is read: without the space that stands for a tag before a full stop.</summary>
    internal static string TextOf(string page) => Rendered.TextOf(page).Replace(" .", ".", StringComparison.Ordinal).Replace(" ,", ",", StringComparison.Ordinal).Replace(" :", ":", StringComparison.Ordinal);

    internal static void AssertInOrder(string text, params string[] parts)
    {
        var at = 0;
        foreach (var part in parts)
        {
            var found = text.IndexOf(part, at, StringComparison.Ordinal);
            Assert.True(found >= 0, $"\"{part}\" does not follow in: {text[at..]}");
            at = found + part.Length;
        }
    }

    private static async Task<int> CountAsync(DeskClient desk, string address) => JsonDocument.Parse(await desk.GetAsync(address)).RootElement.GetProperty("count").GetInt32();
}
