using System.Collections.Concurrent;
using Hub.Nominals;

namespace Hub.Testing.Border;

/// <summary>A register in memory of a handful of nominals, for those who look one up.</summary>
public sealed class MemoryRegister : INominalRegister
{
    private readonly ConcurrentDictionary<string, Nominal> held = new();
    private long changes;

    public Nominal this[string id]
    {
        get => held[id];
        set
        {
            held[id] = value;
            changes++;
        }
    }

    public ICollection<Nominal> All => held.Values;

    public Task<long> UpsertAsync(IReadOnlyList<Nominal> nominals, LoadProgress? progress, CancellationToken cancellationToken)
    {
        foreach (var nominal in nominals)
        {
            held[nominal.Id] = nominal;
        }

        return Task.FromResult(1L);
    }

    public Task<bool> EndAsync(string id, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var ends = held.TryGetValue(id, out var nominal) && nominal.Ended is null;
        if (ends)
        {
            held[id] = nominal! with { Ended = at };
        }

        return Task.FromResult(ends);
    }

    public Task<Nominal?> GetAsync(string id, CancellationToken cancellationToken) => Task.FromResult(held.GetValueOrDefault(id));

    public Task<RegisterChanges> ChangesSinceAsync(long mark, int max, CancellationToken cancellationToken) =>
        Task.FromResult(mark < Math.Max(changes, 1) ? new RegisterChanges([.. held.Values.OrderBy(n => n.Id, StringComparer.Ordinal)], Math.Max(changes, 1)) : new RegisterChanges([], mark));

    public Task<LoadProgress?> LoadProgressAsync(string load, CancellationToken cancellationToken) => Task.FromResult<LoadProgress?>(null);
}
