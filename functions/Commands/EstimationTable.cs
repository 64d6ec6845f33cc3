using System.Globalization;
using Hub.Matching.Estimation;
using Spectre.Console;

namespace Hub.Functions.Commands;

/// <summary>The largest changes of a model, for the terminal; the report has all of them.</summary>
internal static class EstimationTable
{
    private const int Shown = 20;
    private const int WidthOfFiles = 150;

    public static void Write(IAnsiConsole console, EstimationReport report)
    {
        if (!console.Profile.Capabilities.Interactive)
        {
            console.Profile.Width = WidthOfFiles;
        }

        var table = new Table().Border(TableBorder.Ascii2).AddColumns("Comparison", "Level", "m", "u", "Bits before", "Bits now", "Random pairs", "Matches");
        foreach (var level in report.Levels.OrderByDescending(l => Math.Abs(l.Bits - l.OldBits)).Take(Shown))
        {
            table.AddRow(
                level.Comparison, level.Level, Text($"{level.M:G3}"), Text($"{level.U:G3}"), Text($"{level.OldBits:0.0}"), Text($"{level.Bits:0.0}"),
                Text($"{level.RandomPairs:N0}"), Text($"{level.Matches:N0}"));
        }

        console.Write(table);
        console.WriteLine(report.Doubles > 0
            ? Text($"About {report.Doubles:N0} pairs of nominals are one person.")
            : "No pass found enough pairs that are clearly one person: every m is kept, only u is new.");
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
