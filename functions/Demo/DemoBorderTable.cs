using System.Globalization;
using System.Text.Json;
using Hub.Time;
using Spectre.Console;

namespace Hub.Functions.Demo;

/// <summary>Shows what became of the sample manifest.</summary>
internal static class DemoBorderTable
{
    /// <param name="manifest">As the border liaison sees it once screened.</param>
    /// <param name="hits">Its hits as a supervisor sees them.</param>
    /// <param name="planned">Interceptions planned, by the nominal they are about.</param>
    public static void Write(IAnsiConsole console, JsonElement manifest, IReadOnlyList<JsonElement> hits, ILookup<string, JsonElement> planned)
    {
        var table = new Table().Border(TableBorder.Rounded).ShowRowSeparators().AddColumns("On the flight", "On the register", "Travel judged", "Told", "Return flight");
        table.Title = new TableTitle($"A sample manifest: {manifest.GetProperty("travellers").GetInt64()} passengers, {hits.Count} hits; of the others nothing is kept", Style.Plain);
        foreach (var hit in hits)
        {
            var match = hit.GetProperty("match");
            var nominal = match.TryGetProperty("nominal", out var id) ? id.GetString()! : "";
            var sure = match.GetProperty("outcome").GetString() == "match";
            table.AddRow(
                Markup.Escape(Who(hit.GetProperty("report").GetProperty("traveller"))),
                Markup.Escape(sure ? nominal : $"perhaps {nominal}:\na person must look"),
                Markup.Escape(Judged(hit)),
                Markup.Escape(string.Join('\n', hit.GetProperty("notices").EnumerateArray().Select(n => $"{Text(n, "recipient")} ({Text(n, "kind")})"))),
                Markup.Escape(string.Join('\n', planned[nominal].Select(Plan))));
        }

        console.Write(table);
    }

    private static string Who(JsonElement traveller)
    {
        var name = traveller.GetProperty("names")[0];
        return $"{name.GetProperty("given")[0].GetString()} {Text(name, "surname")}\nborn {Text(traveller, "born")}";
    }

    private static string Judged(JsonElement hit) =>
        hit.TryGetProperty("conclusion", out var conclusion) ? Text(conclusion.GetProperty("journey").GetProperty("judgement"), "outcome") : "not before it is decided who it is";

    private static string Plan(JsonElement notice)
    {
        var told = notice.TryGetProperty("plannedFor", out var at) ? $"from {LondonTime.Of(at.GetDateTimeOffset()).ToString("ddd d MMM", CultureInfo.InvariantCulture)}" : "now";
        return $"{Text(notice, "recipient")} told {told} ({Text(notice, "kind")})";
    }

    private static string Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString()! : "";
}
