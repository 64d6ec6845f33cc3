using System.Numerics;

namespace Hub.Matching.Index;

/// <summary>
/// Which rows have which key: pairs of a key's 32-bit hash and a row, ordered by hash, found through a directory of the
/// hash's first bits. Two keys may share a hash: then a row too many is weighed, none is lost.
/// </summary>
internal sealed class Postings
{
    private const int PairsPerBucket = 4;
    private readonly ulong[] pairs;
    private readonly int[] starts;
    private readonly int shift;

    /// <param name="pairs">Hash in the upper half, row in the lower, ordered.</param>
    private Postings(ulong[] pairs)
    {
        this.pairs = pairs;
        var bits = Math.Max(1, BitOperations.Log2((uint)Math.Max(2, pairs.Length / PairsPerBucket)));
        shift = 32 - bits;
        starts = new int[(1 << bits) + 1];
        foreach (var pair in pairs)
        {
            starts[(int)(pair >> 32 >> shift) + 1]++;
        }

        for (var i = 1; i < starts.Length; i++)
        {
            starts[i] += starts[i - 1];
        }
    }

    public static ulong Pair(uint hash, int row) => ((ulong)hash << 32) | (uint)row;

    public static int Row(ulong pair) => (int)(uint)pair;

    /// <param name="unordered">Pairs in the order of their rows; used up.</param>
    public static Postings Of(ulong[] unordered) => new(Ordered(unordered));

    /// <summary>The rows of several, moved to where a merge put them; dropped where that is below zero.</summary>
    public static Postings Merge(IReadOnlyList<(Postings Postings, int[] NewRow)> parts)
    {
        var all = new List<ulong>(parts.Sum(p => p.Postings.pairs.Length));
        foreach (var (postings, newRow) in parts)
        {
            foreach (var pair in postings.pairs)
            {
                if (newRow[Row(pair)] is >= 0 and var row)
                {
                    all.Add(Pair((uint)(pair >> 32), row));
                }
            }
        }

        return new Postings(Ordered([.. all]));
    }

    /// <summary>Adds to each count how many pairs one of these hashes has.</summary>
    public void Count(ReadOnlySpan<uint> hashes, Span<int> counts)
    {
        // Touched first, so that memory answers for all of them at once.
        Span<int> firsts = stackalloc int[hashes.Length];
        for (var i = 0; i < hashes.Length; i++)
        {
            firsts[i] = starts[(int)(hashes[i] >> shift)];
        }

        ulong touched = 0;
        foreach (var first in firsts)
        {
            touched |= first < pairs.Length ? pairs[first] : 0;
        }

        for (var i = 0; i < hashes.Length && touched != 0; i++)
        {
            counts[i] += Of(hashes[i]).Length;
        }
    }

    /// <summary>The pairs of one hash.</summary>
    public ReadOnlySpan<ulong> Of(uint hash)
    {
        var bucket = (int)(hash >> shift);
        var (start, end) = (starts[bucket], starts[bucket + 1]);
        var first = FirstFrom(hash, start, end);

        // A block much larger than a bucket mostly fills its own to the end.
        var last = end > first && (uint)(pairs[end - 1] >> 32) == hash ? end : hash == uint.MaxValue ? end : FirstFrom(hash + 1, first, end);
        return pairs.AsSpan(first, last - first);
    }

    // The first pair in a range whose hash is at least this: step by step where there are few, else by halves.
    private int FirstFrom(uint hash, int start, int end)
    {
        const int Few = 8;
        while (end - start > Few)
        {
            var middle = start + ((end - start) / 2);
            (start, end) = (uint)(pairs[middle] >> 32) < hash ? (middle + 1, end) : (start, middle);
        }

        while (start < end && (uint)(pairs[start] >> 32) < hash)
        {
            start++;
        }

        return start;
    }

    // Three passes of eleven bits over the hash; stable, so that rows stay in order.
    private static ulong[] Ordered(ulong[] from)
    {
        const int Digit = 11;
        const int Mask = (1 << Digit) - 1;
        if (from.Length < 1 << Digit)
        {
            Array.Sort(from);
            return from;
        }

        var to = new ulong[from.Length];
        for (var at = 32; at < 64; at += Digit)
        {
            var places = new int[Mask + 1];
            foreach (var pair in from)
            {
                places[(int)(pair >> at) & Mask]++;
            }

            var sum = 0;
            for (var i = 0; i < places.Length; i++)
            {
                (places[i], sum) = (sum, sum + places[i]);
            }

            foreach (var pair in from)
            {
                to[places[(int)(pair >> at) & Mask]++] = pair;
            }

            (from, to) = (to, from);
        }

        return from;
    }
}
