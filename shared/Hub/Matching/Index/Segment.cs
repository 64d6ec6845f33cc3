using System.Numerics;

namespace Hub.Matching.Index;

/// <summary>Some nominals, packed and indexed; never changed once made.</summary>
internal sealed class Segment(Row[] rows, byte[] records, Postings postings)
{
    public int Count => rows.Length;

    public Row[] Rows => rows;

    public byte[] Records => records;

    public Postings Postings => postings;

    public void Read(int row, Traits into)
    {
        into.Born = rows[row].Born;
        into.Sex = rows[row].Sex;
        into.Nationality = rows[row].Nationality;
        into.ReadNames(records, rows[row].Offset);
    }
}

/// <summary>What is read of every candidate, and where the rest of it is.</summary>
/// <param name="SurnameLetters">The letters of the surname's words; all where there are several names.</param>
internal readonly record struct Row(int Offset, int Born, uint SurnameLetters, uint GivenLetters, ushort Nationality, Persons.Sex Sex)
{
    /// <param name="offset">Where the record lies.</param>
    /// <param name="traits">The record, names and rest read, and the date of birth.</param>
    public static Row Of(int offset, Traits traits, Words words, Nominals.Nominal nominal)
    {
        var (surname, given) = NameLetters.Of(traits, words);
        return new Row(offset, traits.Born, surname, given, Packed.Letters(nominal.Nationality), nominal.Sex);
    }
}

/// <summary>A segment as of one moment: with the rows that have been replaced or ended since.</summary>
/// <param name="Dead">One bit a row; null where none is.</param>
internal sealed record SegmentView(Segment Segment, ulong[]? Dead, int DeadCount)
{
    public int Living => Segment.Count - DeadCount;

    public bool IsDead(int row) => Dead is not null && (Dead[row >> 6] & (1UL << (row & 63))) != 0;

    public SegmentView Without(IEnumerable<int> rows)
    {
        var dead = Dead is null ? new ulong[(Segment.Count + 63) / 64] : (ulong[])Dead.Clone();
        foreach (var row in rows)
        {
            dead[row >> 6] |= 1UL << (row & 63);
        }

        return new SegmentView(Segment, dead, dead.Sum(BitOperations.PopCount));
    }
}
