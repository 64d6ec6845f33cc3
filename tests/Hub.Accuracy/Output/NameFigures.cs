using System.Collections.Immutable;
using Hub.Accuracy.Metrics;
using Hub.Accuracy.Runs;
using Hub.Accuracy.Sets;
using Hub.Matching;

namespace Hub.Accuracy.Output;

/// <summary>How well names alone tell matches from others, for one level, category or source.</summary>
/// <param name="Auc">Over the labelled pairs; null where only one kind is labelled.</param>
/// <param name="Best">Best F1 over the labelled pairs; null likewise.</param>
/// <param name="ShuffledAuc">With pairs of different names made by shuffling; null where the group has its own.</param>
/// <param name="RecallAtOnePercent">Recall where 1 % of the made pairs would be called the same; null likewise.</param>
internal sealed record NameFigures(
    string Level, string Category, string Source, int Matches, int NonMatches, double? Auc, AgreementFigures? Best, double? ShuffledAuc, double? RecallAtOnePercent)
{
    private const double OnePercent = 0.01;

    public static IReadOnlyList<NameFigures> Of(ImmutableArray<(NamePair Pair, CandidateEvidence Evidence)> scored, NameScoring scoring) =>
    [
        .. scored.GroupBy(s => s.Pair.Level).Select(g => One(g.Key, "", "", [.. g], null)),
        .. scored.GroupBy(s => (s.Pair.Level, s.Pair.Category)).Where(g => g.Key.Category.Length > 0).Select(g => One(g.Key.Level, g.Key.Category, "", [.. g], scoring)),
        .. scored.Where(s => s.Pair.Source.Length > 0).GroupBy(s => (s.Pair.Level, s.Pair.Category, s.Pair.Source))
            .Where(g => scored.Any(s => (s.Pair.Level, s.Pair.Category) == (g.Key.Level, g.Key.Category) && s.Pair.Source != g.Key.Source))
            .Select(g => One(g.Key.Level, g.Key.Category, g.Key.Source, [.. g], scoring)),
    ];

    private static NameFigures One(
        string level, string category, string source, ImmutableArray<(NamePair Pair, CandidateEvidence Evidence)> scored, NameScoring? scoring)
    {
        ImmutableArray<ScoredPair> pairs = [.. scored.Select(s => new ScoredPair(s.Evidence.TotalBits, s.Pair.IsMatch))];
        var matches = pairs.Count(p => p.IsTrue);
        var mixed = matches > 0 && matches < pairs.Length;
        ImmutableArray<ScoredPair> shuffled = scoring is null || matches < pairs.Length ? [] : [.. scoring.AgainstShuffled([.. scored.Select(s => s.Pair)])];
        return new NameFigures(
            level, category, source, matches, pairs.Length - matches, RankSum.Auc(pairs),
            mixed ? AgreementFigures.Of(BestThreshold.Over(pairs, matches)) : null,
            RankSum.Auc(shuffled), FalsePositiveLimit.Recall(shuffled, OnePercent));
    }
}
