using System.Text.Json;

namespace Hub.Functions.Tests;

/// <summary>Short ways to look into a report's JSON.</summary>
internal static class ReportReading
{
    public static string[] Told(this JsonElement report) =>
        [.. report.GetProperty("notices").EnumerateArray().Select(n => $"{n.GetProperty("recipient").GetString()} {n.GetProperty("kind").GetString()}").Order(StringComparer.Ordinal)];

    public static JsonElement Notice(this JsonElement report, string recipient) =>
        report.GetProperty("notices").EnumerateArray().Single(n => n.GetProperty("recipient").GetString() == recipient);

    public static string Text(this JsonElement element, string name) => element.GetProperty(name).GetString()!;

    public static DateTimeOffset When(this JsonElement element, string name) => element.GetProperty(name).GetDateTimeOffset();

    public static string[] Actions(this JsonElement report) =>
        [.. report.GetProperty("timeline").EnumerateArray().Select(e => e.Text("action"))];

    public static (string Path, string Code)[] Errors(this JsonElement problem) =>
        [.. problem.GetProperty("errors").EnumerateArray().Select(e => (e.Text("path"), e.Text("code")))];
}
