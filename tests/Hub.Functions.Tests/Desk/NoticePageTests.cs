using System.Net;
using System.Net.Http.Json;
using System.Reflection;
using System.Text.Json;
using Hub.Desk.Words;
using Hub.Nominals;
using Hub.Notices;
using Hub.Persons;
using Hub.Testing;

namespace Hub.Functions.Tests.Desk;

/// <summary>One notice's page.</summary>
public sealed class NoticePageTests
{
    private static readonly DateTimeOffset Now = TestHub.Start;

    [Fact]
    public async Task It_says_what_who_why_what_to_do_by_when_and_what_happened()
    {
        await using var hub = await TestHub.StartAsync();
        var id = (await hub.ArrestAsync(new Arrest())).Notice("yot:camden").Text("id");
        using var desk = await DeskClient.SignInAsync(hub, "yotOfficer", "Camden");

        var page = await desk.GetAsync($"/desk/notices/{id}");
        var text = InboxTests.TextOf(page);

        InboxTests.AssertInOrder(
            text, "Arrest of a child", "Child arrested", "For Camden youth offending team.",
            "What to do", "Acknowledge this notice: that stops the clock.", "Due in 22 hours 59 minutes",
            "Why you were told", "The child lives in Camden; its youth offending team must be told within 24 hours of the arrest.",
            "By when", "It must be acknowledged by tomorrow, Monday 23 November 2026, at 7:00am.", "If it is not, somebody is told to chase it: Camden public protection desk.",
            "Who", "Name Ottilie Featherstone", "Date of birth 19 May 2011 (15 years old)", "Sex Female", "Address 12 Mornington Row, NW1 7RG, Camden",
            "What is known", "Custody record 01IS/00001/26", "Station Islington custody", "Arrested today, Sunday 22 November 2026, at 7:00am", "Offences Theft from shop (TH68010)", "Disposal released under investigation", "Risk flags Self harm",
            "What you are not shown", "Nothing was withheld from this notice under an agreement.",
            "What happened with this notice", "Raised by the hub", "Put into the inbox by the hub");
        Assert.Contains("<title>Child arrested – ", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_acknowledged_once_and_says_by_whom()
    {
        await using var hub = await TestHub.StartAsync();
        var id = (await hub.ArrestAsync(new Arrest())).Notice("yot:camden").Text("id");
        using var desk = await DeskClient.SignInAsync(hub, "yotOfficer", "Camden", name: "amara");

        var first = InboxTests.TextOf(await desk.PostAndFollowAsync($"/desk/notices/{id}/acknowledgement"));
        var second = InboxTests.TextOf(await desk.PostAndFollowAsync($"/desk/notices/{id}/acknowledgement"));

        InboxTests.AssertInOrder(first, "The notice is acknowledged.", "Acknowledged by amara (YOT officer), today", "Acknowledged by amara (YOT officer)");
        Assert.DoesNotContain("Acknowledge this notice", first.Replace("Acknowledge this notice: that stops", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("The notice had been acknowledged already.", second, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missed_deadline_says_so_and_who_chases_it()
    {
        await using var hub = await TestHub.StartAsync();
        var report = await hub.ArrestAsync(new Arrest());
        await hub.AdvanceAsync(TimeSpan.FromHours(22));
        await hub.AdvanceAsync(TimeSpan.FromHours(2));
        using var team = await DeskClient.SignInAsync(hub, "yotOfficer", "Camden");
        using var chaser = await DeskClient.SignInAsync(hub, "ppdSergeant", "Camden");
        using var api = hub.As("supervisor");
        var chasing = (await api.GetFromJsonAsync<JsonElement>($"api/reports/{report.Text("id")}")).GetProperty("notices").EnumerateArray().Single(n => n.Text("kind") == NoticeKind.DeadlineBreached);

        var page = InboxTests.TextOf(await team.GetAsync($"/desk/notices/{report.Notice("yot:camden").Text("id")}"));
        var other = InboxTests.TextOf(await chaser.GetAsync($"/desk/notices/{chasing.Text("id")}"));

        InboxTests.AssertInOrder(page, "Overdue by 1 hour", "It had to be acknowledged by", "The deadline was missed. Told to chase it: Camden public protection desk.", "Not acknowledged yet, and the deadline was near", "Not acknowledged by its deadline");
        InboxTests.AssertInOrder(other, "Deadline missed", "Reach the team named here at once.", "Notice Arrest of a child", "Addressed to Camden youth offending team", "What the other team was told is left out.");
        Assert.DoesNotContain("Featherstone", other, StringComparison.Ordinal);
        Assert.Contains("Camden youth offending team has not acknowledged the notice due Monday 23 November 2026 at 7:00am; somebody must reach that team at once.", other, StringComparison.Ordinal);
        var inbox = InboxTests.TextOf(await chaser.GetAsync("/desk/inbox"));
        Assert.Contains("Camden youth offending team has not been told in time", inbox, StringComparison.Ordinal);
        Assert.All(new[] { other, inbox }, shown => Assert.DoesNotContain("yot:", shown, StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_withdrawn_or_planned_says_so_and_asks_for_nothing()
    {
        await using var hub = await TestHub.StartAsync();
        var ids = await hub.AddNoticesAsync(NoticesAdded.Draft("Taken back"), NoticesAdded.Draft("Later") with { NotBefore = Now.AddDays(1), Due = Now.AddDays(2) });
        await hub.WithdrawAsync(ids[0], "It was a mistake.");
        using var desk = await DeskClient.SignInAsync(hub, "yotOfficer", "Camden");

        var (withdrawn, planned) = (await desk.GetAsync($"/desk/notices/{ids[0]}"), await desk.GetAsync($"/desk/notices/{ids[1]}"));

        Assert.Contains("This notice no longer holds. Withdrawn today, Sunday 22 November 2026, at 8:00am: It was a mistake.", InboxTests.TextOf(withdrawn), StringComparison.Ordinal);
        Assert.Contains("Nothing is to be done yet. Will be raised tomorrow, Monday 23 November 2026, at 8:00am", InboxTests.TextOf(planned), StringComparison.Ordinal);
        Assert.All(new[] { withdrawn, planned }, page => Assert.DoesNotContain("What to do", page, StringComparison.Ordinal));
        Assert.All(new[] { withdrawn, planned }, page => Assert.DoesNotContain("/acknowledgement", page, StringComparison.Ordinal));
        Assert.Contains("The notice was withdrawn meanwhile. You need do nothing.", InboxTests.TextOf(await desk.PostAndFollowAsync($"/desk/notices/{ids[0]}/acknowledgement")), StringComparison.Ordinal);
        using var early = await desk.PostAsync($"/desk/notices/{ids[1]}/acknowledgement");
        Assert.Equal(HttpStatusCode.Conflict, early.StatusCode);
        Assert.Contains("planned for later", await early.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_team_s_notice_is_refused_and_logged_and_one_there_is_not_is_not_there()
    {
        await using var hub = await TestHub.StartAsync();
        var id = (await hub.ArrestAsync(new Arrest())).Notice("yot:camden").Text("id");
        using var desk = await DeskClient.SignInAsync(hub, "yotOfficer", "Brent", name: "brent-1");
        using var supervisor = await DeskClient.SignInAsync(hub, "supervisor", name: "sup");

        using var refused = await desk.Http.GetAsync(new Uri($"/desk/notices/{id}", UriKind.Relative));
        using var none = await desk.Http.GetAsync(new Uri($"/desk/notices/{new string('0', 32)}-{new string('0', 16)}", UriKind.Relative));
        var read = await supervisor.GetAsync($"/desk/notices/{id}");

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.NotFound), (refused.StatusCode, none.StatusCode));
        Assert.DoesNotContain("Featherstone", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("Featherstone", read, StringComparison.Ordinal);
        Assert.DoesNotContain("/acknowledgement", read, StringComparison.Ordinal);
        using var auditor = hub.As("auditor");
        var log = (await auditor.GetFromJsonAsync<JsonElement>("api/audit?limit=500")).GetProperty("items").EnumerateArray().Where(e => e.Text("subject") == $"notice:{id}").Select(e => (e.Text("by"), e.Text("action"), e.GetProperty("allowed").GetBoolean()));
        Assert.Equal([("brent-1", "list-notices", false), ("sup", "list-notices", true)], log);
    }

    [Fact]
    public async Task What_nobody_has_words_for_is_shown_under_its_name_and_nothing_is_left_out()
    {
        await using var hub = await TestHub.StartAsync();
        var ids = await hub.AddNoticesAsync(NoticesAdded.Draft("Odd", kind: "odd-kind", content: new
        {
            newMember = "said",
            some_list = new[] { "one", "two" },
            nothing = Array.Empty<string>(),
            yes = true,
            number = 17,
            person = new { names = new[] { new { surname = "Moss", given = new[] { "Ada" } }, new { surname = "Mosse", given = new[] { "A" } } }, born = "1971-03", nationality = "THA", documents = new[] { new { type = "P", number = "123", issuingState = "FRA", expiry = "2030-01-02" } }, addresses = new[] { new { lines = new[] { "1 Road" }, from = "2020-01-01" } } },
            deep = new { inner = new { innermost = new { last = "word" } } },
            lands = new { day = "2026-12-01", earliest = "2026-12-01T21:30:00+00:00", latest = "2026-12-01T21:30:00+00:00" },
            port = "LHR",
            convictions = new[] { new { offence = "Rape", country = "FRA", date = "2011-05", sentence = "7 years", sexual = true, violent = true } },
            children = new[] { new { name = "Tom Moss", born = "2015-05-03", sex = "male" } },
            contact = "jigsaw:camden",
            lookalike = new { surname = 5 },
        }));
        using var desk = await DeskClient.SignInAsync(hub, "yotOfficer", "Camden");

        var text = InboxTests.TextOf(await desk.GetAsync($"/desk/notices/{ids[0]}"));

        InboxTests.AssertInOrder(
            text, "Odd kind", "Read what it says, and acknowledge it.",
            "Who", "Name Ada Moss", "Also known as A Mosse", "Date of birth March 1971 (55 years old)", "Nationality Thailand", "Documents Passport 123, France, expires Wednesday 2 January 2030", "Addresses 1 Road, since Wednesday 1 January 2020",
            "What is known", "New member said", "Some list one two", "Nothing None given", "Yes Yes", "Number 17",
            "Lands Tuesday 1 December 2026 at 9:30pm (local time)", "Port", "(LHR)", "Convictions Rape, France, May 2011, 7 years, sexual and violent",
            "Children on the booking Tom Moss; date of birth: 3 May 2015 (11 years old); sex: Male", "Whom to call Camden Jigsaw team", "Lookalike surname: 5",
            "Deep", "Inner: innermost: last word");
    }

    [Fact]
    public async Task Children_s_Services_are_told_what_is_left_out_for_them()
    {
        await using var hub = await TestHub.StartAsync();
        await hub.KnowAsync(A.Nominal("N-1") with { Names = [new PersonName { Surname = "Featherstone", Given = ["Ottilie"] }], Born = BirthDate.Parse("2011-05-19"), Markers = [Marker.CarePlan, Marker.Missing] });
        var report = await hub.ArrestAsync(new Arrest());
        using var desk = await DeskClient.SignInAsync(hub, "agency", "Camden", "childrens-services");

        var text = InboxTests.TextOf(await desk.GetAsync($"/desk/notices/{report.Notice("childrens-services:camden").Text("id")}"));

        Assert.Contains("The alleged offences are left out", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Theft", text, StringComparison.Ordinal);
        Assert.DoesNotContain("/desk/travel", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_leads_on_only_where_its_reader_may_go()
    {
        await using var hub = await TestHub.StartAsync();
        var ids = await hub.AddNoticesAsync(
            NoticesAdded.Draft("Review", "ppd:camden", NoticeKind.MatchReview),
            NoticesAdded.Draft("Breach", "jigsaw:camden", NoticeKind.TravelBreach, new { nominal = "N 1", flight = "BA9" }),
            NoticesAdded.Draft("Hit", Recipient.BorderLiaison, NoticeKind.BorderHit, new { nominal = "N 1", flight = "BA9" }),
            NoticesAdded.Draft("Held", Recipient.Supervisors, NoticeKind.ReportHeld));
        using var desk = await DeskClient.SignInAsync(hub, "ppdOfficer", "Camden");
        using var jigsaw = await DeskClient.SignInAsync(hub, "jigsawOfficer", "Camden");
        using var border = await DeskClient.SignInAsync(hub, "borderLiaison");
        using var supervisor = await DeskClient.SignInAsync(hub, "supervisor");
        using var auditor = await DeskClient.SignInAsync(hub, "auditor");

        Assert.StartsWith("/desk/reviews/", InboxTests.HrefOf(await desk.GetAsync($"/desk/notices/{ids[0]}"), "Compare the two people and decide"), StringComparison.Ordinal);
        Assert.DoesNotContain("/desk/reviews/", await auditor.GetAsync($"/desk/notices/{ids[0]}"), StringComparison.Ordinal);
        Assert.Equal("/desk/travel/N%201", InboxTests.HrefOf(await jigsaw.GetAsync($"/desk/notices/{ids[1]}"), "Look at this person's travel".Replace("'", "&#x27;", StringComparison.Ordinal)));
        Assert.DoesNotContain("/desk/travel/", await border.GetAsync($"/desk/notices/{ids[2]}"), StringComparison.Ordinal);
        Assert.Equal("/desk/quarantine", InboxTests.HrefOf(await supervisor.GetAsync($"/desk/notices/{ids[3]}"), "Open the quarantine"));
    }

    [Theory]
    [InlineData("jigsaw has been told, Jigsaw too.", "contact", "jigsaw", "Central Jigsaw team has been told, Jigsaw too.")]
    [InlineData("border-liaison, not border-liaisons.", "recipient", "border-liaison", "Border liaison, Heathrow, not border-liaisons.")]
    [InlineData("force:sussex and childrens-services:camden.", "other", "x", "Sussex Police and Camden Children's Services.")]
    [InlineData("due 2026-07-01 23:30Z; code:x, 2026-02-31 10:00Z.", "other", "x", "Due Thursday 2 July 2026 at 12:30am; code:x, 2026-02-31 10:00Z.")]
    public void Recipients_and_moments_in_a_notice_s_words_are_said_as_people_do(string said, string member, string value, string expected)
    {
        var content = new Dictionary<string, string> { [member] = value };
        var notice = A.Notice(A.Case()) with { Reason = said, Content = JsonSerializer.SerializeToElement(content) };

        Assert.Equal(expected, new NoticeText(new RecipientWords(Places.AuthorityDirectory.Default, Places.PortDirectory.Default)).Of(notice).Reason);
    }

    [Fact]
    public void Every_kind_has_words_and_something_to_do()
    {
        var unknown = NoticeWords.Of("no-such-kind");
        var kinds = typeof(NoticeKind).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (string)f.GetRawConstantValue()!).ToList();

        Assert.Equal("No such kind", unknown.Name);
        Assert.All(kinds, kind => Assert.NotEqual(unknown.Do, NoticeWords.Of(kind).Do));
        Assert.Equal(kinds.Count, kinds.Select(k => NoticeWords.Of(k).Name).Distinct().Count());
    }
}
