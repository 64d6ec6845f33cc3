namespace Hub.Testing.People;

/// <summary>
/// Random numbers that are the same on every machine and for ever: SplitMix64 (Steele, Lea and Flood, 2014), whole
/// numbers only. Not for several threads at once.
/// </summary>
public sealed class SeededRandom(ulong seed)
{
    private const int Permille = 1000;

    private ulong _state = seed;

    /// <summary>A stream of its own for one thing, whatever was drawn for others.</summary>
    public static SeededRandom For(ulong seed, ulong about, ulong variant = 0) => new(Mix(Mix(Mix(seed) ^ about) ^ variant));

    /// <summary>A number made of a text, the same on every machine (FNV-1a).</summary>
    public static ulong Number(string text)
    {
        var hash = 14695981039346656037;
        foreach (var c in text)
        {
            hash = (hash ^ c) * 1099511628211;
        }

        return hash;
    }

    public ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        return Mix(_state);
    }

    /// <summary>0 to <paramref name="limit"/> − 1.</summary>
    public int Below(int limit) => (int)(Next() % (ulong)limit);

    /// <summary>True in so many of a thousand cases.</summary>
    public bool Chance(int permille) => Below(Permille) < permille;

    public T Pick<T>(IReadOnlyList<T> items) => items[Below(items.Count)];

    private static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
