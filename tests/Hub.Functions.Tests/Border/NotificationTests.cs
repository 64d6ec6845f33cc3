using System.Net;
using Hub.Border.Travel;

namespace Hub.Functions.Tests.Border;

/// <summary>What offenders notified, before the flight or found out after it.</summary>
public sealed class NotificationTests : IAsyncLifetime
{
    private BorderHub border = null!;

    public async Task InitializeAsync() => border = await BorderHub.StartAsync(Offenders.Thornbury);

    public async Task DisposeAsync() => await border.DisposeAsync();

    [Fact]
    public async Task Travel_as_notified_is_seen_without_suspicion_and_the_border_still_has_its_hit()
    {
        Assert.Equal(HttpStatusCode.NoContent, await NotifyAsync(Offenders.Notified));

        var report = await border.HitAsync(Lists.Out(Offenders.Thornbury));

        Assert.Equal("notified", report.Judged());
        Assert.Equal(["border-liaison border-hit", "jigsaw:camden travel-seen"], report.Told());
    }

    [Fact]
    public async Task A_notification_that_comes_to_light_after_the_hit_takes_the_suspicion_back()
    {
        var hit = await border.HitAsync(Lists.Out(Offenders.Thornbury));

        await NotifyAsync(Offenders.Notified);

        await AssertClearedAsync(hit.Text("id"));
    }

    [Fact]
    public async Task A_register_update_that_brings_a_notification_takes_the_suspicion_back()
    {
        var hit = await border.HitAsync(Lists.Out(Offenders.Thornbury));

        await PutAsync(Offenders.Notified);

        await AssertClearedAsync(hit.Text("id"));
    }

    [Fact]
    public async Task A_load_of_the_register_that_brings_a_notification_takes_the_suspicion_back()
    {
        var hit = await border.HitAsync(Lists.Out(Offenders.Thornbury));

        // As load-register does, past the API.
        await border.Hub.KnowAsync(Offenders.Thornbury with { TravelNotified = [Offenders.Notified] });
        string? judged = null;
        for (var look = 0; look < 200 && judged != "notified"; look++)
        {
            await border.Hub.AdvanceAsync(TimeSpan.FromSeconds(1));
            judged = (await border.ReportAsync(hit.Text("id"))).Judged();
        }

        await AssertClearedAsync(hit.Text("id"));
    }

    [Fact]
    public async Task A_notification_withdrawn_before_departure_leaves_the_travel_not_notified()
    {
        await NotifyAsync(Offenders.Notified);
        var hit = await border.HitAsync(Lists.Out(Offenders.Thornbury));

        await NotifyAsync(Offenders.Notified with { WithdrawnAt = TestHub.Start.AddDays(-1) });

        var report = await border.ReportAsync(hit.Text("id"));
        Assert.Equal("notNotified", report.Judged());
        Assert.Contains("jigsaw:camden travel-breach-suspected", report.Standing());
        Assert.Contains("travel.notification-withdrawn", (await border.ReadAsync((await border.TravelAsync("V-70411")).Text("record"))).Actions());
    }

    [Fact]
    public async Task Travel_elsewhere_than_notified_differs_and_the_reasons_say_how()
    {
        await NotifyAsync(Offenders.Notified with { Country = "FRA", PointOfArrival = "CDG" });

        var report = await border.HitAsync(Lists.Out(Offenders.Thornbury));

        Assert.Equal("differs", report.Judged());
        Assert.Contains("France", report.GetProperty("reasons").ToString(), StringComparison.Ordinal);
        Assert.Contains("jigsaw travel-breach-suspected", report.Told());
    }

    [Fact]
    public async Task What_is_wrong_with_a_notification_is_said_all_at_once_and_nothing_is_kept()
    {
        var (status, problem) = await border.SendAsync(border.Camden, HttpMethod.Put, "api/nominals/V-70411/travel-notifications/T-9", new { departs = "2026-11-22", country = "Atlantis", returns = "2026-11-01" });

        Assert.Equal(422, (int)status);
        Assert.Equal([("$.country", "unknown-country"), ("$.notifiedAt", "required"), ("$.returns", "returns-before-departs")], problem.Errors().Order());
        Assert.Empty((await border.TravelAsync("V-70411")).GetProperty("notifications").EnumerateArray());
    }

    private async Task AssertClearedAsync(string hit)
    {
        var report = await border.ReportAsync(hit);
        Assert.Equal("notified", report.Judged());
        Assert.Equal(
            ["border-liaison border-hit", "jigsaw notice-withdrawn", "jigsaw:camden notice-withdrawn", "jigsaw:camden travel-seen"], report.Standing());
        Assert.Equal("withdrawn", report.Notice("jigsaw:camden", "travel-breach-suspected").Text("state"));
    }

    private async Task<HttpStatusCode> NotifyAsync(TravelNotification notification) =>
        (await border.SendAsync(border.Camden, HttpMethod.Put, $"api/nominals/V-70411/travel-notifications/{notification.Id}", notification)).Status;

    private async Task PutAsync(TravelNotification notification)
    {
        var (status, problem) = await border.SendAsync(border.Register, HttpMethod.Put, "api/nominals/V-70411", Offenders.Thornbury with { TravelNotified = [notification] });
        Assert.True(status == HttpStatusCode.NoContent, problem.ToString());
    }
}
