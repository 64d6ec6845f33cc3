using System.Net;
using System.Text.Json;
using Hub.Functions.Tests.Border;

namespace Hub.Functions.Tests.Desk.Travel;

/// <summary>A hub with an offender on a flight, and ways to look at the travel pages.</summary>
internal static class TravelDesk
{
    /// <summary>He is on BA9 today without having notified it, and said to land on BA10 at some moment.</summary>
    public static async Task<string> ReturningAsync(this BorderHub border, DateTimeOffset lands)
    {
        var hit = await border.HitAsync(Lists.Out(Offenders.Thornbury));
        await border.DecideAsync(hit.Text("id"), new { on = "return", outcome = "known", returns = lands.ToString("yyyy-MM-dd'T'HH:mm", System.Globalization.CultureInfo.InvariantCulture), returnsTo = "LHR", returnFlight = "BA10", rationale = "The airline told us." });
        return hit.Text("id");
    }

    public static async Task AtAsync(this BorderHub border, DateTimeOffset moment)
    {
        await border.Hub.AdvanceAsync(moment - border.Hub.Time.GetUtcNow());
    }

    public static Task<DeskClient> CamdenAsync(this BorderHub border, string name = "camden-7") => DeskClient.SignInAsync(border.Hub, "jigsawOfficer", "Camden", name: name);

    public static async Task<string> TextAsync(this DeskClient desk, string path) => Rendered.TextOf(await desk.GetAsync(path));

    /// <summary>The access log, newest first, as <c>who action subject reason</c>.</summary>
    public static async Task<string[]> LogAsync(this BorderHub border)
    {
        using var auditor = border.Hub.As("auditor");
        return [.. (await border.ReadAsync("api/audit?limit=500", auditor)).GetProperty("items").EnumerateArray().Select(Words)];
    }

    public static async Task<(HttpStatusCode Status, string Text)> SendAsync(this DeskClient desk, string path, params (string Name, string Value)[] fields)
    {
        using var answer = await desk.PostAsync(path, fields);
        return (answer.StatusCode, Rendered.TextOf(await answer.Content.ReadAsStringAsync()));
    }

    private static string Words(JsonElement entry) =>
        $"{entry.Text("by")} {entry.Text("action")} {entry.Text("subject")}{(entry.TryGetProperty("reason", out var reason) ? $" {reason.GetString()}" : "")}{(entry.GetProperty("allowed").GetBoolean() ? "" : " REFUSED")}";
}
