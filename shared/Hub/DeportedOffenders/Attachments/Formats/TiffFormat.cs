using System.Buffers.Binary;

namespace Hub.DeportedOffenders.Attachments.Formats;

/// <summary>TIFF 6.0: a header, and directories whose entries point into the file, the strips or tiles of the images among them.</summary>
internal static class TiffFormat
{
    private const int HeaderLength = 8;
    private const int EntryLength = 12;

    private static readonly (ushort Offsets, ushort Counts)[] ImageData = [(273, 279), (324, 325)];

    public static bool Begins(ReadOnlySpan<byte> content) =>
        content.Length >= HeaderLength && (content.StartsWith("II\x2A\0"u8) || content.StartsWith("MM\0\x2A"u8));

    /// <exception cref="AttachmentRefusedException">Something the directories point to is not in the file.</exception>
    public static void CheckWhole(ReadOnlySpan<byte> content)
    {
        var numbers = new Numbers(content, content[0] == 'I');
        if (!numbers.TryLong(4, out var at) || at == 0)
        {
            throw Incomplete.Of("the first page of the TIFF image");
        }

        // What does not overlap cannot be more than this; directories in a ring, or many on one place, end here too.
        var left = content.Length;
        while (at != 0)
        {
            if (!CheckDirectory(numbers, at, ref left, out at))
            {
                throw Incomplete.Of("a page of the TIFF image");
            }
        }
    }

    private static bool CheckDirectory(Numbers numbers, uint at, ref int left, out uint next)
    {
        next = 0;
        if (!numbers.TryShort(at, out var count) || count == 0 || (left -= count * EntryLength) < 0 || !numbers.TryLong(at + 2 + ((long)count * EntryLength), out next))
        {
            return false;
        }

        var entries = new Dictionary<ushort, Entry>();
        for (var i = 0; i < count; i++)
        {
            if (!Entry.TryRead(numbers, at + 2 + ((long)i * EntryLength), out var entry))
            {
                return false;
            }

            entries[entry.Tag] = entry;
        }

        var images = 0;
        foreach (var kind in ImageData)
        {
            if (entries.TryGetValue(kind.Offsets, out var offsets))
            {
                images++;
                if (!entries.TryGetValue(kind.Counts, out var counts) || !IsThere(numbers, offsets, counts, ref left))
                {
                    return false;
                }
            }
        }

        return images > 0;
    }

    private static bool IsThere(Numbers numbers, Entry offsets, Entry counts, ref int left)
    {
        if (offsets.Count == 0 || counts.Count != offsets.Count || offsets.Count > left)
        {
            return false;
        }

        left -= (int)offsets.Count;
        for (var i = 0u; i < offsets.Count; i++)
        {
            if (!offsets.TryValue(numbers, i, out var offset) || !counts.TryValue(numbers, i, out var length) || !numbers.Holds(offset, length))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>An entry of a directory: so many values of one size, in place or elsewhere in the file.</summary>
    private readonly record struct Entry(ushort Tag, ushort Type, uint Count, long At)
    {
        public static bool TryRead(Numbers numbers, long at, out Entry entry)
        {
            entry = default;
            if (!numbers.TryShort(at, out var tag) || !numbers.TryShort(at + 2, out var type) || !numbers.TryLong(at + 4, out var count) || !numbers.TryLong(at + 8, out var elsewhere))
            {
                return false;
            }

            var size = type switch { 1 or 2 or 6 or 7 => 1, 3 or 8 => 2, 4 or 9 or 11 or 13 => 4, 5 or 10 or 12 => 8, _ => 0 };
            var length = (long)count * size;
            entry = new Entry(tag, type, count, length <= 4 ? at + 8 : elsewhere);
            return size > 0 && numbers.Holds(entry.At, length);
        }

        public bool TryValue(Numbers numbers, uint index, out uint value)
        {
            value = 0;
            if (Type == 3)
            {
                var read = numbers.TryShort(At + (index * 2L), out var two);
                value = two;
                return read;
            }

            return Type == 4 && numbers.TryLong(At + (index * 4L), out value);
        }
    }

    /// <summary>The file's numbers in its own byte order.</summary>
    private readonly ref struct Numbers(ReadOnlySpan<byte> content, bool littleEndian)
    {
        private readonly ReadOnlySpan<byte> content = content;

        public bool Holds(long at, long length) => at >= 0 && length >= 0 && at + length <= content.Length;

        public bool TryShort(long at, out ushort value)
        {
            value = 0;
            if (!Holds(at, 2))
            {
                return false;
            }

            var two = content.Slice((int)at, 2);
            value = littleEndian ? BinaryPrimitives.ReadUInt16LittleEndian(two) : BinaryPrimitives.ReadUInt16BigEndian(two);
            return true;
        }

        public bool TryLong(long at, out uint value)
        {
            value = 0;
            if (!Holds(at, 4))
            {
                return false;
            }

            var four = content.Slice((int)at, 4);
            value = littleEndian ? BinaryPrimitives.ReadUInt32LittleEndian(four) : BinaryPrimitives.ReadUInt32BigEndian(four);
            return true;
        }
    }
}
