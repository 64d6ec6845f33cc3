using System.Buffers.Binary;
using Hub.Matching.Index;

namespace Hub.Matching.Buckets;

/// <summary>
/// How common words, years and nationalities are on the whole register: kept in memory by number alone, 12 to 24 bytes for
/// each, since a question would need hundreds of them. In parts, each of which is kept with the buckets from time to time.
/// One thread changes it, any number read.
/// </summary>
internal sealed class TermCounts
{
    public const int PartCount = 256;

    private const int PartShift = 56;
    private readonly TermPart[] parts = [.. Enumerable.Range(0, PartCount).Select(_ => new TermPart())];

    public IReadOnlyList<TermPart> Parts => parts;

    public int this[ulong term] => parts[(int)(term >> PartShift)][term];

    public int Population => this[TermNumber.Population];

    /// <summary>Counts in what a change says, in those parts that do not have it yet.</summary>
    public void Apply(BucketWriting writing)
    {
        foreach (var (term, more) in writing.Terms)
        {
            var part = parts[(int)(term >> PartShift)];
            if (part.Mark < writing.Sequence)
            {
                part.Add(term, more ? 1 : -1);
            }
        }
    }

    /// <summary>Notes that all changes up to a mark are in.</summary>
    public void Reached(long mark)
    {
        foreach (var part in parts)
        {
            part.Mark = Math.Max(part.Mark, mark);
        }
    }

    /// <summary>Everything that weighing asks of a register, for these words and one nationality.</summary>
    public TermStatistics Of(TokenTable tokens, ushort nationality)
    {
        var statistics = new TermStatistics(tokens);
        foreach (var year in TermStatistics.YearsCounted)
        {
            statistics.CountYear(year, this[TermNumber.OfYear(year)]);
        }

        // Nobody asks for another nationality than the person's own; the others count together.
        var same = nationality == 0 ? 0 : this[TermNumber.OfNationality(nationality)];
        statistics.CountNationality(nationality, same);
        statistics.CountNationality(0, this[TermNumber.WithNationality] - same);
        for (var id = 0; id < tokens.Count; id++)
        {
            Count(tokens, TermRole.Surname, id);
            Count(tokens, TermRole.Given, id);
            Count(tokens, TermRole.Place, id);
        }

        return statistics;
    }

    // Words that were in the table before are not counted twice.
    private void Count(TokenTable tokens, TermRole role, int id) =>
        tokens.CountTerm(role, id, this[TermNumber.OfWord(role, tokens[id].Text)] - tokens.Current.Counts((int)role)[id]);
}

/// <summary>Some of the counts, with the register's mark up to which they are right.</summary>
internal sealed class TermPart
{
    private const int EntryBytes = sizeof(ulong) + sizeof(int);
    private State state = new(16);

    public long Mark { get; set; }

    /// <summary>As of which mark it is kept with the buckets.</summary>
    public long KeptMark { get; set; }

    /// <summary>The store's mark of what is kept.</summary>
    public string? KeptVersion { get; set; }

    public int this[ulong term] => Volatile.Read(ref state).Of(term);

    public void Add(ulong term, int change)
    {
        if (state.IsFull)
        {
            Volatile.Write(ref state, state.Grown());
        }

        state.Add(term, change);
    }

    public byte[] Pack()
    {
        var entries = state.Entries.Where(e => e.Count != 0).ToList();
        var bytes = new byte[entries.Count * EntryBytes];
        foreach (var (i, (term, count)) in entries.Index())
        {
            BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(i * EntryBytes), term);
            BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan((i * EntryBytes) + sizeof(ulong)), count);
        }

        return bytes;
    }

    public void Unpack(ReadOnlySpan<byte> bytes)
    {
        for (; !bytes.IsEmpty; bytes = bytes[EntryBytes..])
        {
            Add(BinaryPrimitives.ReadUInt64LittleEndian(bytes), BinaryPrimitives.ReadInt32LittleEndian(bytes[sizeof(ulong)..]));
        }
    }

    // Open addressing; a term is written after its count, so that whoever finds it finds that too.
    private sealed class State(int capacity)
    {
        private readonly ulong[] terms = new ulong[capacity];
        private readonly int[] counts = new int[capacity];
        private int used;

        public bool IsFull => used * 4 >= terms.Length * 3;

        public IEnumerable<(ulong Term, int Count)> Entries => terms.Zip(counts).Where(e => e.First != 0);

        public int Of(ulong term)
        {
            var at = Place(term);
            return Volatile.Read(ref terms[at]) == 0 ? 0 : counts[at];
        }

        public void Add(ulong term, int change)
        {
            var at = Place(term);
            counts[at] += change;
            if (terms[at] == 0)
            {
                used++;
                Volatile.Write(ref terms[at], term);
            }
        }

        public State Grown()
        {
            var grown = new State(terms.Length * 2);
            foreach (var (term, count) in Entries)
            {
                grown.Add(term, count);
            }

            return grown;
        }

        private int Place(ulong term)
        {
            var at = (int)term & (terms.Length - 1);
            while (Volatile.Read(ref terms[at]) is not 0 and var other && other != term)
            {
                at = (at + 1) & (terms.Length - 1);
            }

            return at;
        }
    }
}
