namespace Hub.Matching.Names.Sounds;

/// <summary>
/// The sounds of a word as fifteen classes of consonants, eight of them at most, vowels only where they begin it: words
/// that sound alike in most mouths have the same key. Zero where nothing is heard (digits, another script).
/// </summary>
internal static class PhoneticKey
{
    private const int MaxSounds = 8;

    public static uint Of(ReadOnlySpan<Sound> sounds)
    {
        var key = 0u;
        var written = 0;
        for (var i = 0; i < sounds.Length && written < MaxSounds; i++)
        {
            if (Class(sounds[i], i == 0) is var one and > 0)
            {
                key = (key << 4) | one;
                written++;
            }
        }

        return key;
    }

    /// <summary>How many sounds a key has.</summary>
    public static int Length(uint key) => (35 - System.Numerics.BitOperations.LeadingZeroCount(key)) / 4;

    private static uint Class(Sound sound, bool first) => sound switch
    {
        >= Sound.A => first ? 1u : 0u,
        Sound.B => 2,
        Sound.P => 3,
        Sound.F or Sound.V or Sound.W => 4,
        Sound.K or Sound.G or Sound.Gh or Sound.Kh => 5,
        Sound.H => 6,
        Sound.J or Sound.Y or Sound.Zh => 7,
        Sound.T or Sound.Th => 8,
        Sound.D or Sound.Dh => 9,
        Sound.S or Sound.SoftC or Sound.Z or Sound.Ts => 10,
        Sound.Sh or Sound.Ch or Sound.Sz => 11,
        Sound.L => 12,
        Sound.R => 13,
        Sound.M => 14,
        Sound.N => 15,
        _ => 0,
    };
}
