using Spectre.Console;

namespace Hub.Accuracy.Output;

/// <summary>The figures of names as a table.</summary>
internal static class NameTable
{
    public static void Write(IAnsiConsole console, IEnumerable<NameFigures> figures)
    {
        var table = new Table().Border(TableBorder.Minimal).AddColumns("level", "category", "source");
        table.AddColumns([.. new[] { "match", "other", "AUC", "best F1", "bits", "AUC v shuffled", "recall at 1 %" }.Select(c => new TableColumn(c).RightAligned())]);
        foreach (var f in figures)
        {
            table.AddRow(
                Markup.Escape(f.Level), Markup.Escape(f.Category.Length > 0 ? f.Category : "(all)"), Markup.Escape(f.Source), Show.Count(f.Matches), Show.Count(f.NonMatches),
                Show.Share(f.Auc), Show.Share(f.Best?.F1), Show.Bits(f.Best?.Threshold), Show.Share(f.ShuffledAuc), Show.Share(f.RecallAtOnePercent));
        }

        console.Write(table);
    }
}
