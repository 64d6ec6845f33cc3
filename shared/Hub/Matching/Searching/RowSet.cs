using Hub.Matching.Index;

namespace Hub.Matching.Searching;

/// <summary>Some rows of a snapshot, one bit each.</summary>
internal sealed class RowSet(RegisterSnapshot snapshot)
{
    private readonly ulong[]?[] bits = new ulong[]?[snapshot.Segments.Length];

    public int Count { get; private set; }

    /// <summary>False where it was in the set.</summary>
    public bool Add(int segment, int row)
    {
        var words = bits[segment] ??= new ulong[(snapshot.Segments[segment].Segment.Count + 63) / 64];
        var bit = 1UL << (row & 63);
        if ((words[row >> 6] & bit) != 0)
        {
            return false;
        }

        words[row >> 6] |= bit;
        Count++;
        return true;
    }
}
