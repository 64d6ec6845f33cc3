using Spectre.Console;

namespace Hub.Accuracy.Output;

/// <summary>The figures of a run as tables.</summary>
internal static class LinkageTable
{
    public static void Write(IAnsiConsole console, LinkageFigures f)
    {
        console.MarkupLineInterpolated($"[bold]{f.Command}[/] {f.Set}, model {f.Model}");
        foreach (var (file, counts) in f.Reading)
        {
            foreach (var (what, count) in counts)
            {
                console.MarkupLineInterpolated($"  {Path.GetFileName(file)}: {what}: {Show.Count(count)}");
            }
        }

        Row(console, ("register", Show.Count(f.Register)), ("screened", Show.Count(f.Queries)), ("true pairs", Show.Count(f.TruePairs)),
            ("considered", Show.Count(f.PairsConsidered)), ("kept", Show.Count(f.PairsKept)), ("blocking recall", Show.Share(f.BlockingRecall)),
            ("kept recall", Show.Share(f.KeptRecall)), ("AUC", Show.Share(f.Auc)));
        Agreements(console, f);
        Row(console, ("load", Show.Seconds(f.LoadSeconds)), ("build", Show.Seconds(f.BuildSeconds)), ("screen", Show.Seconds(f.ScreenSeconds)),
            ("persons a second", Show.Count((long)f.PersonsASecond)), ("peak memory", Show.Megabytes(f.PeakMemory)), ("blocking probe", Show.Seconds(f.BlockingProbeSeconds)));
        if (f.Screening is { } screening)
        {
            Screening(console, screening);
        }
    }

    /// <summary>A table of one row.</summary>
    private static void Row(IAnsiConsole console, params (string Name, string Value)[] cells)
    {
        var table = new Table().Border(TableBorder.Minimal);
        table.AddColumns([.. cells.Select(c => new TableColumn(c.Name).RightAligned())]);
        table.AddRow([.. cells.Select(c => c.Value)]);
        console.Write(table);
    }

    private static void Agreements(IAnsiConsole console, LinkageFigures f)
    {
        var table = new Table().Border(TableBorder.Minimal).AddColumn("at");
        table.AddColumns([.. new[] { "F1", "precision", "recall", "true +", "false +", "false -", "bits" }.Select(c => new TableColumn(c).RightAligned())]);
        (string Name, AgreementFigures? Figures)[] rows =
            [("possible (shown)", f.Possible), ("match (sure)", f.Match), ("best threshold", f.Best), ("best, not explained away", f.BestNotExplainedAway)];
        foreach (var (name, a) in rows.Where(r => r.Figures is not null))
        {
            table.AddRow(name, Show.Share(a!.F1), Show.Share(a.Precision), Show.Share(a.Recall), Show.Count(a.TruePositives),
                Show.Count(a.FalsePositives), Show.Count(a.FalseNegatives), Show.Bits(a.Threshold));
        }

        console.Write(table);
    }

    private static void Screening(IAnsiConsole console, ScreeningFigures s)
    {
        console.MarkupLineInterpolated($"Not on the register: {Show.Count(s.NotOnRegister)}; shown {Show.Count(s.AlarmsPossible)} ({Show.Percent(s.AlarmsPossible, s.NotOnRegister)}), sure {Show.Count(s.AlarmsMatch)} ({Show.Percent(s.AlarmsMatch, s.NotOnRegister)})");
        if (s.ByCategory.Count < 2)
        {
            return;
        }

        var table = new Table().Border(TableBorder.Minimal).AddColumn("category");
        table.AddColumns([.. new[] { "passengers", "blocked", "shown", "sure" }.Select(c => new TableColumn(c).RightAligned())]);
        foreach (var c in s.ByCategory)
        {
            table.AddRow(Markup.Escape(c.Category), Show.Count(c.Passengers), Show.Share(c.Blocked), Show.Share(c.Possible), Show.Share(c.Match));
        }

        console.Write(table);
    }
}
