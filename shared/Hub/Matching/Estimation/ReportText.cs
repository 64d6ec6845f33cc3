using System.Globalization;
using System.Text;

namespace Hub.Matching.Estimation;

/// <summary>The report as Markdown, for whoever decides whether the new model is put to use.</summary>
internal static class ReportText
{
    public static string Of(EstimationReport report)
    {
        var text = new StringBuilder();
        Line(text, $"# Matching model {report.Version}, estimated from a register");
        Line(text, $"");
        Line(text, $"{report.Source}");
        Line(text, $"");
        Line(text, $"Compared with {report.FromVersion}. Priors, thresholds and the strength of counted commonness are as they were. Nobody said which nominals are the same person; read this before you use the model.");
        Passes(text, report);
        Figures(text, report);
        Outcomes(text, report);
        return text.ToString();
    }

    private static void Passes(StringBuilder text, EstimationReport report)
    {
        Line(text, $"");
        Line(text, $"## Matches it rests on");
        Line(text, $"");
        if (report.Doubles > 0)
        {
            Line(text, $"About {report.Doubles:N0} pairs of nominals are one person: {report.Doubles * 1000 / report.Nominals:N1} for every thousand nominals.");
        }
        else
        {
            Line(text, $"No pass found enough pairs that are clearly one person: **every m is kept**, only u is new.");
        }

        Line(text, $"");
        Line(text, $"| pairs that share | nominals with it | pairs | compared | matches expected | relatives expected | clarity | rounds | used |");
        Line(text, $"|---|---:|---:|---:|---:|---:|---:|---:|---|");
        foreach (var pass in report.Passes)
        {
            Line(text, $"| {pass.Key} | {pass.Holders:N0} | {pass.InBlocks:N0} | {pass.Pairs:N0} | {pass.ExpectedMatches:N1} | {pass.Relatives:N1} | {pass.Clarity:0.00} | {pass.Rounds} | {(pass.IsUsed ? "yes" : "no")} |");
        }
    }

    private static void Figures(StringBuilder text, EstimationReport report)
    {
        Line(text, $"");
        Line(text, $"## Figures");
        Line(text, $"");
        Line(text, $"Weights in bits (log2 of m through u), for a value of average commonness. *Random* and *matches*: pairs at this level that u and m rest on, of {report.RandomPairs:N0} at random.");
        Line(text, $"");
        Line(text, $"| comparison | level | m | | u | | weight | | change | random | matches | note |");
        Line(text, $"|---|---|---:|---:|---:|---:|---:|---:|---:|---:|---:|---|");
        foreach (var level in report.Levels)
        {
            Line(text, $"| {level.Comparison} | {level.Level} | {level.OldM:G4} | {level.M:G4} | {level.OldU:G4} | {level.U:G4} | {level.OldBits:0.0} | {level.Bits:0.0} | {level.Bits - level.OldBits:+0.0;-0.0;0.0} | {level.RandomPairs:N0} | {level.Matches:N0} | {Note(level.Note)} |");
        }
    }

    private static void Outcomes(StringBuilder text, EstimationReport report)
    {
        Line(text, $"");
        Line(text, $"## What this changes");
        Line(text, $"");
        Line(text, $"Nominals of the register, looked for on it as if reported; each candidate's outcome by its own probability and the named rules, before and after.");
        Line(text, $"");
        Line(text, $"| purpose | from | to | candidates |");
        Line(text, $"|---|---|---|---:|");
        foreach (var outcome in report.Outcomes)
        {
            foreach (var (from, to, pairs) in outcome.Counts.Where(c => c.Pairs > 0))
            {
                Line(text, $"| {outcome.Purpose} | {from} | {(from == to ? "the same" : to)} | {pairs:N0} |");
            }
        }
    }

    private static string Note(LevelNote note) => string.Join("; ", Enum.GetValues<LevelNote>().Where(n => n != 0 && note.HasFlag(n)).Select(n => n switch
    {
        LevelNote.MKept => "m kept",
        LevelNote.UKept => "u kept",
        LevelNote.OutOfOrder => "out of order",
        LevelNote.SignChanged => "sign changed",
        _ => throw new InvalidOperationException($"{n} has no words."),
    }));

    private static void Line(StringBuilder text, FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
