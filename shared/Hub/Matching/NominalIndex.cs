using System.Collections.Concurrent;
using System.Collections.Immutable;
using Hub.Nominals;
using Hub.Persons;

namespace Hub.Matching;

/// <summary>
/// The register in memory, by blocking key. Readers never wait; changes are applied one at a time. Ended nominals are
/// not in it.
/// </summary>
public sealed class NominalIndex
{
    private readonly ConcurrentDictionary<string, Nominal> nominals = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ImmutableArray<string>> ids = new(StringComparer.Ordinal);
    private readonly Lock gate = new();
    private long mark;

    /// <summary>The high-water mark of the register up to which this index is complete.</summary>
    public long Mark => Interlocked.Read(ref mark);

    public int Count => nominals.Count;

    /// <summary>Everybody in it, in no order.</summary>
    internal IEnumerable<Nominal> All => nominals.Select(entry => entry.Value);

    /// <summary>Brings in some changes; earlier ones than are already in do no harm when they are as the register has them now.</summary>
    public void Apply(RegisterChanges changes)
    {
        lock (gate)
        {
            foreach (var nominal in changes.Nominals)
            {
                Replace(nominal);
            }

            Interlocked.Exchange(ref mark, Math.Max(mark, changes.Mark));
        }
    }

    /// <summary>
    /// Everybody who shares a blocking key with this person, those who share the most telling one first (see
    /// <see cref="PersonKeys"/>), then in the order of their ids: who weighs only the first must weigh the likeliest.
    /// </summary>
    internal IReadOnlyList<Nominal> Candidates(PersonDetails person)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var candidates = new List<Nominal>();
        foreach (var key in PersonKeys.Of(person))
        {
            if (!ids.TryGetValue(key, out var block))
            {
                continue;
            }

            foreach (var id in block.Order(StringComparer.Ordinal))
            {
                if (found.Add(id) && nominals.TryGetValue(id, out var nominal))
                {
                    candidates.Add(nominal);
                }
            }
        }

        return candidates;
    }

    // The new comes in before the old goes out, so that no reader finds the nominal missing in between.
    private void Replace(Nominal nominal)
    {
        var old = nominals.TryGetValue(nominal.Id, out var known) ? PersonKeys.Of(known).ToHashSet() : [];
        var current = nominal.Ended is null ? PersonKeys.Of(nominal).ToHashSet() : [];
        if (nominal.Ended is null)
        {
            nominals[nominal.Id] = nominal;
        }
        else
        {
            nominals.TryRemove(nominal.Id, out _);
        }

        foreach (var key in current.Except(old))
        {
            ids.AddOrUpdate(key, static (_, id) => [id], static (_, block, id) => block.Add(id), nominal.Id);
        }

        foreach (var key in old.Except(current))
        {
            var rest = ids[key].Remove(nominal.Id);
            if (rest.IsEmpty)
            {
                ids.TryRemove(key, out _);
            }
            else
            {
                ids[key] = rest;
            }
        }
    }
}
