using System.Collections.Immutable;
using Hub.Auditing;
using Hub.Cases;
using Hub.Nominals;

namespace Hub.DeportedOffenders.Cases;

/// <summary>
/// Finds the cases of one person. A case stays under the nominal it was opened for; whom that nominal stands for is asked
/// of the register each time. So a merge or a split holds for cases from the moment it holds, whatever was still to follow.
/// </summary>
public sealed class PersonCases(ICaseStore store, Records records, INominalRegister register)
{
    /// <summary>Cases one nominal can have: one deported more often than that is a fault of ours.</summary>
    public const int MaxTurns = 100;

    /// <summary>The case; null where there is none of that id, or it is no case of a deported offender.</summary>
    public async Task<DeportedOffenderCase?> ReadAsync(CaseId id, CancellationToken cancellationToken) =>
        await store.ReadAsync(id, cancellationToken) is { Feed: DeportedOffenderCase.Sort, Status: CaseStatus.Record } file ? Records.StateOf<DeportedOffenderCase>(file) : null;

    /// <summary>The cases of the person a nominal stands for, or was merged into.</summary>
    public async Task<PersonFile> OfAsync(string nominal, CancellationToken cancellationToken)
    {
        var person = await StandsForAsync(nominal, cancellationToken);
        var cases = ImmutableArray.CreateBuilder<DeportedOffenderCase>();
        var others = ImmutableArray.CreateBuilder<DeportedOffenderCase>();
        foreach (var id in await RelatedAsync(nominal, person, cancellationToken))
        {
            (id == person || await StandsForAsync(id, cancellationToken) == person ? cases : others).AddRange(await TurnsAsync(id, cancellationToken));
        }

        cases.Sort((a, b) => a.OpenedAt != b.OpenedAt ? a.OpenedAt.CompareTo(b.OpenedAt) : a.Turn.CompareTo(b.Turn));
        return new PersonFile(person, cases.ToImmutable(), others.ToImmutable());
    }

    /// <summary>One nominal was merged into another: from now on its cases are looked for there as well.</summary>
    public Task NoteAsync(string away, string into, CancellationToken cancellationToken) =>
        records.EditAsync<MergedRecords>(MergedRecords.Sort, into, Actor.Hub, (edit, kept) =>
        {
            var merged = kept ?? new MergedRecords();
            if (merged.Nominals.Contains(away))
            {
                return merged;
            }

            edit.Audit("nominal.merged", "A record was merged into this one: its cases are looked for here as well.", ("nominal", away));
            return new MergedRecords { Nominals = [.. merged.Nominals.Add(away).TakeLast(MergedRecords.Most)] };
        }, cancellationToken);

    private async Task<string> StandsForAsync(string nominal, CancellationToken cancellationToken) =>
        (await register.FindAsync(nominal, cancellationToken))?.Id ?? nominal;

    /// <summary>The nominals asked for, those ever merged into them, into those, and so on.</summary>
    private async Task<IReadOnlyList<string>> RelatedAsync(string nominal, string person, CancellationToken cancellationToken)
    {
        List<string> related = nominal == person ? [person] : [person, nominal];
        for (var next = 0; next < related.Count && related.Count < MergedRecords.Most; next++)
        {
            var merged = (await records.ReadAsync<MergedRecords>(MergedRecords.Sort, related[next], cancellationToken))?.Nominals ?? [];
            related.AddRange(merged.Where(m => !related.Contains(m)).ToList());
        }

        return related;
    }

    private async Task<List<DeportedOffenderCase>> TurnsAsync(string nominal, CancellationToken cancellationToken)
    {
        var turns = new List<DeportedOffenderCase>();
        while (turns.Count < MaxTurns && await ReadAsync(DeportedOffenderCase.IdOf(nominal, turns.Count + 1), cancellationToken) is { } found)
        {
            turns.Add(found);
        }

        return turns;
    }
}
