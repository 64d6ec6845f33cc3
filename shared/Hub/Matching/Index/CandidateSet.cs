using System.Numerics;

namespace Hub.Matching.Index;

/// <summary>
/// The rows that share a key with a person: the most telling and smallest blocks first, each row once, bounded. Used
/// again for one person after another; not for two threads.
/// </summary>
internal sealed class CandidateSet
{
    /// <summary>Nominals looked at for one person at the most.</summary>
    public const int Most = 2_000;

    private const int SegmentShift = 26;
    private const int TableSize = 4_096;
    private readonly uint[] table = new uint[TableSize];
    private readonly uint[] found = new uint[Most];
    private readonly BlockingGroup[] groups = new BlockingGroup[Most];
    private readonly BlockingKey[] keys = new BlockingKey[BlockingKeys.Max];
    private readonly uint[] hashes = new uint[BlockingKeys.Max];
    private readonly int[] sizes = new int[BlockingKeys.Max];
    private readonly (BlockingGroup Group, int Size, uint Hash)[] blocks = new (BlockingGroup, int, uint)[BlockingKeys.Max];

    /// <summary>True where rows were left out because there were too many.</summary>
    public bool IsCutShort { get; private set; }

    /// <summary>True where a surname and given name were not looked for because too many bear both.</summary>
    public bool IsNameTooCommon { get; private set; }

    public int Count { get; private set; }

    public Sharing Shared => new(Count, IsCutShort, IsNameTooCommon);

    public (int Segment, int Row) this[int index] => ((int)(found[index] >> SegmentShift), (int)(found[index] & ((1 << SegmentShift) - 1)));

    /// <summary>What the most telling key is that a candidate shares.</summary>
    public BlockingGroup Group(int index) => groups[index];

    public void Find(RegisterSnapshot snapshot, Traits person, Words words, BlockLimits limits)
    {
        Clear();
        var count = 0;
        foreach (var key in keys.AsSpan(0, BlockingKeys.Of(person, words, asked: true, keys)))
        {
            if (limits.Of(key.Kind) > 0)
            {
                keys[count] = key;
                hashes[count++] = key.Hash;
            }
        }

        // All keys of one segment together: their places in memory are then waited for together.
        sizes.AsSpan(0, count).Clear();
        var gone = 0;
        foreach (var view in snapshot.Segments)
        {
            view.Segment.Postings.Count(hashes.AsSpan(0, count), sizes);
            gone += view.DeadCount;
        }

        var used = 0;
        for (var i = 0; i < count; i++)
        {
            var limit = limits.Of(keys[i].Kind);
            if (sizes[i] > limit && (sizes[i] - gone > limit || Living(snapshot, hashes[i], limit) > limit))
            {
                IsNameTooCommon |= GroupOf(keys[i].Kind) == BlockingGroup.Names;
            }
            else if (sizes[i] > 0)
            {
                blocks[used++] = (GroupOf(keys[i].Kind), sizes[i], hashes[i]);
            }
        }

        blocks.AsSpan(0, used).Sort();
        for (var i = 0; i < used && !IsCutShort; i++)
        {
            Take(snapshot, blocks[i].Group, blocks[i].Hash);
        }
    }

    public static BlockingGroup GroupOf(BlockingKind kind) => kind switch
    {
        <= BlockingKind.Email or BlockingKind.AddressPair or BlockingKind.Postcode or BlockingKind.DocumentHalf => BlockingGroup.Identifying,
        BlockingKind.NamePair or BlockingKind.NameFamily => BlockingGroup.Names,
        _ => BlockingGroup.Parts,
    };

    private static uint Candidate(int segment, int row) => ((uint)segment << SegmentShift) | (uint)row;

    private void Clear()
    {
        if (Count > 0)
        {
            table.AsSpan().Clear();
        }

        Count = 0;
        IsCutShort = false;
        IsNameTooCommon = false;
    }

    // Rows that are gone make no key common. Counts no further than to one beyond the limit.
    private static int Living(RegisterSnapshot snapshot, uint hash, int limit)
    {
        var living = 0;
        foreach (var view in snapshot.Segments)
        {
            foreach (var pair in view.Segment.Postings.Of(hash))
            {
                if (!view.IsDead(Postings.Row(pair)) && ++living > limit)
                {
                    return living;
                }
            }
        }

        return living;
    }

    private void Take(RegisterSnapshot snapshot, BlockingGroup group, uint hash)
    {
        for (var s = 0; s < snapshot.Segments.Length; s++)
        {
            var view = snapshot.Segments[s];
            foreach (var pair in view.Segment.Postings.Of(hash))
            {
                var row = Postings.Row(pair);
                if (view.IsDead(row))
                {
                    continue;
                }

                var candidate = Candidate(s, row);
                if (!IsNew(candidate))
                {
                    continue;
                }

                if (Count == Most)
                {
                    IsCutShort = true;
                    return;
                }

                groups[Count] = group;
                found[Count++] = candidate;
            }
        }
    }

    private bool IsNew(uint candidate)
    {
        for (var at = (int)((candidate * 0x9E3779B1) >> (32 - BitOperations.Log2(TableSize))); ; at = (at + 1) & (TableSize - 1))
        {
            if (table[at] == 0)
            {
                table[at] = candidate + 1;
                return true;
            }

            if (table[at] == candidate + 1)
            {
                return false;
            }
        }
    }
}

/// <summary>How much a shared key tells, the most telling first.</summary>
internal enum BlockingGroup
{
    /// <summary>Numbers, contacts, addresses.</summary>
    Identifying,

    /// <summary>Surname and given name together.</summary>
    Names,

    /// <summary>A name with a part of the birth date, the whole birth date, a rare name.</summary>
    Parts,
}

/// <summary>How many share a key with a person.</summary>
/// <param name="Count">Those looked at: at most <see cref="CandidateSet.Most"/>.</param>
/// <param name="IsCutShort">True where there were more.</param>
/// <param name="IsNameTooCommon">True where a surname and given name were not looked for because too many bear both.</param>
internal readonly record struct Sharing(int Count, bool IsCutShort, bool IsNameTooCommon);
