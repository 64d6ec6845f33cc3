using Hub.Accuracy.Sets;
using Hub.Matching;
using Hub.Persons;

namespace Hub.Accuracy.Runs;

/// <summary>A pair the product got wrong, with its evidence; within one file, that of the side that scores higher.</summary>
/// <param name="Kind">Which way it is wrong.</param>
/// <param name="Reported">The query's id.</param>
/// <param name="Registered">The register row's id.</param>
/// <param name="Bits">Log2 odds; null where the pair was never kept.</param>
/// <param name="Marks">What the product made of it.</param>
/// <param name="Names">Both primary names.</param>
/// <param name="Evidence">Field by field; null where the product has none.</param>
internal sealed record Mistake(string Kind, string Reported, string Registered, double? Bits, string Marks, string Names, CandidateEvidence? Evidence)
{
    public static Mistake Of(string kind, LinkageOutcome outcome, WeighedPair pair)
    {
        var task = outcome.Task;
        var there = Explain(outcome, task.Queries[pair.Query], task.Register[pair.Register]);
        var back = task.IsWithin ? Explain(outcome, task.Queries[pair.Register], task.Register[pair.Query]) : null;
        var (query, register, evidence) = back is { } b && (there is null || b.TotalBits > there.TotalBits)
            ? (task.Queries[pair.Register], task.Register[pair.Query], back)
            : (task.Queries[pair.Query], task.Register[pair.Register], there);
        return new Mistake(
            kind, query.Id, register.Id, double.IsFinite(pair.Bits) ? pair.Bits : null, pair.Marks.ToString(),
            $"{Name(query.Person)} / {Name(register.Person)}", evidence);
    }

    private static CandidateEvidence? Explain(LinkageOutcome outcome, LabelledRow query, LabelledRow register) =>
        outcome.Screener?.Explain(query.Person, register.Id, outcome.Task.Purpose);

    private static string Name(PersonDetails person) => person.Names.IsEmpty ? "(no name)" : person.Name.ToString();
}
