namespace Hub.Matching.Index;

/// <summary>Hashes that are the same on every machine and in every run (those of .NET are not).</summary>
internal static class Hashing
{
    public static ulong OfText(ReadOnlySpan<char> text)
    {
        var hash = 0xCBF29CE484222325;
        foreach (var c in text)
        {
            hash = (hash ^ c) * 0x100000001B3;
        }

        return Mix(hash);
    }

    public static ulong OfBytes(ReadOnlySpan<byte> bytes)
    {
        var hash = 0xCBF29CE484222325;
        foreach (var b in bytes)
        {
            hash = (hash ^ b) * 0x100000001B3;
        }

        return Mix(hash);
    }

    public static ulong Combine(ulong a, ulong b) => Mix((a * 0x9E3779B97F4A7C15) ^ b);

    /// <summary>The finaliser of SplitMix64 (Steele, Lea and Flood, 2014).</summary>
    public static ulong Mix(ulong x)
    {
        x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9;
        x = (x ^ (x >> 27)) * 0x94D049BB133111EB;
        return x ^ (x >> 31);
    }
}
