using Hub.Nominals;
using Hub.Persons;

namespace Hub.Matching;

/// <summary>
/// Looks for people on the register by what a user knows of them, weighed as matching weighs them. A nominal that
/// differs in anything asked for is left out. Looks at every nominal: its time grows with the register.
/// </summary>
public sealed class NominalSearch(NominalIndex index)
{
    /// <summary>The best <paramref name="max"/>, best first.</summary>
    public IReadOnlyList<(Nominal Nominal, CandidateEvidence Evidence)> Find(PersonDetails wanted, int max) =>
    [
        .. index.All
            .Select(nominal => (Nominal: nominal, Evidence: PlainMatcher.Weigh(wanted, nominal, prior: 0)))
            .Where(found => !found.Evidence.Fields.IsEmpty && found.Evidence.Fields.All(f => f.Level != "different"))
            .OrderByDescending(found => found.Evidence.TotalBits)
            .ThenBy(found => found.Nominal.Id, StringComparer.Ordinal)
            .Take(max),
    ];
}
