using System.Globalization;
using Hub.Border.Travel;

namespace Hub.Tests.Border.Travel;

public sealed class ReadmeTests
{
    private static string Text => File.ReadAllText(Path.Combine(Root, "shared", "Hub", "Border", "Travel", "README.md"));

    [Fact]
    public void Every_worked_example_comes_out_as_written()
    {
        var rows = Text[Text.IndexOf("## Worked examples", StringComparison.Ordinal)..].Split('\n')
            .Where(line => line.StartsWith("| 2", StringComparison.Ordinal))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries)[1..^1])
            .ToArray();

        Assert.Equal(15, rows.Length);
        Assert.All(rows, row => Assert.Equal(Enum.Parse<TravelOutcome>(row[5], ignoreCase: true), Outcome(row)));
    }

    [Fact]
    public void Every_rule_is_listed_and_the_windows_are_those_of_the_code()
    {
        Assert.All(TravelRules.Default.All, rule => Assert.Contains($"| `{rule.Id}` | {rule.From.ToString("d MMMM yyyy", CultureInfo.InvariantCulture)} |", Text, StringComparison.Ordinal));
        Assert.Contains($"within {TravelWindows.Departure} days of the one travelled, to a country named; within {TravelWindows.DepartureElsewhere} days to another", Text, StringComparison.Ordinal);
        Assert.Contains($"in the {TravelWindows.Unseen} days before", Text, StringComparison.Ordinal);
        Assert.Contains($"no return more than {TravelWindows.Return} days before", Text, StringComparison.Ordinal);
    }

    private static TravelOutcome Outcome(string[] row)
    {
        var journey = Trip.Out(row[0], row[1].Length == 0 ? null : row[1]);
        return row[2].Length == 0
            ? Trip.Outcome(journey)
            : Trip.Outcome(journey, Trip.Notified(row[2], row[3]) with { ShortNoticeReason = row[4] == "yes" ? "A reason" : null });
    }

    private static string Root
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder.FullName, "Hub.sln")))
            {
                folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside the repository, where there is no README to read.");
            }

            return folder.FullName;
        }
    }
}
