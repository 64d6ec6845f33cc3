using Hub.Matching.Index;

namespace Hub.Matching.Estimation;

/// <summary>Random numbers that are the same on every machine and in every version of .NET (Steele, Lea and Flood, 2014).</summary>
internal sealed class SplitMix64(ulong seed)
{
    private ulong state = seed;

    public ulong Next() => Hashing.Mix(state += 0x9E3779B97F4A7C15);

    /// <summary>A whole number from 0 up to but without the bound.</summary>
    public int Below(int bound) => (int)(((UInt128)Next() * (uint)bound) >> 64);

    /// <summary>Two different whole numbers below the bound, each pair in each order as likely as any other.</summary>
    public (int First, int Second) TwoBelow(int bound)
    {
        var first = Below(bound);
        var second = Below(bound - 1);
        return (first, second < first ? second : second + 1);
    }
}
