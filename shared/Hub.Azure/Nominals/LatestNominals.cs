using Hub.Nominals;

namespace Hub.Azure.Nominals;

/// <summary>Nominals that changed, each once, as its last change made it.</summary>
internal sealed class LatestNominals
{
    private readonly Dictionary<string, (long Sequence, string Record, DateTimeOffset? Confirmed)> nominals = new(StringComparer.Ordinal);

    public int Count => nominals.Count;

    public void Add(CurrentNominal nominal) => nominals[nominal.Nominal] = (nominal.Sequence, nominal.Record, nominal.Confirmed);

    /// <summary>What an entry changed after a mark, and said again of those that are here.</summary>
    public void Add(LogEntry entry, long mark)
    {
        foreach (var change in entry.ChangesAfter(mark))
        {
            nominals[change.Nominal] = (change.Sequence, change.After, null);
        }

        foreach (var confirmed in entry.Confirmed)
        {
            if (nominals.TryGetValue(confirmed.Nominal, out var nominal))
            {
                nominals[confirmed.Nominal] = nominal with { Confirmed = confirmed.Updated };
            }
        }
    }

    /// <summary>The first of them by their last change.</summary>
    /// <param name="reached">The mark up to which these are all.</param>
    public RegisterChanges First(int max, long reached)
    {
        var first = nominals.Values.OrderBy(n => n.Sequence).Take(max).ToList();
        return new RegisterChanges([.. first.Select(n => CurrentNominal.Read(n.Record, n.Confirmed))], first.Count < max ? reached : first[^1].Sequence);
    }
}
