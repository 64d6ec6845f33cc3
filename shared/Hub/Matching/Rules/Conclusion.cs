using System.Collections.Immutable;
using System.Globalization;
using Hub.Matching.Comparisons;
using Hub.Matching.Index;
using Hub.Matching.Model;

namespace Hub.Matching.Rules;

/// <summary>From weights to an outcome: thresholds of the purpose, named rules, and the second-best.</summary>
internal static class Conclusion
{
    /// <summary>Candidates that stay so far below even odds, in thousandths of a bit, are of no interest to anybody.</summary>
    public static int Near(MatchPurpose purpose) => (purpose == MatchPurpose.Deduplication ? 8 : 4) * MilliBits.PerBit;

    public static Screening Of(
        Weighing weighing, List<WeighedRow> best, int prior, PurposeModel purpose, MatchPurpose name, int keep)
    {
        var several = name == MatchPurpose.Deduplication;
        var kept = ImmutableArray.CreateBuilder<WeighedNominal>(Math.Min(keep, best.Count));
        var sure = !several && best.Count > 0 && Doubt(weighing, best, 0, prior, purpose) is null;
        for (var i = 0; i < Math.Min(keep, best.Count); i++)
        {
            var bits = prior + best[i].Weight;
            var probability = MilliBits.Probability(bits);
            kept.Add(new WeighedNominal(
                weighing.IdOf(best[i].Segment, best[i].Row),
                MilliBits.ToBits(bits),
                probability,
                Shown: probability >= purpose.Possible && (several || i == 0 || !IsExplainedAway(best, i, sure, purpose)),
                Sure: several ? Doubt(weighing, best, i, prior, purpose) is null : sure && i == 0));
        }

        var candidates = kept.DrainToImmutable();
        MatchOutcome outcome = candidates is [{ Shown: true } first, ..]
            ? first.Sure ? new MatchOutcome.Match(first.Nominal, first.Probability) : new MatchOutcome.Possible(first.Nominal, first.Probability)
            : new MatchOutcome.None();
        return new Screening(outcome, candidates, weighing.Shared.Count, weighing.Considered);
    }

    /// <summary>Why a likely nominal is not identified without a person.</summary>
    public static string WhyAPersonMustLook(Weighing weighing, List<WeighedRow> best, int prior, PurposeModel purpose) =>
        Doubt(weighing, best, 0, prior, purpose) ?? "A person must look.";

    /// <summary>What stands against identifying the nominal at a place; null where nothing does.</summary>
    private static string? Doubt(Weighing weighing, List<WeighedRow> best, int at, int prior, PurposeModel purpose)
    {
        if (MilliBits.Probability(prior + best[at].Weight) < purpose.Match)
        {
            return "Likely, but not enough to be sure without a person.";
        }

        if (purpose.ClearMargin > 0 && at + 1 < best.Count && Lead(best, at, at + 1) < purpose.ClearMargin * MilliBits.PerBit)
        {
            var lead = MilliBits.ToBits(Lead(best, at, at + 1)).ToString("0.0", CultureInfo.InvariantCulture);
            return $"{weighing.IdOf(best[at + 1].Segment, best[at + 1].Row)} is nearly as likely ({lead} bits behind).";
        }

        weighing.Weigh(best[at].Segment, best[at].Row);
        var results = weighing.Results;
        if (weighing.Shared.IsCutShort && !Found.HasIdentifier(results))
        {
            return "So many share these details that not all could be weighed, and no identifier agrees.";
        }

        return Rule.Of(results)?.Words;
    }

    // One person is one nominal: beside one who is identified, or who is far more likely, the others fall away.
    private static bool IsExplainedAway(List<WeighedRow> best, int at, bool sure, PurposeModel purpose) =>
        sure || Lead(best, 0, at) >= 2 * purpose.ClearMargin * MilliBits.PerBit;

    private static int Lead(List<WeighedRow> best, int at, int other) => best[at].Weight - best[other].Weight;
}
