using System.Collections.Immutable;
using Hub.Nominals;
using Hub.Persons;

namespace Hub.Matching;

/// <summary>
/// A plain Fellegi-Sunter matcher: candidates by blocking key, a weight of evidence for each field that both sides
/// have, the sum with the prior as a probability. A missing field says nothing.
/// </summary>
public sealed class PlainMatcher(NominalIndex index, RegisterFollower follower) : IMatcher
{
    public async ValueTask<MatchAssessment> MatchAsync(PersonDetails person, CancellationToken cancellationToken)
    {
        await follower.WhenReadyAsync(cancellationToken);
        return Match(person);
    }

    private MatchAssessment Match(PersonDetails person)
    {
        var mark = index.Mark;
        var candidates = index.Candidates(person);
        var prior = -Math.Log2(Math.Max(index.Count, PlainModel.SmallestPopulation));
        var ranked = candidates
            .Take(PlainModel.MaxWeighed)
            .Select(nominal => Weigh(person, nominal, prior))
            .OrderByDescending(c => c.TotalBits)
            .ThenBy(c => c.Nominal, StringComparer.Ordinal)
            .Take(PlainModel.KeptCandidates)
            .ToImmutableArray();
        var (outcome, because) = Conclude(ranked);
        return new MatchAssessment
        {
            Outcome = outcome,
            Because = because,
            ModelVersion = PlainModel.Version,
            RegisterMark = mark,
            Candidates = [.. ranked.Where((c, place) => place == 0 || c.Probability >= PlainModel.PossibleThreshold)],
            Considered = candidates.Count,
        };
    }

    internal static CandidateEvidence Weigh(PersonDetails person, Nominal nominal, double prior)
    {
        var fields = PlainComparisons.Compare(person, nominal).ToImmutableArray();
        var total = prior + fields.Sum(f => f.Bits);
        return new CandidateEvidence(nominal.Id, Math.Round(1 / (1 + Math.Pow(2, -total)), 6), Math.Round(prior, 3), Math.Round(total, 3), fields);
    }

    private static (MatchOutcome Outcome, string Because) Conclude(ImmutableArray<CandidateEvidence> ranked)
    {
        if (ranked.IsEmpty)
        {
            return (new MatchOutcome.None(), "Nobody on the register is like this person.");
        }

        var best = ranked[0];
        if (best.Probability < PlainModel.PossibleThreshold)
        {
            return (new MatchOutcome.None(), $"The likeliest on the register, {best.Nominal}, is below one in two.");
        }

        if (best.Probability < PlainModel.MatchThreshold)
        {
            return (new MatchOutcome.Possible(best.Nominal, best.Probability), "Likely, but not enough to be sure without a person.");
        }

        return WhyAPersonMustLook(ranked) is { } why
            ? (new MatchOutcome.Possible(best.Nominal, best.Probability), why)
            : (new MatchOutcome.Match(best.Nominal, best.Probability), "The evidence for this nominal is enough, and no other comes near.");
    }

    /// <summary>However probable, these are never identified without a person.</summary>
    private static string? WhyAPersonMustLook(ImmutableArray<CandidateEvidence> ranked)
    {
        var best = ranked[0];
        if (!HasIdentifier(best))
        {
            if (Level(best, "given") == "different")
            {
                return "The given name differs and no identifier agrees: this may be a brother, sister or twin.";
            }

            if (Level(best, "name") is null && (Level(best, "surname") ?? "different") == "different" && Level(best, "given") is null)
            {
                return "No name agrees and no identifier does.";
            }
        }

        return ranked.Length > 1 && best.TotalBits - ranked[1].TotalBits < PlainModel.ClearMargin
            ? $"{ranked[1].Nominal} is nearly as likely."
            : null;
    }

    private static bool HasIdentifier(CandidateEvidence best) =>
        best.Fields.Any(f => f is { Field: "pncId" or "croNumber" or "document", Level: "same" });

    private static string? Level(CandidateEvidence best, string field) => best.Fields.FirstOrDefault(f => f.Field == field)?.Level;
}
