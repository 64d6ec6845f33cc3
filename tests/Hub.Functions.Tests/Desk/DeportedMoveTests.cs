using System.Net;
using Hub.Functions.Tests.DeportedOffenders;

namespace Hub.Functions.Tests.Desk;

/// <summary>The forms of moves: what they lack, who was first, what is kept.</summary>
public sealed class DeportedMoveTests : IAsyncLifetime
{
    private CaseHub hub = null!;

    public async Task InitializeAsync() => hub = await CaseHub.StartAsync();

    public async Task DisposeAsync() => await hub.DisposeAsync();

    [Fact]
    public async Task A_case_goes_from_received_to_closed_by_its_forms()
    {
        var id = await hub.OpenAsync(lands: TimeSpan.FromDays(9));
        using var camden = await CamdenAsync();
        using var supervisor = await DeskClient.SignInAsync(hub.Hub, "supervisor", name: "dci-1");

        Assert.Contains("The note was added.", await camden.PostAndFollowAsync($"{Of(id)}/notes", ("id", "n-1"), ("text", "Nothing found.")), StringComparison.Ordinal);
        await MadeAsync(camden, id, "research-complete");
        await MadeAsync(supervisor, id, "decide", ("outcome", "notification-order"));
        await MadeAsync(camden, id, "plan", ("flight", "ba 010"), ("port", "Heathrow"), ("lands.day", "1"), ("lands.month", "12"), ("lands.year", "2026"), ("lands.time", "06:15"), ("officers", "DC Moss\r\n\r\n DC Vane "), ("meeting", "At the gate"));
        await hub.Hub.AdvanceAsync(TimeSpan.FromDays(9));
        await MadeAsync(
            camden, id, "meet", ("metBy", "DC Moss"), ("metAt.day", "1"), ("metAt.month", "12"), ("metAt.year", "2026"), ("metAt.time", "06:40"), ("place", "Terminal 5"),
            ("debriefed", "done"), ("requirementsServed", "done"), ("photograph", "done"), ("fingerprints", "declined"), ("dna", "declined"));
        await MadeAsync(camden, id, "record-visor", ("reference", "VS/2026/1"));
        await MadeAsync(camden, id, "refer-mappa", ("category", "1"), ("level", "2"));
        await MadeAsync(camden, id, "refer-housing", ("needs", "A room."));
        var closed = await MadeAsync(camden, id, "close");

        Assert.Contains("This case is closed", closed, StringComparison.Ordinal);
        var moves = (await hub.ReadAsync(id)).GetProperty("moves").EnumerateArray().ToDictionary(m => m.Text("move"));
        Assert.Equal(["research-complete", "decide", "plan", "meet", "record-visor", "refer-mappa", "refer-housing", "close"], moves.Keys);
        var plan = moves["plan"].GetProperty("details");
        Assert.Equal(("BA10", "LHR", "DC Moss, DC Vane"), (plan.Text("flight"), plan.Text("port"), string.Join(", ", plan.GetProperty("officers").EnumerateArray().Select(o => o.GetString()))));
        Assert.Equal(new DateTimeOffset(2026, 12, 1, 6, 40, 0, TimeSpan.Zero), moves["meet"].GetProperty("details").When("metAt"));
        Assert.Equal((1, 2), (moves["refer-mappa"].GetProperty("details").GetProperty("category").GetInt32(), moves["refer-mappa"].GetProperty("details").GetProperty("level").GetInt32()));
        Assert.Equal(("dci-1", "notification-order"), (moves["decide"].Text("by"), moves["decide"].GetProperty("details").Text("outcome")));
    }

    [Theory]
    [InlineData("decide", "", "outcome: Choose what is decided.|rationale: Give your reasons.")]
    [InlineData("decide", "outcome=nonsense&rationale=Why", "outcome: Choose what is decided.")]
    [InlineData("plan", "", "flight: Enter the flight, or what the train or ship is called.|lands: Enter the day the person lands, and the time if it is known.|meeting: Say where and how officers meet the person.|port: Enter the port where the person lands.|rationale: Give your reasons.")]
    [InlineData("plan", "flight=BA10&port=Heathrow&lands.time=06:15&meeting=Gate&rationale=Why", "lands: Enter the day the person lands, and the time if it is known.|officers: Say who meets the person: 1 to 10 names or numbers. Only where another force meets them it may be left out.")]
    [InlineData("plan", "flight=BA10&port=Bangkok&lands.day=1&lands.month=12&lands.year=2026&officers=DC+Moss&meeting=Gate&rationale=Why", "port: Not a port of the United Kingdom in the directory: give its code (IATA, ICAO or UN/LOCODE) or its name.")]
    [InlineData("plan", "flight=BA10&port=LHR&lands.day=1&lands.month=1&lands.year=2020&officers=DC+Moss&meeting=Gate&rationale=Why", "lands: That landing is in the past. Record the meeting, or that the person was missed or not on the flight.")]
    [InlineData("plan", "flight=BA10&port=LHR&lands.day=31&lands.month=February&lands.year=2027&officers=DC+Moss&meeting=Gate&rationale=Why", "lands: Enter the day the person lands, and the time if it is known.")]
    [InlineData("plan", "flight=BA10&port=LHR&lands.day=1&lands.month=12&lands.year=2026&officers=1%0A2%0A3%0A4%0A5%0A6%0A7%0A8%0A9%0A10%0A11&meeting=Gate&rationale=Why", "officers: The officers: more than 10 items. Leave some out.")]
    [InlineData("meet", "", "debriefed: Say whether the person was debriefed.|dna: Say whether a DNA sample was given.|fingerprints: Say whether fingerprints were taken.|metAt: Enter the day and the time of the meeting.|metBy: Say who met the person: 1 to 10 names or numbers.|photograph: Say whether a photograph was taken.|place: Say where the person was met.|rationale: Give your reasons.|requirementsServed: Say whether the requirements were served, or do not apply.")]
    [InlineData("meet", "metAt.day=21&metAt.month=11&metAt.year=2026&metBy=a&place=b&debriefed=done&requirementsServed=done&photograph=done&fingerprints=done&dna=done&rationale=Why", "metAt: Enter the day and the time of the meeting.")]
    [InlineData("meet", "metAt.day=23&metAt.month=11&metAt.year=2026&metAt.time=08:00&metBy=a&place=b&debriefed=done&requirementsServed=done&photograph=done&fingerprints=done&dna=done&rationale=Why", "metAt: The meeting is in the future.")]
    [InlineData("record-visor", "rationale=Why", "reference: Enter the ViSOR reference.")]
    [InlineData("refer-mappa", "level=4&rationale=Why", "category: Choose the MAPPA category.|level: Choose the MAPPA level.")]
    [InlineData("refer-housing", "rationale=Why", "needs: Say what the person needs.")]
    [InlineData("transfer", "rationale=Why", "force: Choose the force that takes the case over.")]
    [InlineData("transfer", "force=metropolitan&rationale=Why", "force: Choose the force that takes the case over.")]
    [InlineData("close", "revision=&rationale=Why", "revision: The form is not whole. Go back to the case and begin again.")]
    public async Task What_is_missing_in_a_form_is_said_in_words_at_its_field_and_the_rest_is_kept(string move, string entered, string errors)
    {
        var id = await hub.OpenAsync(lands: TimeSpan.FromDays(9));
        using var desk = await DeskClient.SignInAsync(hub.Hub, "supervisor");
        var fields = entered.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(f => f.Split('=')).Select(f => (f[0], WebUtility.UrlDecode(f[1]))).ToList();

        using var answer = await desk.PostAsync($"{Of(id)}/moves/{move}", [.. entered.Contains("revision", StringComparison.Ordinal) ? [] : new[] { ("revision", "1") }, .. fields]);
        var html = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("<title>Error: ", html, StringComparison.Ordinal);
        var summary = html.Split("govuk-error-summary__list")[1].Split("</ul>")[0].Split("<a href=\"#").Skip(1)
            .Select(l => WebUtility.HtmlDecode($"{l.Split('"')[0]}: {l.Split('>')[1].Split('<')[0]}"));
        Assert.Equal(errors, string.Join('|', summary.Order(StringComparer.Ordinal)));
        Assert.All(errors.Split('|').Select(e => e.Split(':')[0]).Where(f => f != "revision"), field => Assert.Contains($"id=\"{field}\"", html, StringComparison.Ordinal));
        Assert.All(fields.Where(f => f.Item1 is "flight" or "port" or "meeting" or "rationale" or "place"), f => Assert.Contains(f.Item2, html, StringComparison.Ordinal));
        Assert.Equal(1, await DeportedLife.RevisionAsync(hub, id));
    }

    [Fact]
    public async Task Of_two_officers_on_one_revision_the_second_hears_what_the_first_did_keeps_what_they_entered_and_may_confirm()
    {
        var id = await DeportedLife.ResearchedAsync(hub, "N-1");
        var revision = await DeportedLife.RevisionAsync(hub, id);
        using var one = await DeskClient.SignInAsync(hub.Hub, "supervisor", name: "dci-1");
        using var two = await DeskClient.SignInAsync(hub.Hub, "supervisor", name: "dci-2");
        (string, string)[] first = [("revision", $"{revision}"), ("outcome", "no-further-action"), ("rationale", "Nothing to be done.")];
        (string, string)[] second = [("revision", $"{revision}"), ("outcome", "manage-without-order"), ("rationale", "He must be met.")];

        await one.PostAndFollowAsync($"{Of(id)}/moves/decide", first);
        using var answer = await two.PostAsync($"{Of(id)}/moves/decide", second);
        var told = await answer.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("The senior officer decides: no further action is taken. (dci-1, ", WebUtility.HtmlDecode(told), StringComparison.Ordinal);
        Assert.Contains("He must be met.", told, StringComparison.Ordinal);
        Assert.Contains("value=\"manage-without-order\" checked", told, StringComparison.Ordinal);
        Assert.Contains($"name=\"revision\" value=\"{revision + 1}\"", told, StringComparison.Ordinal);
        Assert.Equal("no-further-action", Decision(await hub.ReadAsync(id)));

        second[0] = ("revision", $"{revision + 1}");
        await two.PostAndFollowAsync($"{Of(id)}/moves/decide", second);
        Assert.Equal("manage-without-order", Decision(await hub.ReadAsync(id)));
    }

    [Fact]
    public async Task Of_two_forms_sent_at_once_one_counts()
    {
        var id = await DeportedLife.ResearchedAsync(hub, "N-1");
        var revision = await DeportedLife.RevisionAsync(hub, id);
        using var one = await DeskClient.SignInAsync(hub.Hub, "supervisor", name: "dci-1");
        using var two = await DeskClient.SignInAsync(hub.Hub, "supervisor", name: "dci-2");

        var answers = await Task.WhenAll(
            one.PostAsync($"{Of(id)}/moves/decide", ("revision", $"{revision}"), ("outcome", "no-further-action"), ("rationale", "a")),
            two.PostAsync($"{Of(id)}/moves/decide", ("revision", $"{revision}"), ("outcome", "manage-without-order"), ("rationale", "b")));

        Assert.Equal([HttpStatusCode.SeeOther, HttpStatusCode.Conflict], answers.Select(a => a.StatusCode).Order());
        Assert.Single((await hub.ReadAsync(id)).GetProperty("moves").EnumerateArray(), m => m.Text("move") == "decide");
    }

    [Fact]
    public async Task The_same_form_sent_twice_is_one_move_and_leads_to_the_same_page()
    {
        var id = await DeportedLife.ResearchedAsync(hub, "N-1");
        using var desk = await DeskClient.SignInAsync(hub.Hub, "supervisor");
        (string, string)[] form = [("revision", $"{await DeportedLife.RevisionAsync(hub, id)}"), ("outcome", "manage-without-order"), ("rationale", "Two lines.\r\nOne reason.")];

        using var first = await desk.PostAsync($"{Of(id)}/moves/decide", form);
        using var again = await desk.PostAsync($"{Of(id)}/moves/decide", form);

        Assert.Equal((HttpStatusCode.SeeOther, HttpStatusCode.SeeOther, Of(id)), (first.StatusCode, again.StatusCode, again.Headers.Location!.ToString()));
        Assert.Single((await hub.ReadAsync(id)).GetProperty("moves").EnumerateArray(), m => m.Text("move") == "decide");
    }

    [Fact]
    public async Task A_form_gone_back_to_and_sent_again_on_the_new_revision_is_one_move_and_with_other_words_another()
    {
        var id = await DeportedLife.ResearchedAsync(hub, "N-1");
        using var desk = await DeskClient.SignInAsync(hub.Hub, "supervisor");
        await MadeAsync(desk, id, "decide", ("outcome", "manage-without-order"));
        await MadeAsync(desk, id, "decide", ("outcome", "manage-without-order"));
        Assert.Single((await hub.ReadAsync(id)).GetProperty("moves").EnumerateArray(), m => m.Text("move") == "decide");

        await MadeAsync(desk, id, "decide", ("outcome", "no-further-action"));
        await MadeAsync(desk, id, "decide", ("outcome", "manage-without-order"));
        Assert.Equal(3, (await hub.ReadAsync(id)).GetProperty("moves").EnumerateArray().Count(m => m.Text("move") == "decide"));
    }

    [Fact]
    public async Task A_move_that_cannot_be_made_yet_shows_what_is_missing_and_no_form_and_one_sent_all_the_same_is_kept_on_the_page()
    {
        var id = await hub.OpenAsync(lands: TimeSpan.FromDays(9));
        using var camden = await CamdenAsync();

        var page = await camden.GetAsync($"{Of(id)}/moves/close");
        Assert.Contains("The senior officer&#x27;s decision is missing.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"rationale\"", page, StringComparison.Ordinal);

        using var forced = await camden.PostAsync($"{Of(id)}/moves/close", ("revision", "1"), ("rationale", "It is all done."));
        var refused = await forced.Content.ReadAsStringAsync();
        Assert.Equal(HttpStatusCode.Conflict, forced.StatusCode);
        Assert.Contains("href=\"#case\">The senior officer&#x27;s decision is missing.", refused, StringComparison.Ordinal);
        Assert.Contains("id=\"case\"", refused, StringComparison.Ordinal);
        Assert.Contains("It is all done.", refused, StringComparison.Ordinal);
        Assert.Equal("received", (await hub.ReadAsync(id)).Text("state"));
    }

    [Fact]
    public async Task A_move_from_another_state_says_where_the_case_stands()
    {
        var id = await hub.OpenAsync();
        using var camden = await CamdenAsync();

        Assert.Contains(
            "The case is received and being researched; for this it must be recorded on ViSOR.", Rendered.TextOf(await camden.GetAsync($"{Of(id)}/moves/refer-mappa")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("arrival-changed")]
    [InlineData("nonsense")]
    [InlineData("Close")]
    public async Task A_move_that_no_officer_can_make_has_no_page(string move)
    {
        var id = await hub.OpenAsync();
        using var desk = await DeskClient.SignInAsync(hub.Hub, "supervisor");
        using var read = await desk.Http.GetAsync(new Uri($"{Of(id)}/moves/{move}", UriKind.Relative));
        using var sent = await desk.PostAsync($"{Of(id)}/moves/{move}", ("revision", "1"), ("rationale", "x"));

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (read.StatusCode, sent.StatusCode));
    }

    [Fact]
    public async Task A_choice_that_cannot_be_made_is_named_with_what_it_lacks_and_cannot_be_ticked()
    {
        var id = await DeportedLife.ResearchedAsync(hub, "N-1");
        using var desk = await DeskClient.SignInAsync(hub.Hub, "supervisor");
        Assert.Contains("value=\"notification-order\"", await desk.GetAsync($"{Of(id)}/moves/decide"), StringComparison.Ordinal);

        var other = await DeportedLife.WithoutConvictionAsync(hub, "N-2");
        var page = await desk.GetAsync($"{Of(other)}/moves/decide");

        Assert.DoesNotContain("value=\"notification-order\"", page, StringComparison.Ordinal);
        Assert.Contains("Cannot be chosen: a notification order is applied for. No alert that counts tells of a conviction abroad for a sexual offence", Rendered.TextOf(page), StringComparison.Ordinal);
        var choices = (await hub.ReadAsync(other)).GetProperty("open").EnumerateArray().Single(m => m.Text("move") == "decide").GetProperty("choices").EnumerateArray().ToList();
        Assert.Equal(["notification-order", "manage-without-order", "no-further-action"], choices.Select(c => c.Text("name")));
        Assert.Equal([1, 0, 0], choices.Select(c => c.GetProperty("missing").GetArrayLength()));
        Assert.All(choices, c => Assert.NotEqual("", c.Text("meaning")));
    }

    [Fact]
    public async Task The_form_of_a_plan_begins_with_what_is_known_and_a_plan_made_anew_with_the_old()
    {
        var id = await DeportedLife.DecidedAsync(hub, "N-1");
        using var camden = await CamdenAsync();

        var page = await camden.GetAsync($"{Of(id)}/moves/plan");
        Assert.All(["value=\"BA10\"", "value=\"Heathrow\"", "name=\"lands.day\"", "value=\"2026\"", "value=\"08:00\""], known => Assert.Contains(known, page, StringComparison.Ordinal));

        await MadeAsync(camden, id, "plan", ("flight", "BA12"), ("port", "Gatwick"), ("lands.day", "2"), ("lands.month", "12"), ("lands.year", "2026"), ("meeting", "At the gate"));
        var again = await camden.GetAsync($"{Of(id)}/moves/plan");
        Assert.All(["value=\"BA12\"", "value=\"2\"", "At the gate"], known => Assert.Contains(known, again, StringComparison.Ordinal));
        Assert.Contains("Sussex Police meets the person. At the gate", await camden.GetAsync(Of(id)), StringComparison.Ordinal);
    }

    private async Task<string> MadeAsync(DeskClient desk, string id, string move, params (string, string)[] fields)
    {
        var page = await desk.GetAsync($"{Of(id)}/moves/{move}");
        var revision = page.Split("name=\"revision\" value=\"")[1].Split('"')[0];
        return await desk.PostAndFollowAsync($"{Of(id)}/moves/{move}", [("revision", revision), ("rationale", DeportedLife.Why), .. fields]);
    }

    private Task<DeskClient> CamdenAsync() => DeskClient.SignInAsync(hub.Hub, "jigsawOfficer", "Camden", name: "camden-7");

    private static string Decision(System.Text.Json.JsonElement read) => read.GetProperty("moves").EnumerateArray().Last(m => m.Text("move") == "decide").GetProperty("details").Text("outcome");

    private static string Of(string id) => $"/desk/deported-offenders/{id}";
}
