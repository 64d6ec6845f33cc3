using System.Numerics;

namespace Hub.Matching.Names;

/// <summary>
/// Optimal string alignment distance (insertions, deletions, substitutions, swaps of neighbours) of words of at most 32
/// letters, a whole column at once in the bits of a word.
/// <para>H. Hyyrö, "A bit-vector algorithm for computing Levenshtein and Damerau edit distances", 2003.</para>
/// </summary>
internal static class WordDistance
{
    private const int Slots = 64;

    public static int Of(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        // What both begin and end with costs nothing, and most of two alike words is that.
        var common = a.CommonPrefixLength(b);
        a = a[common..];
        b = b[common..];
        while (a.Length > 0 && b.Length > 0 && a[^1] == b[^1])
        {
            a = a[..^1];
            b = b[..^1];
        }

        if (a.IsEmpty || b.IsEmpty)
        {
            return a.Length + b.Length;
        }

        return a.Length == 1 || b.Length == 1 ? One(a, b) : Columns(a, b);
    }

    private static int One(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        var word = a.Length == 1 ? b : a;
        return word.Length - (word.Contains(a.Length == 1 ? a[0] : b[0]) ? 1 : 0);
    }

    private static int Columns(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        Span<uint> places = stackalloc uint[Slots];
        for (var i = 0; i < a.Length; i++)
        {
            places[Slot(a[i])] |= 1u << i;
        }

        var (up, down, diagonal, before) = (uint.MaxValue, 0u, 0u, 0u);
        var last = 1u << (a.Length - 1);
        var distance = a.Length;
        foreach (var c in b)
        {
            var here = places[Slot(c)];
            var swap = (((~diagonal) & here) << 1) & before;
            diagonal = (((here & up) + up) ^ up) | here | down | swap;
            var right = down | ~(diagonal | up);
            var left = up & diagonal;
            distance += ((right & last) != 0 ? 1 : 0) - ((left & last) != 0 ? 1 : 0);
            right = (right << 1) | 1;
            left <<= 1;
            up = left | ~(diagonal | right);
            down = right & diagonal;
            before = here;
        }

        return distance;
    }

    /// <summary>Letters of unknown scripts may share a place: a rare pair of them would read as one.</summary>
    private static int Slot(char c) => c switch
    {
        >= 'a' and <= 'z' => c - 'a',
        >= '0' and <= '9' => 26 + c - '0',
        _ => 36 + (c % (Slots - 36)),
    };

    /// <summary>At least so many edits lie between words of these letters.</summary>
    public static int AtLeast(uint a, uint b) =>
        Math.Max(BitOperations.PopCount(a & ~b), BitOperations.PopCount(b & ~a));
}
