using System.Numerics;

namespace Hub.Matching.Names.Sounds;

/// <summary>
/// The consonants of a word, five bits each, twelve at most, the first in the lowest bits. Two skeletons agree where
/// each consonant of one can be the other's in some script: Hebrew has one letter for b and v, Arabic none for p, and
/// ج is j or g. So they say of a word without vowels whether it can be the other.
/// </summary>
internal static class Skeleton
{
    private const int Bits = 5;
    private const int MaxSounds = 12;
    private const ulong Mask = (1 << Bits) - 1;

    private static readonly uint[] Near = CreateNear(
        (Sound.Vowel, [Sound.Y, Sound.W, Sound.H]),
        (Sound.B, [Sound.P, Sound.V, Sound.W]),
        (Sound.P, [Sound.F]),
        (Sound.F, [Sound.V]),
        (Sound.V, [Sound.W]),
        (Sound.K, [Sound.G, Sound.Kh, Sound.Ch]),
        (Sound.G, [Sound.Gh, Sound.J, Sound.H, Sound.Kh]),
        (Sound.Gh, [Sound.H, Sound.Kh, Sound.K]),
        (Sound.J, [Sound.Y, Sound.Zh, Sound.H, Sound.Kh, Sound.Ch, Sound.Gh]),
        (Sound.H, [Sound.Kh, Sound.Ch]),
        (Sound.Kh, [Sound.Ch]),
        (Sound.Ch, [Sound.Sh, Sound.Ts, Sound.SoftC]),
        (Sound.T, [Sound.Th]),
        (Sound.Th, [Sound.D, Sound.Dh, Sound.S]),
        (Sound.D, [Sound.Dh]),
        (Sound.Dh, [Sound.Z]),
        (Sound.S, [Sound.Z, Sound.SoftC, Sound.Ts, Sound.Sh, Sound.Sz]),
        (Sound.SoftC, [Sound.Ts, Sound.Sh, Sound.K, Sound.Z]),
        (Sound.Z, [Sound.Ts, Sound.Zh]),
        (Sound.Sh, [Sound.Sz, Sound.Zh]));

    public static ulong Of(ReadOnlySpan<Sound> sounds)
    {
        var skeleton = 0UL;
        var written = 0;
        for (var i = 0; i < sounds.Length && written < MaxSounds; i++)
        {
            var sound = sounds[i] >= Sound.A && i == 0 ? Sound.Vowel : sounds[i];
            if (sound is < Sound.A && (sound != Sound.W || i == 0))
            {
                skeleton |= (ulong)sound << (Bits * written++);
            }
        }

        return skeleton;
    }

    /// <summary>How many consonants a skeleton has.</summary>
    public static int Length(ulong skeleton) => (64 - BitOperations.LeadingZeroCount(skeleton) + Bits - 1) / Bits;

    /// <summary>Whether two skeletons can be the same name's.</summary>
    public static bool Agree(ulong a, ulong b)
    {
        while (a != 0 && b != 0)
        {
            if (!IsNear(a, b))
            {
                return false;
            }

            a >>= Bits;
            b >>= Bits;
        }

        return a == b;
    }

    /// <summary>Whether they can be but for one consonant: heard in one only, or another. Neither may be empty.</summary>
    public static bool AgreeButOne(ulong a, ulong b)
    {
        var (lengthA, lengthB) = (Length(a), Length(b));
        var (longer, shorter) = (Math.Max(lengthA, lengthB), Math.Min(lengthA, lengthB));
        var (lastA, lastB) = (a >> (Bits * (lengthA - 1)), b >> (Bits * (lengthB - 1)));
        if (longer - shorter > 1 || (!IsNear(a, b) && !IsNear(lastA, lastB)))
        {
            return false;
        }

        var front = 0;
        while (front < shorter && IsNear(a >> (Bits * front), b >> (Bits * front)))
        {
            front++;
        }

        var back = 0;
        while (back < shorter - front && IsNear(a >> (Bits * (lengthA - 1 - back)), b >> (Bits * (lengthB - 1 - back))))
        {
            back++;
        }

        return front + back >= longer - 1;
    }

    private static bool IsNear(ulong a, ulong b) => (Near[a & Mask] >> (int)(b & Mask) & 1) != 0;

    private static uint[] CreateNear(params ReadOnlySpan<(Sound One, Sound[] Others)> pairs)
    {
        var near = new uint[1 << Bits];
        for (var i = 1; i < near.Length; i++)
        {
            near[i] = 1u << i;
        }

        foreach (var (one, others) in pairs)
        {
            foreach (var other in others)
            {
                near[(int)one] |= 1u << (int)other;
                near[(int)other] |= 1u << (int)one;
            }
        }

        return near;
    }
}
