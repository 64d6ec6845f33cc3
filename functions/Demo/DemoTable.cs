using System.Globalization;
using System.Text.Json;
using Hub.Functions.Commands;
using Hub.Functions.Hosting;
using Hub.Time;
using Spectre.Console;

namespace Hub.Functions.Demo;

/// <summary>Shows what became of the sample arrests.</summary>
internal static class DemoTable
{
    public static void Write(IAnsiConsole console, IReadOnlyList<DemoOutcome> outcomes)
    {
        var table = new Table().Border(TableBorder.Rounded).ShowRowSeparators()
            .AddColumns("Arrested", "Where", "On the register", "Told", "By when (London)");
        table.Title = new TableTitle("Sample arrests and what the hub made of them");
        foreach (var outcome in outcomes)
        {
            var arrested = Markup.Escape(Who(outcome.Notice.GetProperty("subject")));
            var where = Markup.Escape(outcome.Notice.GetProperty("arrestBorough").GetString()!);
            if (outcome.Status == 202)
            {
                var (told, when) = Told(outcome.Report);
                table.AddRow(arrested, where, Markup.Escape(Match(outcome.Report)), Markup.Escape(told), Markup.Escape(when));
            }
            else
            {
                table.AddRow(arrested, where, "[red]refused[/]", Markup.Escape(string.Join('\n', outcome.Report.GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("code").GetString()))), "");
            }
        }

        console.Write(table);
    }

    public static void WriteInvitation(IAnsiConsole console, EmbeddedHub hub)
    {
        var token = new TokenWish("yotOfficer", Borough: "Camden", Name: "demo").Issue(hub.Issuer);
        console.WriteLine();
        console.WriteLine($"Open {new UriBuilder(hub.Host.Address) { Host = "localhost" }.Uri} in a browser and choose who to be. The hub runs until Ctrl+C, and nothing is kept.");
        console.WriteLine();
        console.WriteLine("The API, for one the inbox of Camden's youth offending team:");

        // Written past the console's wrapping, so that it can be copied.
        console.Profile.Out.Writer.WriteLine($"curl -H 'Authorization: Bearer {token}' {hub.Host.Address}api/notices");
    }

    private static string Who(JsonElement subject) =>
        $"{subject.GetProperty("given")[0].GetString()} {subject.GetProperty("surname").GetString()}\nborn {subject.GetProperty("born").GetString()}";

    private static string Match(JsonElement report)
    {
        if (!report.TryGetProperty("match", out var match))
        {
            return "not yet assessed";
        }

        var nominal = match.TryGetProperty("nominal", out var id) ? id.GetString() : null;
        return match.GetProperty("outcome").GetString() switch
        {
            "match" => $"{nominal}\np = {match.GetProperty("probability").GetDouble().ToString("0.0000", CultureInfo.InvariantCulture)}",
            "possible" => $"perhaps {nominal}:\na person must look",
            _ => "nobody",
        };
    }

    private static (string Told, string When) Told(JsonElement report)
    {
        var notices = report.GetProperty("notices").EnumerateArray().ToList();
        return (
            string.Join('\n', notices.Select(n => $"{n.GetProperty("recipient").GetString()} ({n.GetProperty("kind").GetString()})")),
            string.Join('\n', notices.Select(When)));
    }

    private static string When(JsonElement notice)
    {
        if (!notice.TryGetProperty("due", out var due))
        {
            return "at once";
        }

        var late = notice.TryGetProperty("breachedAt", out _) ? " LATE" : "";
        return $"{LondonTime.Of(due.GetDateTimeOffset()).ToString("ddd d MMM HH:mm", CultureInfo.InvariantCulture)}{late}";
    }
}
