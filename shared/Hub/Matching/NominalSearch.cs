using Hub.Matching.Index;
using Hub.Persons;

namespace Hub.Matching;

/// <summary>
/// Looks for people on the register by what a user knows of them, weighed as matching weighs them. A nominal that
/// differs in anything asked for is left out.
/// </summary>
public sealed class NominalSearch(Screener screener)
{
    private const int Weighed = 200;

    /// <summary>The best <paramref name="max"/>, best first; bits are evidence alone, without prior.</summary>
    public IReadOnlyList<CandidateEvidence> Find(PersonDetails wanted, int max) => screener.Use(wanted, weighing =>
    {
        weighing.Block(BlockLimits.None, weighing.MayBe);
        if (weighing.Candidates.Count == 0)
        {
            weighing.Scan();
        }

        return weighing.Likeliest(Weighed, int.MinValue, thorough: true).ToArray()
            .Select(found => weighing.Explain(found.Segment, found.Row, prior: 0))
            .Where(evidence => !evidence.Fields.IsEmpty && evidence.Fields.All(f => f.Level is not ("different" or "near")))
            .Take(max)
            .ToArray();
    });
}
