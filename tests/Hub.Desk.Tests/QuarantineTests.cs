using System.Collections.Immutable;
using Hub.Desk.Tests.Browsers;
using Hub.Functions.Tests;
using Hub.Messaging;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace Hub.Desk.Tests;

/// <summary>A supervisor with messages that could not be worked on.</summary>
public sealed class QuarantineTests
{
    [BrowserFact]
    public async Task A_message_is_looked_at_and_sent_again()
    {
        await using var desk = await OpenAsync();
        await desk.Page.GotoAsync("/desk/quarantine");
        await desk.IsFineAsync("quarantine");

        await desk.Page.GetByRole(AriaRole.Link, new() { Name = "A report could not be assessed: Arrest notice" }).ClickAsync();
        await Assertions.Expect(desk.Page.GetByText("hub.report.accepted.v9").First).ToBeVisibleAsync();
        await desk.IsFineAsync("quarantine-item");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Send it again" }).ClickAsync();
        await Assertions.Expect(desk.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("There is a problem");
        await desk.IsFineAsync("quarantine-item-wrong");
        var item = desk.Page.Url[..desk.Page.Url.LastIndexOf('/')];

        await desk.Page.GetByLabel("Why it is sent again").FillAsync("The new build knows these reports.");
        await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Send it again" }).ClickAsync();
        await Assertions.Expect(desk.Page.GetByText("It was sent again.")).ToBeVisibleAsync();

        await desk.Page.GotoAsync(item);
        await Assertions.Expect(desk.Page.GetByText("The new build knows these reports.").First).ToBeVisibleAsync();
        await desk.IsFineAsync("quarantine-item-closed");
    }

    [BrowserFact]
    public async Task By_the_keyboard_alone_a_message_is_discarded_and_the_second_who_tries_is_told()
    {
        await using var desk = await OpenAsync();
        await desk.Page.GotoAsync("/desk/quarantine");
        await using var other = await desk.BesideAsync();
        await other.SignInAsync("supervisor", name: "D. Hale");
        await Assertions.Expect(other.Page.GetByText("D. Hale")).ToBeVisibleAsync();

        await desk.TabToAsync("A notice could not be delivered");
        await desk.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(desk.Page.GetByText("It is a text of another kind than the hub sends.")).ToBeVisibleAsync();
        await other.Page.GotoAsync(desk.Page.Url);
        await desk.TabToAsync("Discard it instead");
        await desk.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(desk.Page.GetByText("cannot be brought back")).ToBeVisibleAsync();
        await desk.IsFineAsync("quarantine-discard");
        await desk.Page.ReloadAsync();
        await desk.TabToAsync("rationale");
        await desk.Page.Keyboard.TypeAsync("A test message, meant for nobody.");
        await desk.TabToAsync("Discard it for good");
        await desk.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(desk.Page.GetByText("It was discarded.")).ToBeVisibleAsync();

        await other.Page.GetByLabel("Why it is sent again").FillAsync("Mended.");
        await other.Page.GetByRole(AriaRole.Button, new() { Name = "Send it again" }).ClickAsync();
        await Assertions.Expect(other.Page.GetByText("Somebody closed this before you")).ToBeVisibleAsync();
        await other.IsFineAsync("quarantine-overtaken");
    }

    [BrowserFact]
    public async Task Where_nothing_waits_the_page_says_so()
    {
        await using var desk = await Browsers.Desk.OpenAsync();
        await desk.SignInAsync("auditor", name: "A. Auditor");

        await Assertions.Expect(desk.Page.GetByText("Nothing waits.")).ToBeVisibleAsync();

        await desk.IsFineAsync("quarantine-empty");
    }

    private static async Task<Browsers.Desk> OpenAsync()
    {
        var desk = await Browsers.Desk.OpenAsync();
        var report = await desk.Hub.ArrestAsync(new Arrest());
        await HoldAsync(desk, HubTopology.Reports, HubTopology.ReportAccepted, $$"""
            {"specversion":"1.0","id":"8f0d8a523a2f8d5c8f3b0c5d2b1a9e77.accepted.3","source":"/hub","type":"hub.report.accepted.v9","subject":"{{report.Text("id")}}","time":"2026-11-22T08:00:00Z",
             "data":{"feed":"arrests","names":[{"surname":"Featherstone","given":["Ophelia"]}],"born":"2011-05-19","Ophelia Featherstone":{"height":171},"noFixedAbode":true} }
            """);
        await HoldAsync(desk, HubTopology.Notices, HubTopology.NoticeRaised, "this is no event");
        await desk.Hub.AdvanceAsync(TimeSpan.FromMinutes(95));
        await desk.SignInAsync("supervisor", name: "S. Okafor");
        await Assertions.Expect(desk.Page.GetByText("S. Okafor")).ToBeVisibleAsync();
        return desk;
    }

    private static async Task HoldAsync(Browsers.Desk desk, string topic, string type, string body)
    {
        var message = new Message { Id = Guid.NewGuid().ToString(), Body = body, Properties = ImmutableSortedDictionary<string, string>.Empty.Add("type", type) };
        await desk.Hub.Services.GetRequiredService<IMessageBus>().SendAsync(topic, [message], CancellationToken.None);
        await desk.Hub.DrainAsync();
    }
}
