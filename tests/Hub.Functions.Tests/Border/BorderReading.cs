using System.Text.Json;

namespace Hub.Functions.Tests.Border;

/// <summary>Short ways to look into what the hub answers about travel.</summary>
internal static class BorderReading
{
    /// <summary>Who has what standing: recipients and kinds of the notices not withdrawn.</summary>
    public static string[] Standing(this JsonElement report) =>
        [.. report.GetProperty("notices").EnumerateArray().Where(n => n.Text("state") != "withdrawn").Select(Words).Order(StringComparer.Ordinal)];

    public static string[] Standing(this IEnumerable<JsonElement> inbox, string? kind = null) =>
        [.. inbox.Where(n => n.Text("state") != "withdrawn" && (kind is null || n.Text("kind") == kind)).Select(Words).Order(StringComparer.Ordinal)];

    public static JsonElement Notice(this JsonElement report, string recipient, string kind) =>
        report.GetProperty("notices").EnumerateArray().Single(n => n.Text("recipient") == recipient && n.Text("kind") == kind);

    public static JsonElement Of(this IEnumerable<JsonElement> inbox, string kind) => inbox.Single(n => n.Text("kind") == kind);

    /// <summary>The outcome of judging the journey a report belongs to.</summary>
    public static string Judged(this JsonElement report) => report.GetProperty("conclusion").GetProperty("journey").GetProperty("judgement").Text("outcome");

    public static string[] Hits(this JsonElement manifest) => [.. manifest.GetProperty("hits").GetProperty("items").EnumerateArray().Select(h => h.Text("report"))];

    public static int Count(this JsonElement element, string name) => element.GetProperty(name).GetInt32();

    private static string Words(JsonElement notice) => $"{notice.Text("recipient")} {notice.Text("kind")}";
}
