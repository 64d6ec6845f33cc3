using System.Text.Json;
using Spectre.Console;

namespace Hub.Functions.Demo;

/// <summary>Shows the open cases of deported offenders.</summary>
internal static class DemoDeportedTable
{
    /// <param name="cases">Each as a supervisor sees it in the list, and whole; soonest landing first.</param>
    public static void Write(IAnsiConsole console, IReadOnlyList<(JsonElement Listed, JsonElement Whole)> cases)
    {
        var table = new Table().Border(TableBorder.Rounded).ShowRowSeparators().AddColumns("Offender", "Told of by", "Lands", "Stands", "Told", "Clock strikes next");
        table.Title = new TableTitle("Sample alerts on deported offenders, as one case for each person", Style.Plain);
        foreach (var (listed, found) in cases)
        {
            table.AddRow(
                Markup.Escape(Who(found)),
                Markup.Escape(string.Join('\n', found.GetProperty("alerts").EnumerateArray().Select(a => Text(a.GetProperty("alert"), "source")))),
                Markup.Escape(Lands(found.GetProperty("facts"))),
                Markup.Escape(Stands(listed)),
                Markup.Escape(string.Join('\n', found.GetProperty("notices").EnumerateArray().Where(n => Text(n, "state") != "withdrawn").Select(n => $"{Text(n, "recipient")} ({Text(n, "kind")})"))),
                Markup.Escape(Next(found)));
        }

        console.Write(table);
    }

    private static string Who(JsonElement found)
    {
        var subject = found.GetProperty("facts").GetProperty("subject");
        var name = subject.GetProperty("names")[0];
        return $"{name.GetProperty("given")[0].GetString()} {Text(name, "surname")}\nborn {Text(subject, "born")}\n{Text(found, "nominal")}";
    }

    private static string Lands(JsonElement facts)
    {
        if (!facts.TryGetProperty("arrival", out var arrival))
        {
            return "not known yet";
        }

        var differences = facts.GetProperty("differences").GetArrayLength();
        return $"{arrival.GetProperty("port").GetProperty("name").GetString()}\n{arrival.GetProperty("lands").GetProperty("words").GetString()}{(differences > 0 ? "\n(the senders differ)" : "")}";
    }

    private static string Stands(JsonElement listed)
    {
        if (!listed.TryGetProperty("next", out var next))
        {
            return Text(listed, "stateWords");
        }

        var missing = next.GetProperty("missing").EnumerateArray().Select(w => w.GetString()!.Split(':')[0]).FirstOrDefault();
        return $"{Text(listed, "stateWords")}\n→ {missing ?? Text(next, "move")}";
    }

    private static string Next(JsonElement found) => found.GetProperty("clock").EnumerateArray().Select(c => Text(c, "words")).FirstOrDefault() ?? "";

    private static string Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString()! : "";
}
