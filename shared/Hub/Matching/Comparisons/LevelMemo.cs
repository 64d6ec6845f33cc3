namespace Hub.Matching.Comparisons;

/// <summary>
/// How alike two words were when they were last compared, for one person beside thousands of nominals: most share their
/// few hundred names. Forgets what falls on the same place; never says anything that comparing anew would not.
/// </summary>
internal sealed class LevelMemo
{
    private const int Bits = 13;
    private const int WordBits = 24;
    private const int LevelBits = 8;
    private readonly ulong[] kept = new ulong[1 << Bits];

    /// <summary>Whether anything is kept: for a person compared with few it does not pay.</summary>
    public bool IsOn { get; private set; }

    /// <summary>Forgets everything: words that no nominal bears have other numbers for each person.</summary>
    public void Begin(bool on)
    {
        IsOn = on;
        if (on)
        {
            Array.Clear(kept);
        }
    }

    /// <summary>The level of two words by number; zero where it is not known.</summary>
    public byte Find(int reported, int registered)
    {
        var key = Key(reported, registered);
        var entry = kept[Place(key)];
        return entry >> LevelBits == key ? (byte)entry : (byte)0;
    }

    public void Keep(int reported, int registered, byte level)
    {
        var key = Key(reported, registered);
        kept[Place(key)] = (key << LevelBits) | level;
    }

    private static ulong Key(int reported, int registered) => ((ulong)(uint)reported << WordBits) | (uint)registered;

    private static int Place(ulong key) => (int)((key * 0x9E3779B97F4A7C15) >> (64 - Bits));
}
