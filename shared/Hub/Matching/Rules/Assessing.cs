using System.Globalization;
using Hub.Matching.Index;
using Hub.Matching.Model;

namespace Hub.Matching.Rules;

/// <summary>Writes an assessment: the outcome, why, and each candidate's evidence beside the best one's.</summary>
internal static class Assessing
{
    /// <summary>Candidates kept with an assessment.</summary>
    public const int Kept = 5;

    public static MatchAssessment Of(
        Weighing weighing, List<WeighedRow> best, int prior, PurposeModel purpose, MatchPurpose name, string modelVersion)
    {
        var screening = Conclusion.Of(weighing, best, prior, purpose, name, Kept);
        var evidence = best.Select(b => weighing.Explain(b.Segment, b.Row, prior)).ToArray();
        var because = Because(weighing, best, evidence, screening.Outcome, prior, purpose);
        return new MatchAssessment
        {
            Outcome = screening.Outcome,
            Because = because,
            ModelVersion = modelVersion,
            RegisterMark = weighing.Snapshot.Mark,
            Considered = screening.Found,
            Candidates =
            [
                .. evidence
                    .Select((e, i) => e with { Verdict = i == 0 ? because : Beside(evidence[0], e) })
                    .Where((_, i) => i <= 1 || screening.Candidates[i].Shown),
            ],
        };
    }

    private static string Because(
        Weighing weighing, List<WeighedRow> best, CandidateEvidence[] evidence, MatchOutcome outcome, int prior, PurposeModel purpose)
    {
        var cut = weighing.Shared.IsCutShort ? $" More than {CandidateSet.Most:N0} on the register share something with this person; the most telling {CandidateSet.Most:N0} were weighed." : "";
        if (evidence.Length == 0)
        {
            return weighing.Shared.IsCutShort ? "Nobody on the register stands out." + cut
                : weighing.Shared.IsNameTooCommon ? "Nobody on the register stands out: too many bear a name like this to look at each, and nothing else that is known brings anybody near."
                : "Nobody on the register comes near.";
        }

        var first = evidence[0];
        return cut.Insert(0, outcome switch
        {
            MatchOutcome.Match => $"The evidence for {first.Nominal} is enough ({Bits(first.TotalBits)} bits; {Bits(Needed(purpose.Match))} are needed), and {Next(evidence)}.",
            MatchOutcome.None when Of(first, "relation") is { } relation => relation.Words,
            MatchOutcome.None => $"The likeliest, {first.Nominal}, comes to {Bits(first.TotalBits)} bits: less likely than not to be this person.",
            _ => Conclusion.WhyAPersonMustLook(weighing, best, prior, purpose),
        });
    }

    private static string Next(CandidateEvidence[] evidence) =>
        evidence.Length < 2 ? "nobody else comes near" : $"the next, {evidence[1].Nominal}, is {Bits(evidence[0].TotalBits - evidence[1].TotalBits)} bits behind";

    /// <summary>What another candidate lacks beside the best: the fields that set them apart most.</summary>
    private static string Beside(CandidateEvidence best, CandidateEvidence other)
    {
        const int Named = 3;
        const double Telling = 0.5;
        var fields = best.Fields.Select(f => f.Field).Union(other.Fields.Select(f => f.Field))
            .Select(field => (Of(best, field), Of(other, field)))
            .Select(pair => (Best: pair.Item1, Other: pair.Item2, Lead: (pair.Item1?.Bits ?? 0) - (pair.Item2?.Bits ?? 0)))
            .Where(field => field.Lead >= Telling)
            .OrderByDescending(field => field.Lead)
            .Take(Named)
            .Select(field => $"{field.Other?.Words.TrimEnd('.') ?? $"No {field.Best!.Field} to compare"} ({Signed(field.Other?.Bits ?? 0)} against {Signed(field.Best?.Bits ?? 0)})")
            .ToArray();
        var lead = best.TotalBits - other.TotalBits;
        return fields.Length == 0 ? $"As likely as {best.Nominal}." : $"{Bits(lead)} bits behind {best.Nominal}. {string.Join("; ", fields)}.";
    }

    private static FieldEvidence? Of(CandidateEvidence evidence, string field) => evidence.Fields.FirstOrDefault(f => f.Field == field);

    private static double Needed(double probability) => MilliBits.ToBits(MilliBits.Log2(probability / (1 - probability)));

    private static string Bits(double bits) => bits.ToString("0.0", CultureInfo.InvariantCulture);

    private static string Signed(double bits) => bits.ToString("+0.0;−0.0;0.0", CultureInfo.InvariantCulture);
}
