using System.Globalization;
using System.Text;
using System.Text.Json;
using Spectre.Console;

namespace Hub.Functions.Commands;

/// <summary>What became of a manifest, for somebody at a terminal.</summary>
internal static class ManifestSummary
{
    private const int Shown = 20;

    public static void Write(IAnsiConsole console, JsonElement manifest, Uri address)
    {
        if (!console.Profile.Capabilities.Interactive)
        {
            console.Profile.Width = 150;
        }

        foreach (var list in manifest.GetProperty("lists").EnumerateArray().Take(Shown))
        {
            var monitored = list.GetProperty("monitored").GetBoolean() ? "" : " (not monitored: not screened)";
            console.WriteLine($"{Text(list, "flight")} {Text(list, "route")}: {Number(list, "travellers")} {Text(list, "kind")}{monitored}");
        }

        var hits = manifest.GetProperty("hits");
        var aside = manifest.GetProperty("setAside");
        console.WriteLine($"Screened {Number(manifest, "screened")} of {Number(manifest, "travellers")}: {Number(hits, "count")} hits ({Number(hits, "undecided")} for an officer to decide), {Number(hits, "withdrawn")} withdrawn, {Number(aside, "count")} set aside.");
        Table(console, "Hits", hits, ["at", "flight", "outcome", "report"]);
        Table(console, "Set aside: not screened", aside, ["at", "code", "reason"]);
        console.Profile.Out.Writer.WriteLine(address);
    }

    /// <summary>A refusal in lines: what the problem document says.</summary>
    public static string Refusal(int status, string answer)
    {
        var words = new StringBuilder().Append(CultureInfo.InvariantCulture, $"The hub refused it ({status}).");
        try
        {
            using var problem = JsonDocument.Parse(answer);
            words.Append(' ').Append(Text(problem.RootElement, "title")).Append(' ').Append(Text(problem.RootElement, "detail"));
            if (problem.RootElement.TryGetProperty("errors", out var errors))
            {
                foreach (var error in errors.EnumerateArray())
                {
                    words.AppendLine().Append(CultureInfo.InvariantCulture, $"  {Text(error, "path")}: {Text(error, "message")} ({Text(error, "code")})");
                }
            }
        }
        catch (JsonException)
        {
            words.Append(" It gave no reason.");
        }

        return words.ToString();
    }

    private static void Table(IAnsiConsole console, string title, JsonElement listed, string[] columns)
    {
        var items = listed.GetProperty("items").EnumerateArray().ToList();
        if (items.Count == 0)
        {
            return;
        }

        var table = new Table().Border(TableBorder.Ascii2).AddColumns(columns);
        table.Title = new TableTitle(title, Style.Plain);
        foreach (var item in items.Take(Shown))
        {
            table.AddRow([.. columns.Select(c => Markup.Escape(Text(item, c)))]);
        }

        console.Write(table);
        if (items.Count > Shown)
        {
            console.WriteLine($"… and {items.Count - Shown} more.");
        }
    }

    private static string Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";

    private static string Number(JsonElement element, string name) => element.GetProperty(name).GetInt64().ToString("N0", CultureInfo.InvariantCulture);
}
