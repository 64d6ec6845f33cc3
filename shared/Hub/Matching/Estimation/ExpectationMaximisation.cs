using Hub.Matching.Comparisons;

namespace Hub.Matching.Estimation;

/// <summary>
/// The EM algorithm for record linkage (Winkler, 1988) over the patterns of one pass: how probable it is that a pair
/// is one person, from the figures; then the figures, from how probable it is. Comparisons count as independent; u
/// stays as it is, since pairs at random show it better (as Splink does it).
/// </summary>
/// <remarks>
/// A pair is one person, or two strangers, or two relatives: these agree in what a family shares as one person does,
/// and in all else as strangers do. Without this third kind, twins and fathers and sons of one name would pass for
/// people who often change their given name or birth date, and on most registers outnumber them.
/// </remarks>
internal static class ExpectationMaximisation
{
    private const double FirstShare = 0.05;
    private static readonly Field[] OfFamilies = [Field.Surname, Field.Nationality, Field.Postcode, Field.Address, Field.PlaceOfBirth, Field.Phone];

    public static PassOutcome Run(
        PatternCount[] patterns, IReadOnlySet<Field> leftOut, LevelTable m, LevelTable u, LevelTable prior, Shrinkage shrinkage, EstimationSettings settings)
    {
        var shares = new Shares(FirstShare, FirstShare);
        for (var round = 1; ; round++)
        {
            var outcome = Expect(patterns, leftOut, m, u, shares) with { Rounds = round };
            var next = shrinkage.Of(outcome.Matches, prior);
            var change = Math.Max(next.Largest(m), outcome.Shares.Largest(shares));
            (m, shares) = (next, outcome.Shares);
            if (change <= settings.Convergence || round >= settings.Rounds)
            {
                return outcome;
            }
        }
    }

    /// <summary>Weighs every pattern with given figures.</summary>
    public static PassOutcome Expect(PatternCount[] patterns, IReadOnlySet<Field> leftOut, LevelTable m, LevelTable u, Shares shares)
    {
        var (matches, others) = (new Tally(), new Tally());
        var (pairs, expected, expectedInAll, relatives, squares) = (0L, 0.0, 0.0, 0.0, 0.0);
        foreach (var (pattern, count, standingFor) in patterns)
        {
            var (same, related, strangers) = (shares.Same, shares.Related, 1 - shares.Same - shares.Related);
            for (var field = Field.Surname; field < Field.Count; field++)
            {
                if (pattern[field] is not 0 and var level && !leftOut.Contains(field))
                {
                    var ratio = m[field, level] / u[field, level];
                    same *= ratio;
                    related *= OfFamilies.Contains(field) ? ratio : 1;
                }
            }

            var all = same + related + strangers;
            var probability = same / all;
            matches.Add(pattern, count * probability);
            others.Add(pattern, count * (1 - probability));
            pairs += count;
            expected += count * probability;
            expectedInAll += standingFor * probability;
            relatives += count * (related / all);
            squares += count * probability * probability;
        }

        return new PassOutcome(matches, others, pairs, expected, expectedInAll, relatives, expected == 0 ? 0 : squares / expected, 0);
    }
}

/// <summary>Of all pairs, how many are one person, and how many two relatives; 0 to 1.</summary>
internal readonly record struct Shares(double Same, double Related)
{
    public double Largest(Shares other) => Math.Max(Math.Abs(Same - other.Same), Math.Abs(Related - other.Related));
}

/// <summary>What a pass holds of its pairs.</summary>
/// <param name="Matches">Levels of the pairs that are one person, in expectation.</param>
/// <param name="Others">Levels of the pairs that are not.</param>
/// <param name="Expected">How many pairs are one person.</param>
/// <param name="ExpectedInAll">How many of all the pairs that these stand for.</param>
/// <param name="Relatives">How many pairs are two relatives.</param>
/// <param name="Clarity">Average probability among those that are one person, 0 to 1; near 1 where they stand apart.</param>
internal sealed record PassOutcome(Tally Matches, Tally Others, long Pairs, double Expected, double ExpectedInAll, double Relatives, double Clarity, int Rounds)
{
    public Shares Shares => Pairs == 0 ? default : new(Expected / Pairs, Relatives / Pairs);
}
