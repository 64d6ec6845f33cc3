using System.Collections.Immutable;
using Hub.Matching.Comparisons;
using Hub.Matching.Model;

namespace Hub.Matching;

/// <summary>Puts what the comparisons found into words and values.</summary>
internal static class Evidence
{
    public static CandidateEvidence Of(Comparing pair, ReadOnlySpan<FieldResult> results, string nominal, int prior, int weight, MatchModel model)
    {
        var fields = ImmutableArray.CreateBuilder<FieldEvidence>();
        for (var field = (Field)0; field < Field.Count; field++)
        {
            var result = results[(int)field];
            if (result.IsCompared)
            {
                var comparison = Levels.All[(int)field].Field;
                var level = model.Comparisons[comparison].Levels[result.Level - 1];
                fields.Add(new FieldEvidence(
                    comparison, level.Level, MilliBits.ToBits(result.Weight),
                    EvidenceValue.Of(pair, pair.Reported, field, result.Reported, results),
                    EvidenceValue.Of(pair, pair.Registered, field, result.Registered, results), level.Words));
            }
        }

        return new CandidateEvidence(nominal, MilliBits.Probability(prior + weight), MilliBits.ToBits(prior), MilliBits.ToBits(prior + weight), fields.ToImmutable());
    }
}
