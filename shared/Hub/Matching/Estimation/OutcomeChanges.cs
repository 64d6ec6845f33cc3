using Hub.Matching.Index;
using Hub.Matching.Model;
using Hub.Matching.Rules;

namespace Hub.Matching.Estimation;

/// <summary>What the new figures change for the candidates of some nominals of the register, looked for as if reported.</summary>
internal static class OutcomeChanges
{
    private const int Outcomes = 3;

    public static IReadOnlyList<OutcomeChange> Of(RegisterRows rows, MatchModel old, MatchModel now, EstimationSettings settings, CancellationToken cancellationToken)
    {
        var comparing = new PairComparing(rows, old);
        var candidates = new CandidateSet();
        var purposes = Enum.GetValues<MatchPurpose>();
        var counts = purposes.Select(_ => new long[Outcomes * Outcomes]).ToArray();
        var start = new SplitMix64(settings.Seed).Below(rows.Count);
        for (var i = 0; i < Math.Min(settings.NominalsScreened, rows.Count); i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var asked = (start + i) % rows.Count;
            rows.Read(asked, comparing.Pair.Reported);
            candidates.Find(rows.Snapshot, comparing.Pair.Reported, comparing.Pair.Words, BlockLimits.Of(MatchPurpose.Deduplication, hasBirth: true));

            // Which candidates a cut leaves depends on the order they were loaded in.
            for (var c = 0; c < candidates.Count && !candidates.IsCutShort; c++)
            {
                if (candidates[c] != rows[asked])
                {
                    Count(comparing, candidates[c], old, now, rows, purposes, counts);
                }
            }
        }

        return [.. purposes.Select((purpose, i) => new OutcomeChange(
            purpose,
            [.. Enumerable.Range(0, Outcomes * Outcomes).Select(at => (Name(at / Outcomes), Name(at % Outcomes), counts[i][at]))]))];
    }

    private static void Count(
        PairComparing comparing, (int Segment, int Row) candidate, MatchModel old, MatchModel now, RegisterRows rows, MatchPurpose[] purposes, long[][] counts)
    {
        rows.Read(candidate, comparing.Pair.Registered);
        comparing.Pair.Model = old.Compiled;
        var before = comparing.Weigh();
        var ruleBefore = Rule.Of(comparing.Results);
        comparing.Pair.Model = now.Compiled;
        var after = comparing.Weigh();
        var ruleAfter = Rule.Of(comparing.Results);
        for (var i = 0; i < purposes.Length; i++)
        {
            var from = Outcome(old, purposes[i], before, rows.Count, ruleBefore);
            counts[i][(from * Outcomes) + Outcome(now, purposes[i], after, rows.Count, ruleAfter)]++;
        }
    }

    private static int Outcome(MatchModel model, MatchPurpose name, int weight, int population, Rule? rule)
    {
        var purpose = model.Purposes[name];
        var probability = MilliBits.Probability(Prior.Of(purpose, population) + weight);
        return probability < purpose.Possible ? 0 : rule is not null || probability < purpose.Match ? 1 : 2;
    }

    private static string Name(int outcome) => outcome switch { 0 => "none", 1 => "possible", _ => "match" };
}
