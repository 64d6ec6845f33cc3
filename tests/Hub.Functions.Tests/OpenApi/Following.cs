using System.Text.RegularExpressions;

namespace Hub.Functions.Tests.OpenApi;

/// <summary>Posts variants of the examples and waits for what becomes of them.</summary>
internal static partial class Following
{
    private const int MaxLooks = 400;

    /// <summary>An example under another reference, with some text changed.</summary>
    public static string Changed(string example, string reference, params (string From, string To)[] changes) =>
        changes.Aggregate(Reference().Replace(example, $"\"reference\": \"{reference}\""), (text, change) =>
        {
            Assert.Contains(change.From, text, StringComparison.Ordinal);
            return text.Replace(change.From, change.To, StringComparison.Ordinal);
        });

    /// <summary>The report as a supervisor sees it, once assessed and its notices delivered.</summary>
    public static async Task<Answer> AssessedAsync(RunningHub hub, string id)
    {
        for (var look = 1; look <= MaxLooks; look++)
        {
            var report = await hub.CallAsync("report_get", Callers.Supervisor, id);
            if (report.Text("status") == "assessed" && report.Body.GetProperty("notices").EnumerateArray().All(n => n.GetProperty("state").GetString() != "raised"))
            {
                return report;
            }

            await Task.Delay(25);
        }

        throw new TimeoutException($"Report {id} was not assessed and delivered.");
    }

    [GeneratedRegex("\"reference\": \"[^\"]+\"")]
    private static partial Regex Reference();
}
