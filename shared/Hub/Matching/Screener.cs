using System.Collections.Concurrent;
using Hub.Matching.Index;
using Hub.Matching.Model;
using Hub.Matching.Rules;
using Hub.Persons;

namespace Hub.Matching;

/// <summary>Compares persons with the register in memory. Safe to use from many threads; the same person and register give the same bits.</summary>
public sealed class Screener(RegisterIndex index, TimeProvider time)
{
    private readonly ConcurrentBag<Weighing> idle = [];

    /// <summary>Weighs everybody who shares a blocking key with the person and keeps the likeliest.</summary>
    /// <param name="keep">Candidates returned at the most, one or more.</param>
    public Screening Screen(PersonDetails person, MatchPurpose purpose, int keep = 5)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(keep, 1);
        return Use(person, weighing =>
        {
            var settings = index.Model.Purposes[purpose];
            var prior = Prior.Of(settings, weighing.Snapshot.Count);
            return Conclusion.Of(weighing, Best(weighing, person, purpose, prior, Math.Max(keep, 2)), prior, settings, purpose, keep);
        });
    }

    /// <summary>As <see cref="Screen"/>, with all the evidence in words: what is stored with a case.</summary>
    public MatchAssessment Assess(PersonDetails person, MatchPurpose purpose) => Use(person, weighing =>
    {
        var settings = index.Model.Purposes[purpose];
        var prior = Prior.Of(settings, weighing.Snapshot.Count);
        return Assessing.Of(weighing, Best(weighing, person, purpose, prior, Assessing.Kept), prior, settings, purpose, index.Model.Version);
    });

    /// <summary>Ids of all nominals that share a blocking key with the person: what the blocking alone finds.</summary>
    public IReadOnlyList<string> Block(PersonDetails person, MatchPurpose purpose) => Use(person, weighing =>
    {
        weighing.Block(BlockLimits.Of(purpose, person.Born?.Exact is not null));
        return Enumerable.Range(0, weighing.Candidates.Count)
            .Select(i => weighing.IdOf(weighing.Candidates[i].Segment, weighing.Candidates[i].Row))
            .ToArray();
    });

    /// <summary>The evidence for one nominal, field by field; null where the register has none by that id.</summary>
    public CandidateEvidence? Explain(PersonDetails person, string nominal, MatchPurpose purpose) => Use(person, weighing =>
    {
        if (weighing.Snapshot.Find(System.Text.Encoding.UTF8.GetBytes(nominal)) is not var (segment, row))
        {
            return null;
        }

        return weighing.Explain(segment, row, Prior.Of(index.Model.Purposes[purpose], weighing.Snapshot.Count));
    });

    /// <summary>Two names alone, as matching compares them: surname and given names in bits, without prior.</summary>
    public static CandidateEvidence CompareNames(PersonName reported, PersonName registered, RegisterIndex frequencies)
    {
        var weighing = new Weighing();
        weighing.Ask(frequencies.Snapshot, new PersonFacts { Names = [reported] }, frequencies.Model);
        return weighing.CompareNames(registered);
    }

    private static List<WeighedRow> Best(Weighing weighing, PersonDetails person, MatchPurpose purpose, int prior, int keep)
    {
        weighing.Block(BlockLimits.Of(purpose, person.Born?.Exact is not null));
        return weighing.Likeliest(
            keep, -prior - Conclusion.Near(purpose), thorough: purpose != MatchPurpose.BorderScreening);
    }

    internal bool Has(string nominal) => index.Snapshot.Find(System.Text.Encoding.UTF8.GetBytes(nominal)) is not null;

    /// <summary>Asks for another person of the snapshot that was asked before.</summary>
    internal void AskAgain(Weighing weighing, PersonDetails person) => weighing.Ask(weighing.Snapshot, PersonFacts.Of(person, time.GetUtcNow()), index.Model, ofMany: true);

    internal T Use<T>(PersonDetails person, Func<Weighing, T> work, bool ofMany = false)
    {
        if (!idle.TryTake(out var weighing))
        {
            weighing = new Weighing();
        }

        weighing.Ask(index.Snapshot, PersonFacts.Of(person, time.GetUtcNow()), index.Model, ofMany);
        var result = work(weighing);
        weighing.Forget();
        idle.Add(weighing);
        return result;
    }
}
