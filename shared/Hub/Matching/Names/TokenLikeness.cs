using System.Numerics;
using Hub.Matching.Names.Sounds;

namespace Hub.Matching.Names;

/// <summary>Compares two words of names. Symmetric, without allocation, and quick to see that words differ.</summary>
public static class TokenLikeness
{
    private const int MinOneSlip = 5;
    private const int MinTwoSlips = 7;
    private const int MinSounds = 3;
    private const int MinSkeleton = 2;
    private const int MinNearSkeleton = 4;

    // Letters that an ending such as -ie brings with it.
    private const int MaxEnding = 2;

    /// <summary>How alike the two are: the first level that holds.</summary>
    public static TokenLevel Compare(NameToken a, NameToken b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        if (ReferenceEquals(a, b) || (a.Letters == b.Letters && a.Text == b.Text))
        {
            return TokenLevel.Same;
        }

        if (a.Length == 0 || b.Length == 0)
        {
            return TokenLevel.Different;
        }

        if (a.IsInitial || b.IsInitial)
        {
            return a.Length != b.Length && a.Text[0] == b.Text[0] ? TokenLevel.Initial : TokenLevel.Different;
        }

        if (a.Spelling == b.Spelling && a.Spelling != 0)
        {
            return TokenLevel.Spelling;
        }

        var group = a.Groups.Length == 0 || b.Groups.Length == 0 ? ushort.MaxValue : FirstShared(a.Groups, b.Groups);
        return group < VariantTable.FirstLanguageGroup ? TokenLevel.Variant : ByLetters(a, b, group != ushort.MaxValue);
    }

    private static TokenLevel ByLetters(NameToken a, NameToken b, bool sameAbroad)
    {
        var (shorter, longer) = a.Length <= b.Length ? (a, b) : (b, a);
        // Letters of the shorter that the longer has not: none where it is a part, few where an ending was put on.
        var own = BitOperations.PopCount(shorter.Letters & ~longer.Letters);
        if (own == 0 && Clipping.IsBehindParticle(shorter.Text, longer.Text))
        {
            return TokenLevel.Spelling;
        }

        var letters = WordDistance.AtLeast(a.Letters, b.Letters);
        int length = longer.Length;
        var allowed = Math.Max(length / 3, 1);
        var distance = letters <= allowed && length - shorter.Length <= allowed
            ? WordDistance.Of(a.Text, b.Text)
            : int.MaxValue;

        if (distance == 1 && length >= MinOneSlip)
        {
            return TokenLevel.OneSlip;
        }

        if (own <= 2 && length > shorter.Length && Clipping.IsBeginning(shorter.Text, longer.Text))
        {
            return TokenLevel.Shortened;
        }

        if (a.Phonetic == b.Phonetic && PhoneticKey.Length(a.Phonetic) >= MinSounds)
        {
            return TokenLevel.SoundsAlike;
        }

        if (sameAbroad)
        {
            return TokenLevel.Language;
        }

        if (distance == 2 && length >= MinTwoSlips)
        {
            return TokenLevel.TwoSlips;
        }

        if (IsClipped(shorter, longer) || (a.Length == b.Length && IsClipped(longer, shorter)))
        {
            return TokenLevel.Clipped;
        }

        return BySkeleton(a, b) ?? (distance <= allowed || IsOtherVowel(a, b) ? TokenLevel.Similar : TokenLevel.Different);
    }

    private static bool IsClipped(NameToken shorter, NameToken longer) =>
        BitOperations.PopCount(shorter.Letters & ~longer.Letters) <= MaxEnding && Clipping.IsClipped(shorter.Text, longer.Text);

    private static TokenLevel? BySkeleton(NameToken a, NameToken b)
    {
        if (Skeleton.Agree(a.Skeleton, b.Skeleton) && Skeleton.Length(a.Skeleton) >= MinSkeleton)
        {
            return TokenLevel.Skeleton;
        }

        return Skeleton.Length(Math.Min(a.Skeleton, b.Skeleton)) >= MinNearSkeleton && Skeleton.AgreeButOne(a.Skeleton, b.Skeleton)
            ? TokenLevel.NearSkeleton
            : null;
    }

    private static bool IsOtherVowel(NameToken a, NameToken b) => a.Phonetic == b.Phonetic && a.Phonetic != 0;

    /// <summary>The first group both are in; the largest number where there is none.</summary>
    private static ushort FirstShared(ushort[] a, ushort[] b)
    {
        for (int i = 0, j = 0; i < a.Length && j < b.Length;)
        {
            if (a[i] == b[j])
            {
                return a[i];
            }

            _ = a[i] < b[j] ? i++ : j++;
        }

        return ushort.MaxValue;
    }
}
