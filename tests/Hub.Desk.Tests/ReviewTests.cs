using Hub.Desk.Tests.Browsers;
using Hub.Functions.Tests;
using Hub.Nominals;
using Hub.Persons;
using Hub.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Hub.Desk.Tests;

/// <summary>A sergeant with a queue of possible matches.</summary>
public sealed class ReviewTests
{
    private const string Decided = "Record my decision and go on";

    private static async Task<Browsers.Desk> OpenAsync(int reports, bool scripts = true, string name = "Sgt Birch")
    {
        var desk = await Browsers.Desk.OpenAsync(scripts);
        await desk.Hub.KnowAsync(
            Sister("N-20431", "Ophelia") with { Markers = [Marker.Missing], PncId = "2024/0111111A" },
            Sister("N-20432", "Odette") with { Born = BirthDate.Parse("2011-05-20") },
            Sister("N-20433", "Octavia") with { Sex = Sex.Male });
        for (var i = 0; i < reports; i++)
        {
            await desk.Hub.ArrestAsync(new Arrest());
        }

        await desk.SignInAsync("ppdSergeant", "Camden", name: name);
        return desk;
    }

    private static Nominal Sister(string id, string given) => A.Nominal(id) with
    {
        Names = [new PersonName { Surname = "Featherstone", Given = [given] }],
        Born = BirthDate.Parse("2011-05-19"),
        Sex = Sex.Female,
        Addresses = [new Address { Lines = ["12 Mornington Row"], Postcode = "NW1 7RG", Borough = "Camden" }],
    };

    private static Task PressAsync(Browsers.Desk desk, string button) => desk.Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

    private static Task ExpectAsync(Browsers.Desk desk, string text) => Expect(desk.Page.GetByText(text).First).ToBeVisibleAsync();

    [BrowserFact]
    public async Task A_sergeant_works_through_the_queue()
    {
        await using var desk = await OpenAsync(3);
        await Expect(desk.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/desk/reviews$"));
        await desk.IsFineAsync("reviews-queue");

        await PressAsync(desk, "Start reviewing");
        await ExpectAsync(desk, "You have this open until");
        await desk.IsFineAsync("review");

        await PressAsync(desk, Decided);
        await ExpectAsync(desk, "There is a problem");
        await desk.IsFineAsync("review-wrong");

        await desk.Page.GetByLabel("It is 1.").CheckAsync();
        await desk.Page.GetByLabel("Why", new() { Exact = true }).FillAsync("Same tattoo on the left hand.");
        await PressAsync(desk, Decided);
        await ExpectAsync(desk, "Match confirmed: whoever must know is told. This is the next case.");

        await desk.Page.GetByLabel("I cannot say yet").CheckAsync();
        await desk.Page.GetByLabel("Why", new() { Exact = true }).FillAsync("The photograph on file, from custody.");
        await PressAsync(desk, Decided);
        await ExpectAsync(desk, "More is asked. The case stays in the queue. This is the next case.");

        await desk.Page.GetByLabel("It is none of them").CheckAsync();
        await desk.Page.GetByLabel("Why", new() { Exact = true }).FillAsync("Seen with her sister at the station.");
        await PressAsync(desk, Decided);
        await ExpectAsync(desk, "More is asked by Sgt Birch");
        await desk.IsFineAsync("review-more");
        await PressAsync(desk, "Put it back into the queue");
        await ExpectAsync(desk, "The case is back in the queue.");
        await desk.IsFineAsync("reviews-queue-more");
    }

    [BrowserFact]
    public async Task An_empty_queue_says_so()
    {
        await using var desk = await OpenAsync(0);

        await ExpectAsync(desk, "No possible match waits.");
        await desk.IsFineAsync("reviews-empty");
    }

    [BrowserFact]
    public async Task A_supervisor_chooses_a_queue()
    {
        await using var desk = await OpenAsync(1);
        await using var other = await desk.BesideAsync();
        await other.SignInAsync("supervisor", name: "Supt Okafor");
        await other.Page.GotoAsync("/desk/reviews");
        await other.IsFineAsync("reviews-supervisor");

        await other.Page.GetByLabel("Whose queue").SelectOptionAsync("Camden public protection desk");
        await PressAsync(other, "Show this queue");
        await ExpectAsync(other, "Possible match");
    }

    [BrowserFact]
    public async Task A_case_is_decided_by_keyboard_alone()
    {
        await using var desk = await OpenAsync(1);
        var keys = desk.Page.Keyboard;
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Start reviewing" }).FocusAsync();
        await keys.PressAsync("Enter");
        await ExpectAsync(desk, "Is this the same person?");

        await keys.PressAsync("2");
        await Expect(desk.Page.Locator("#candidate-2")).ToBeVisibleAsync();
        await keys.PressAsync("c");
        await Expect(desk.Page.GetByLabel("It is 2.")).ToBeCheckedAsync();
        await keys.PressAsync("m");
        await Expect(desk.Page.GetByLabel("I cannot say yet")).ToBeCheckedAsync();
        await keys.PressAsync("r");
        await Expect(desk.Page.GetByLabel("It is none of them")).ToBeFocusedAsync();
        await keys.PressAsync("Tab");
        await keys.TypeAsync("Rather many 2 c m n letters?");
        await Expect(desk.Page.GetByLabel("It is none of them")).ToBeCheckedAsync();
        await keys.PressAsync("Tab");
        await Expect(desk.Page.GetByRole(AriaRole.Button, new() { Name = Decided })).ToBeFocusedAsync();
        await keys.PressAsync("Enter");

        await ExpectAsync(desk, "Match rejected.");
        await ExpectAsync(desk, "No possible match waits.");
    }

    [BrowserFact]
    public async Task Shortcuts_are_listed_can_be_turned_off_and_stay_off()
    {
        await using var desk = await OpenAsync(2);
        await PressAsync(desk, "Start reviewing");
        await ExpectAsync(desk, "Is this the same person?");
        var keys = desk.Page.Keyboard;
        await keys.PressAsync("?");
        await Expect(desk.Page.GetByText("choose none of them")).ToBeVisibleAsync();
        await desk.IsFineAsync("review-keys");
        await desk.Page.GetByLabel("Use keyboard shortcuts in this browser").UncheckAsync();
        await keys.PressAsync("r");
        await Expect(desk.Page.GetByLabel("It is none of them")).Not.ToBeCheckedAsync();

        await desk.Page.ReloadAsync();
        await keys.PressAsync("?");
        await keys.PressAsync("r");
        await Expect(desk.Page.GetByText("choose none of them")).ToBeHiddenAsync();
        await Expect(desk.Page.GetByLabel("It is none of them")).Not.ToBeCheckedAsync();
        await desk.Page.GetByText("Keyboard shortcuts", new() { Exact = true }).ClickAsync();
        await desk.Page.GetByLabel("Use keyboard shortcuts in this browser").CheckAsync();
        var before = desk.Page.Url;
        await desk.Page.GetByLabel("Why", new() { Exact = true }).FillAsync("Begun.");
        await desk.Page.GetByLabel("Use keyboard shortcuts in this browser").FocusAsync();
        await keys.PressAsync("n");
        await Expect(desk.Page.GetByRole(AriaRole.Button, new() { Name = "Skip to the next case" })).ToBeFocusedAsync();
        await desk.Page.GetByLabel("Why", new() { Exact = true }).FillAsync("");
        await desk.Page.GetByLabel("It is none of them").FocusAsync();
        await keys.PressAsync("n");
        await Expect(desk.Page).Not.ToHaveURLAsync(before);
        await ExpectAsync(desk, "You have this open");
    }

    [BrowserFact]
    public async Task Two_people_are_never_silently_on_one_case()
    {
        await using var desk = await OpenAsync(1, name: "PC Ahmed");
        await using var other = await desk.BesideAsync();
        await PressAsync(desk, "Start reviewing");
        await ExpectAsync(desk, "You have this open");

        await other.SignInAsync("ppdSergeant", "Camden", name: "Sgt Birch");
        await ExpectAsync(other, "PC Ahmed has had this open since");
        await other.IsFineAsync("reviews-queue-held");
        await other.Page.GetByRole(AriaRole.Link, new() { Name = "Look at it" }).ClickAsync();
        await ExpectAsync(other, "PC Ahmed has had this open since");
        await other.IsFineAsync("review-held");
        await PressAsync(other, "Take it over from PC Ahmed");
        await ExpectAsync(other, "You have this open");

        await desk.Page.GetByLabel("It is 1.").CheckAsync();
        await desk.Page.GetByLabel("Why", new() { Exact = true }).FillAsync("Same tattoo.");
        await PressAsync(desk, Decided);
        await ExpectAsync(desk, "Nothing of yours was decided");
        await ExpectAsync(desk, "Sgt Birch has had this open since");
        await Expect(desk.Page.GetByLabel("Why", new() { Exact = true })).ToHaveValueAsync("Same tattoo.");
        await desk.IsFineAsync("review-lost");

        await other.Page.GetByLabel("It is none of them").CheckAsync();
        await other.Page.GetByLabel("Why", new() { Exact = true }).FillAsync("Her sister.");
        await PressAsync(other, Decided);
        await ExpectAsync(other, "Match rejected.");

        await PressAsync(desk, "Take it over, keeping what I wrote");
        await ExpectAsync(desk, "Sgt Birch decided this first");
        await ExpectAsync(desk, "Same tattoo.");
        await desk.IsFineAsync("review-second");
    }

    [BrowserFact]
    public async Task Who_works_on_keeps_the_case_and_who_lost_it_is_told_before_sending()
    {
        await using var desk = await OpenAsync(1, name: "PC Ahmed");
        await desk.Page.Clock.InstallAsync();
        await PressAsync(desk, "Start reviewing");
        await ExpectAsync(desk, "You have this open");
        var address = desk.Page.Url;
        var id = address.Split('/')[^1];
        await desk.Hub.AdvanceAsync(TimeSpan.FromMinutes(6));
        await desk.Page.Clock.FastForwardAsync("06:00");
        var kept = desk.Page.WaitForResponseAsync(r => r.Url.EndsWith("/hold", StringComparison.Ordinal));
        await desk.Page.GetByLabel("Why", new() { Exact = true }).PressSequentiallyAsync("S");
        await kept;
        var report = await desk.Hub.SettledAsync(new Uri($"api/reports/{id}", UriKind.Relative));
        Assert.Equal(2, report.Actions().Count(a => a == "review.held"));

        await using var other = await desk.BesideAsync();
        await other.SignInAsync("ppdSergeant", "Camden", name: "Sgt Birch");
        await other.Page.GotoAsync(address);
        await PressAsync(other, "Take it over from PC Ahmed");
        await ExpectAsync(other, "You have this open");
        await desk.Page.Clock.FastForwardAsync("06:00");
        await desk.Page.GetByLabel("Why", new() { Exact = true }).PressSequentiallyAsync("ame");
        await ExpectAsync(desk, "Somebody has taken this case over.");
    }

    [BrowserFact]
    public async Task Without_any_script_the_ordinary_way_is_one_click_and_all_candidates_are_shown()
    {
        await using var desk = await OpenAsync(1, scripts: false);
        await PressAsync(desk, "Start reviewing");

        await ExpectAsync(desk, "You have this open");
        foreach (var place in new[] { 1, 2 })
        {
            await Expect(desk.Page.Locator($"#candidate-{place} svg")).ToBeVisibleAsync();
        }

        await Expect(desk.Page.GetByText("Keyboard shortcuts", new() { Exact = true })).ToBeHiddenAsync();
        await desk.Page.GetByLabel("It is none of them").CheckAsync();
        await desk.Page.GetByLabel("Why", new() { Exact = true }).FillAsync("Her sister.");
        await PressAsync(desk, Decided);
        await ExpectAsync(desk, "Match rejected.");
    }

    [BrowserFact]
    public async Task On_paper_all_candidates_and_all_figures_are_there()
    {
        await using var desk = await OpenAsync(1);
        await PressAsync(desk, "Start reviewing");
        await ExpectAsync(desk, "You have this open");
        await desk.Page.EmulateMediaAsync(new() { Media = Media.Print });

        await Expect(desk.Page.Locator("#candidate-2")).ToBeVisibleAsync();
        await Expect(desk.Page.GetByRole(AriaRole.Button, new() { Name = Decided })).ToBeHiddenAsync();
        await Expect(desk.Page.Locator("#candidate-1 svg")).ToBeVisibleAsync();
        await desk.Page.ScreenshotAsync(new() { Path = Path.Combine(Functions.Tests.House.Repository.Root, "artifacts", "screens", "review-print.png"), FullPage = true });
    }
}
