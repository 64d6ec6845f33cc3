namespace Hub.Azure.Nominals;

/// <summary>The last entries this process saw of the log, one after the other without gaps, so that its followers need not read them again.</summary>
internal sealed class RecentEntries
{
    private const int MostEntries = 512;
    private const long MostCharacters = 8 * 1024 * 1024;
    private readonly Lock gate = new();
    private readonly Queue<LogEntry> entries = [];
    private LogEntry? newest;
    private long characters;

    public void Add(LogEntry entry)
    {
        lock (gate)
        {
            if (newest is { } last && entry.N != last.N + 1)
            {
                if (entry.N <= last.N)
                {
                    return;
                }

                entries.Clear();
                characters = 0;
            }

            newest = entry;
            entries.Enqueue(entry);
            characters += SizeOf(entry);
            while (entries.Count > MostEntries || (characters > MostCharacters && entries.Count > 1))
            {
                characters -= SizeOf(entries.Dequeue());
            }
        }
    }

    /// <summary>The entries from one number to another; null where some of them are not here.</summary>
    public IReadOnlyList<LogEntry>? Between(long from, long to)
    {
        lock (gate)
        {
            return from > to ? [] : entries.TryPeek(out var oldest) && oldest.N <= from && newest!.N >= to ? [.. entries.Where(e => e.N >= from && e.N <= to)] : null;
        }
    }

    /// <summary>The number of the entry that made the first change after a mark; null where it may not be here.</summary>
    public long? Locate(long mark)
    {
        lock (gate)
        {
            return entries.TryPeek(out var oldest) && oldest.First <= mark ? entries.FirstOrDefault(e => e.Last > mark)?.N : null;
        }
    }

    private static long SizeOf(LogEntry entry) => entry.Changes.Sum(c => 200L + c.After.Length + (c.Before?.Length ?? 0)) + (100L * entry.Confirmed.Length);
}
