using Hub.Border.Travel;
using Hub.Desk.Tests.Browsers;
using Hub.Functions.Tests;
using Hub.Nominals;
using Hub.Persons;
using Hub.Testing;
using Microsoft.Playwright;

namespace Hub.Desk.Tests;

/// <summary>An officer looks somebody up.</summary>
public sealed class PeopleTests
{
    [BrowserFact]
    public async Task Somebody_is_found_and_their_record_read()
    {
        await using var desk = await OpenAsync();
        await desk.Page.GotoAsync("/desk/people");
        await desk.IsFineAsync("people");

        await desk.Page.GetByLabel("What you know of the person").FillAsync("smyth john 4.3.71");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();
        await Assertions.Expect(desk.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Say why you look this person up");
        await desk.IsFineAsync("people-wrong");
        await Assertions.Expect(desk.Page.GetByLabel("What you know of the person")).ToHaveValueAsync("smyth john 4.3.71");

        await desk.Page.GetByLabel("Why you look").FillAsync("Found at Euston, gives no address");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();
        await Assertions.Expect(desk.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("1 person on the register fits");
        await desk.IsFineAsync("people-found");

        await desk.Page.GetByRole(AriaRole.Link, new() { Name = "John Paul Smith" }).ClickAsync();
        await Assertions.Expect(desk.Page.GetByText("2003/0011985X")).ToBeVisibleAsync();
        await desk.IsFineAsync("person");
        await desk.Page.GetByRole(AriaRole.Link, new() { Name = "How record N-1 came to be" }).ClickAsync();
        await Assertions.Expect(desk.Page.GetByRole(AriaRole.Heading, new() { Name = "Added to the register" })).ToBeVisibleAsync();
        await desk.IsFineAsync("person-history");

        await desk.Page.GoBackAsync();
        await desk.Page.GoBackAsync();
        await Assertions.Expect(desk.Page.GetByText("1 person on the register fits")).ToBeVisibleAsync();
        await desk.Page.ReloadAsync();
        await Assertions.Expect(desk.Page.GetByText("1 person on the register fits")).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task Several_who_fit_are_shown_best_first_and_the_search_can_be_changed()
    {
        await using var desk = await OpenAsync();
        await SearchAsync(desk, "smith 04031971");
        await Assertions.Expect(desk.Page.GetByText("May be one thing or another")).ToBeVisibleAsync();
        await SearchAsync(desk, "smith");
        await Assertions.Expect(desk.Page.GetByText("The best 20 are shown")).ToBeVisibleAsync();
        await desk.Page.GetByText("Change this search").ClickAsync();
        await Assertions.Expect(desk.Page.GetByLabel("What you know of the person")).ToHaveValueAsync("smith");
        await desk.IsFineAsync("people-many");

        await desk.Page.GetByText("Say what is what, field by field").ClickAsync();
        await desk.Page.GetByLabel("Given names").FillAsync("zebedee");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();
        await Assertions.Expect(desk.Page.GetByText("Nobody on the register fits")).ToBeVisibleAsync();
        await desk.IsFineAsync("people-none");
    }

    [BrowserFact]
    public async Task By_the_keyboard_alone_somebody_is_found()
    {
        await using var desk = await OpenAsync();
        await desk.Page.GotoAsync("/desk/people");

        await desk.TabToAsync("q");
        await desk.Page.Keyboard.TypeAsync("n-1");
        await desk.TabToAsync("reason");
        await desk.Page.Keyboard.TypeAsync("A call");
        await desk.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(desk.Page.GetByText("1 person on the register fits")).ToBeVisibleAsync();
        await desk.TabToAsync("John Paul Smith");
        await desk.Page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(desk.Page.GetByText("2003/0011985X")).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task Without_scripts_a_record_opens_once_it_is_said_why()
    {
        await using var desk = await OpenAsync(scripts: false);
        await desk.Page.GotoAsync("/desk/people/N-1");

        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Show the record" }).ClickAsync();
        await Assertions.Expect(desk.Page.GetByText("There is a problem")).ToBeVisibleAsync();
        await desk.Page.GetByLabel("Your reason").FillAsync("A call");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Show the record" }).ClickAsync();

        await Assertions.Expect(desk.Page.GetByText("2003/0011985X")).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task Being_asked_why_is_fine()
    {
        await using var desk = await OpenAsync();
        await desk.Page.GotoAsync("/desk/people/N-1?because=of-long-ago");
        await desk.IsFineAsync("person-why");
    }

    private static async Task<Browsers.Desk> OpenAsync(bool scripts = true)
    {
        var desk = await Browsers.Desk.OpenAsync(scripts);
        await desk.Hub.KnowAsync(
            [
                A.Nominal("N-1") with
                {
                    Names = [new PersonName { Surname = "Smith", Given = ["John", "Paul"] }, new PersonName { Kind = NameKind.Alias, Surname = "Moss", Given = ["Jack"] }],
                    Born = BirthDate.Parse("1971-03-04"),
                    Sex = Sex.Male,
                    Nationality = "GBR",
                    PncId = "2003/0011985X",
                    Phones = ["020 7946 0144"],
                    Documents = [new TravelDocument("P", "925665416", "GBR", new DateOnly(2031, 1, 2))],
                    Addresses = [new Address { Lines = ["1 High Road"], Borough = "Hackney", Postcode = "E8 1AB", From = new DateOnly(2024, 5, 1) }, new Address { Lines = ["9 Old Lane"], Borough = "Brent", To = new DateOnly(2024, 4, 30) }],
                    Registers = ["visor", "mappa"],
                    Markers = [Marker.Missing],
                    NotificationPeriods = [new NotificationPeriod(new DateOnly(2015, 6, 1), null)],
                    TravelNotified = [new TravelNotification { Id = "T-1", NotifiedAt = TestHub.Start.AddDays(-9), Departs = new DateOnly(2026, 12, 1), Country = "THA", Returns = new DateOnly(2026, 12, 20) }],
                    Mappa = new Mappa(1, 2),
                    Rm2000 = Rm2000.High,
                    Orders = [new CourtOrder("sexual-harm-prevention-order", new DateOnly(2015, 6, 1), null, "Leeds Crown Court")],
                    Responsible = new Responsible("hackney", "DC Pike"),
                },
                .. Enumerable.Range(0, 30).Select(i => A.Nominal($"C-{i}") with { Names = [new PersonName { Surname = "Smith", Given = [$"Ada{(char)('a' + i)}"] }], Born = BirthDate.Parse($"{1950 + i}-06-07") }),
            ]);
        await desk.SignInAsync("supervisor", name: "S. Okafor");
        await Assertions.Expect(desk.Page.GetByText("S. Okafor")).ToBeVisibleAsync();
        return desk;
    }

    private static async Task SearchAsync(Browsers.Desk desk, string words)
    {
        await desk.Page.GotoAsync("/desk/people");
        await desk.Page.GetByLabel("What you know of the person").FillAsync(words);
        await desk.Page.GetByLabel("Why you look").FillAsync("A call");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Search" }).ClickAsync();
    }
}
