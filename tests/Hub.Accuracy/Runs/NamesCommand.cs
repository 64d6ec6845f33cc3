using System.Collections.Immutable;
using System.Diagnostics;
using Hub.Accuracy.Output;
using Hub.Accuracy.Sets;
using Hub.Matching;
using Spectre.Console;

namespace Hub.Accuracy.Runs;

/// <summary>Scores a file of name pairs and writes the figures.</summary>
internal static class NamesCommand
{
    public static async Task RunAsync(string file, CommonRequest common, IAnsiConsole console, CancellationToken cancellationToken)
    {
        var pairs = NamePair.Load(file);
        var model = common.LoadModel();
        var scoring = NameScoring.Of(pairs, model);
        var watch = Stopwatch.StartNew();
        var scored = scoring.Score(pairs);
        var seconds = watch.Elapsed.TotalSeconds;
        var figures = NameFigures.Of(scored, scoring);
        var mistakes = Worst(scored, figures, common.Mistakes).ToList();
        console.MarkupLineInterpolated($"[bold]names[/] {file}, model {model.Version}: {Show.Count(pairs.Length)} pairs in {Show.Seconds(seconds)}");
        NameTable.Write(console, figures);
        MistakeList.Write(console, mistakes);
        await common.WriteJsonAsync(new { file, model = model.Version, seconds, figures, mistakes }, cancellationToken);
    }

    /// <summary>For each level, the other names with the most bits and the matching ones with the fewest.</summary>
    private static IEnumerable<Mistake> Worst(
        ImmutableArray<(NamePair Pair, CandidateEvidence Evidence)> scored, IReadOnlyList<NameFigures> figures, int count) =>
        from level in figures.Where(f => f.Category.Length == 0).Select(f => f.Level)
        from isMatch in new[] { false, true }
        let wrong = scored.Where(s => s.Pair.Level == level && s.Pair.IsMatch == isMatch)
        from s in wrong.OrderBy(s => isMatch ? s.Evidence.TotalBits : -s.Evidence.TotalBits).Take(count)
        select new Mistake(
            isMatch ? "lowest match" : "highest non-match", s.Pair.A, s.Pair.B, s.Evidence.TotalBits, s.Pair.Category, s.Pair.Level, s.Evidence);
}
