using Hub.Border.Travel;
using Hub.Desk.Tests.Browsers;
using Hub.Functions.Tests;
using Hub.Functions.Tests.Border;
using Hub.Functions.Tests.House;
using Hub.Testing.Manifests;
using Microsoft.Playwright;

namespace Hub.Desk.Tests;

/// <summary>A Jigsaw officer with a flight to meet: what is ahead, whose journeys they were, what is decided.</summary>
public sealed class TravelTests
{
    [BrowserFact]
    public async Task Where_nothing_is_ahead_the_page_says_so()
    {
        await using var desk = await Browsers.Desk.OpenAsync();
        await desk.SignInAsync("jigsawOfficer", "Camden");

        await desk.Page.GetByRole(AriaRole.Link, new() { Name = "Travel" }).ClickAsync();

        await Assertions.Expect(desk.Page.GetByText("No return flight is known.")).ToBeVisibleAsync();
        await desk.IsFineAsync("travel-empty");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Show their travel" }).ClickAsync();
        await Assertions.Expect(desk.Page.GetByText("There is a problem")).ToBeVisibleAsync();
        await desk.IsFineAsync("travel-lookup-wrong");
    }

    [BrowserFact]
    public async Task An_officer_with_a_flight_landing_in_two_hours_sees_it_first_and_goes_to_the_persons_journeys()
    {
        await using var desk = await Browsers.Desk.OpenAsync();
        await desk.TravelAsync();
        await desk.SignInAsync("jigsawOfficer", "Camden", name: "camden-7");
        await desk.Page.GotoAsync("/desk/travel");

        await Assertions.Expect(desk.Page.GetByRole(AriaRole.Heading, new() { Level = 2 }).First).ToHaveTextAsync("Landing within 4 hours");
        await Assertions.Expect(desk.Page.GetByRole(AriaRole.Article).First).ToContainTextAsync("Lands in 1 hour 59 minutes");
        await desk.IsFineAsync("travel");

        await desk.Page.GetByRole(AriaRole.Article).First.GetByRole(AriaRole.Link, new() { NameString = "All their journeys" }).ClickAsync();
        await Assertions.Expect(desk.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("Thornbury", new() { IgnoreCase = true });
        await Assertions.Expect(desk.Page.Locator("svg[role=img]")).ToBeVisibleAsync();
        await desk.IsFineAsync("travel-person");
    }

    [BrowserFact]
    public async Task The_border_liaison_sees_whom_to_meet()
    {
        await using var desk = await Browsers.Desk.OpenAsync();
        await desk.TravelAsync();
        await desk.SignInAsync("borderLiaison");

        await desk.Page.GotoAsync("/desk/travel");

        await Assertions.Expect(desk.Page.GetByRole(AriaRole.Article).First).ToContainTextAsync("533401372");
        await desk.IsFineAsync("travel-border");
    }

    [BrowserFact]
    public async Task A_supervisor_chooses_whose_flights()
    {
        await using var desk = await Browsers.Desk.OpenAsync();
        await desk.TravelAsync();
        await desk.SignInAsync("supervisor");
        await desk.Page.GotoAsync("/desk/travel");

        await desk.Page.GetByLabel("Whose flights").SelectOptionAsync(new SelectOptionValue { Label = "Hackney Jigsaw team" });
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Show", Exact = true }).ClickAsync();

        await Assertions.Expect(desk.Page.GetByRole(AriaRole.Article).First).ToContainTextAsync("Hollowbread", new() { IgnoreCase = true });
        await desk.IsFineAsync("travel-supervisor");
    }

    [BrowserFact]
    public async Task Journeys_of_every_shape_are_drawn_and_told()
    {
        await using var desk = await Browsers.Desk.OpenAsync();
        await desk.ShapesAsync();
        await desk.SignInAsync("jigsawOfficer", "Camden", name: "camden-7");
        await desk.LookUpAsync();

        await Assertions.Expect(desk.Page.Locator(".desk-journeys__travelled").First).ToBeVisibleAsync();
        await desk.Page.Locator(".desk-journeys").First.ScreenshotAsync(new() { Path = Path.Combine(Repository.Root, "artifacts", "screens", "travel-shapes-picture.png") });
        await desk.IsFineAsync("travel-shapes");
    }

    [BrowserFact]
    public async Task Somebody_not_seen_travelling_and_the_question_why()
    {
        await using var desk = await Browsers.Desk.OpenAsync();
        await desk.Hub.KnowAsync(Offenders.Thornbury);
        await desk.SignInAsync("jigsawOfficer", "Camden", name: "camden-7");

        await desk.Page.GotoAsync("/desk/travel/V-70411");
        await desk.IsFineAsync("travel-why");
        await desk.Page.GetByLabel("Why you look at this person").FillAsync("A call from the airline");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Show their travel" }).ClickAsync();

        await Assertions.Expect(desk.Page.GetByText("This person was seen on no flight.")).ToBeVisibleAsync();
        await desk.IsFineAsync("travel-person-empty");
    }

    [BrowserFact]
    public async Task With_the_keyboard_alone_an_officer_decides_on_a_breach_and_enters_the_return()
    {
        await using var desk = await Browsers.Desk.OpenAsync();
        await desk.TravelAsync();
        await desk.SignInAsync("jigsawOfficer", "Camden", name: "camden-7");
        await desk.Page.GotoAsync("/desk/travel");

        await desk.Page.GetByRole(AriaRole.Link, new() { NameRegex = new("^Decide about BA9") }).FocusAsync();
        await desk.Page.Keyboard.PressAsync("Enter");
        await desk.IsFineAsync("travel-report");

        // Nothing chosen, nothing said.
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Record this decision" }).FocusAsync();
        await desk.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(desk.Page.GetByRole(AriaRole.Link, new() { Name = "Choose what you decide." })).ToBeVisibleAsync();
        await desk.IsFineAsync("travel-report-wrong");
        await desk.Page.Keyboard.PressAsync("Tab");
        await desk.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(desk.Page.GetByLabel("It was a breach")).ToBeFocusedAsync();
        await desk.Page.Keyboard.PressAsync("Space");
        await desk.Page.Keyboard.PressAsync("Tab");
        await desk.Page.Keyboard.TypeAsync("He says he forgot.");
        await desk.Page.Keyboard.PressAsync("Tab");
        await desk.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(desk.Page.GetByText("Your decision is recorded.")).ToBeVisibleAsync();

        await desk.Page.GetByRole(AriaRole.Link, new() { Name = "Return", Exact = true }).FocusAsync();
        await desk.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(desk.Page.GetByLabel("Airport (optional)")).ToBeVisibleAsync();
        await desk.IsFineAsync("travel-report-return");
        await desk.Page.GetByLabel("The return is known").FocusAsync();
        await desk.Page.Keyboard.PressAsync("Space");
        foreach (var entered in new[] { "9", "12", "2026", "18:00", "LHR", "BA12", "He changed his booking." })
        {
            await desk.Page.Keyboard.PressAsync("Tab");
            await desk.Page.Keyboard.TypeAsync(entered);
        }

        await desk.Page.Keyboard.PressAsync("Tab");
        await desk.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(desk.Page.GetByText("The return is known: Wednesday 9 December 2026 at 6:00pm")).ToBeVisibleAsync();
        await desk.IsFineAsync("travel-report-decided");
    }

    [BrowserFact]
    public async Task An_officer_records_what_the_person_notified()
    {
        await using var desk = await Browsers.Desk.OpenAsync();
        await desk.TravelAsync();
        await desk.SignInAsync("jigsawOfficer", "Camden", name: "camden-7");
        await desk.LookUpAsync();
        await desk.Page.GetByRole(AriaRole.Link, new() { Name = "Record what the person notified" }).ClickAsync();

        await desk.Page.GetByLabel("Country they go to").FillAsync("Atlantis");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Record what was notified" }).ClickAsync();
        await Assertions.Expect(desk.Page.GetByRole(AriaRole.Link, new() { Name = "Enter the name of a foreign country, such as Thailand." })).ToBeVisibleAsync();
        await desk.IsFineAsync("travel-notify-wrong");

        await desk.Page.GetByLabel("Country they go to").FillAsync("Thailand");
        await FillAsync(desk, "When they notified it", "8", "11", "2026");
        await desk.Page.GetByLabel("Time").FillAsync("14:30");
        await FillAsync(desk, "Day they leave", "22", "11", "2026");
        await FillAsync(desk, "Day they come back (optional)", "6", "12", "2026");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Record what was notified" }).ClickAsync();

        await Assertions.Expect(desk.Page.GetByText("What the person notified is recorded")).ToBeVisibleAsync();
        await Assertions.Expect(desk.Page.Locator(".govuk-summary-card").First).ToContainTextAsync("As notified");
        await desk.IsFineAsync("travel-notified");
    }

    [BrowserFact]
    public async Task Without_scripts_everything_is_there()
    {
        await using var desk = await Browsers.Desk.OpenAsync(scripts: false);
        await desk.TravelAsync();
        await desk.SignInAsync("jigsawOfficer", "Camden", name: "camden-7");

        await desk.Page.GotoAsync("/desk/travel");
        await Assertions.Expect(desk.Page.GetByRole(AriaRole.Article).First).ToContainTextAsync("Lands in 1 hour 59 minutes");
        await desk.Page.GetByRole(AriaRole.Link, new() { NameRegex = new("^Decide about BA9") }).ClickAsync();
        await desk.Page.GetByLabel("There was no breach").CheckAsync();
        await desk.Page.GetByLabel("Why", new() { Exact = true }).FillAsync("His solicitor sent the notice.");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Record this decision" }).ClickAsync();

        await Assertions.Expect(desk.Page.GetByText("Your decision is recorded.")).ToBeVisibleAsync();
    }

    private static async Task FillAsync(Browsers.Desk desk, string legend, params string[] values)
    {
        var group = desk.Page.GetByRole(AriaRole.Group, new() { Name = legend });
        foreach (var (label, value) in new[] { "Day", "Month", "Year" }.Zip(values))
        {
            await group.GetByLabel(label, new() { Exact = true }).FillAsync(value);
        }
    }
}

/// <summary>Travel to look at.</summary>
internal static class TravelScenes
{
    /// <summary>A man and a woman abroad without having notified it; his flight lands in two hours, theirs in days.</summary>
    public static async Task TravelAsync(this Browsers.Desk desk)
    {
        var border = BorderHub.Of(desk.Hub);
        await desk.Hub.KnowAsync(Offenders.Thornbury, Offenders.Hollowbread);
        await border.ScreenAsync(Lists.Out(Offenders.Thornbury, Offenders.Hollowbread));
        var hits = (await border.InboxAsync(border.Central, "?state=open")).Where(n => n.Text("kind") == "travel-breach-suspected").ToDictionary(n => n.GetProperty("content").Text("nominal"), n => n.Text("report"));
        await border.DecideAsync(hits["V-70411"], new { on = "return", outcome = "known", returns = "2026-12-06T06:15", returnsTo = "LHR", returnFlight = "BA10", rationale = "The airline told us." });
        await border.DecideAsync(hits["V-81522"], new { on = "return", outcome = "known", returns = "2026-12-08", rationale = "His sister said so." }, border.Supervisor);
        await desk.Hub.AdvanceAsync(Lists.Lands.AddHours(-2) - desk.Hub.Time.GetUtcNow());
    }

    /// <summary>Journeys as notified, late, elsewhere, longer, not notified, long, open; and one notified and not seen.</summary>
    public static async Task ShapesAsync(this Browsers.Desk desk)
    {
        var border = BorderHub.Of(desk.Hub);
        await desk.Hub.KnowAsync(Offenders.Thornbury with
        {
            TravelNotified =
            [
                Notified("a", 2026, 1, 5, 2026, 1, 19, 20),
                Notified("b", 2026, 3, 1, 2026, 3, 15, 2),
                Notified("c", 2026, 4, 20, 2026, 5, 4, 20) with { Country = "FRA", PointOfArrival = "CDG" },
                Notified("d", 2026, 6, 10, 2026, 6, 17, 20),
                Notified("e", 2026, 12, 20, 2027, 1, 3, 60),
            ],
        });
        await FlyAsync(border, new(2026, 1, 5, 21, 30, 0), new DateTime(2026, 1, 19, 6, 15, 0));
        await FlyAsync(border, new(2026, 3, 1, 21, 30, 0), new DateTime(2026, 3, 15, 6, 15, 0));
        await FlyAsync(border, new(2026, 4, 20, 21, 30, 0), new DateTime(2026, 5, 4, 6, 15, 0));
        await FlyAsync(border, new(2026, 6, 10, 21, 30, 0), new DateTime(2026, 6, 28, 6, 15, 0));
        await FlyAsync(border, new(2026, 7, 6, 21, 30, 0), new DateTime(2026, 9, 30, 6, 15, 0));
        await FlyAsync(border, new(2026, 11, 2, 21, 30, 0), null);
    }

    public static async Task LookUpAsync(this Browsers.Desk desk)
    {
        await desk.Page.GotoAsync("/desk/travel");
        await desk.Page.GetByLabel("Their id on the register").FillAsync("V-70411");
        await desk.Page.GetByLabel("Why you look at this person").FillAsync("A call from the airline");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Show their travel" }).ClickAsync();
    }

    private static async Task FlyAsync(BorderHub border, DateTime leaves, DateTime? lands)
    {
        await border.ScreenAsync(new PaxlstManifest(Lists.Flight("9", "LHR", "BKK", leaves, leaves.AddHours(18)), [Lists.Traveller(Offenders.Thornbury)]));
        if (lands is { } back)
        {
            await border.ScreenAsync(new PaxlstManifest(Lists.Flight("10", "BKK", "LHR", back.AddHours(-6), back), [Lists.Traveller(Offenders.Thornbury)]));
        }
    }

    private static TravelNotification Notified(string id, int year, int month, int day, int backYear, int backMonth, int backDay, int daysBefore) => new()
    {
        Id = id,
        NotifiedAt = new DateTimeOffset(year, month, day, 10, 0, 0, TimeSpan.Zero).AddDays(-daysBefore),
        Departs = new DateOnly(year, month, day),
        Country = "THA",
        PointOfArrival = "BKK",
        Returns = new DateOnly(backYear, backMonth, backDay),
    };
}
