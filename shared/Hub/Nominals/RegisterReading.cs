namespace Hub.Nominals;

/// <summary>Finds nominals by ids that may be old.</summary>
public static class RegisterReading
{
    /// <summary>Merges followed from one id at the most. A merge goes into a record that is nobody else's, so they cannot go in a circle; this bounds what a broken store could do.</summary>
    public const int MaxHops = 100;

    /// <summary>The nominal an id stands for now: itself, or the one it was merged into. Ended ones included; null where there is none.</summary>
    public static async Task<Nominal?> FindAsync(this INominalRegister register, string id, CancellationToken cancellationToken)
    {
        var found = await register.GetAsync(id, cancellationToken);
        for (var hop = 0; hop < MaxHops && found?.MergedInto is { } into; hop++)
        {
            found = await register.GetAsync(into, cancellationToken);
        }

        return found;
    }

    /// <summary>An id and those it was merged into, one after the other, as far as they go; only the id itself where it stands for itself.</summary>
    public static async Task<IReadOnlyList<string>> ChainAsync(this INominalRegister register, string id, CancellationToken cancellationToken)
    {
        List<string> chain = [id];
        while (chain.Count <= MaxHops && await register.GetAsync(chain[^1], cancellationToken) is { MergedInto: { } into })
        {
            chain.Add(into);
        }

        return chain;
    }
}
