using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Hub.DeportedOffenders.Attachments.Formats;

/// <summary>One file of a ZIP archive.</summary>
/// <param name="Name">With its path.</param>
/// <param name="Method">0: as it is; 8: deflated.</param>
/// <param name="Content">Its bytes as they are in the archive.</param>
internal sealed record ZipPart(string Name, ushort Method, ReadOnlyMemory<byte> Content)
{
    /// <summary>The part's own bytes.</summary>
    /// <exception cref="AttachmentRefusedException">They cannot be unpacked, or are more than <paramref name="maxBytes"/>.</exception>
    public byte[] Unpack(int maxBytes)
    {
        using var packed = new MemoryStream(Content.ToArray(), writable: false);
        using Stream source = Method == 0 ? packed : new DeflateStream(packed, CompressionMode.Decompress);
        var bytes = new byte[maxBytes + 1];
        try
        {
            var length = source.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            return length <= maxBytes ? bytes[..length] : throw Incomplete.Of("a part of the document");
        }
        catch (InvalidDataException)
        {
            throw Incomplete.Of("a part of the document");
        }
    }
}

/// <summary>
/// The central directory of a ZIP archive (PKWARE APPNOTE 6.3.10), read strictly: programs that read archives leniently
/// differ in what they find, and what is checked here must be what is opened there.
/// </summary>
internal static class ZipDirectory
{
    private const int EndLength = 22;
    private const int EntryLength = 46;
    private const int LocalLength = 30;

    /// <summary>Parts of a document. Large ones have hundreds.</summary>
    private const int MaxParts = 10_000;

    public static bool Begins(ReadOnlySpan<byte> content) => content.StartsWith("PK\x03\x04"u8);

    /// <exception cref="AttachmentRefusedException">It does not hold together.</exception>
    public static List<ZipPart> Read(ReadOnlyMemory<byte> content)
    {
        var all = content.Span;
        var end = EndOf(all);
        int count = BinaryPrimitives.ReadUInt16LittleEndian(all[(end + 10)..]);
        var size = BinaryPrimitives.ReadUInt32LittleEndian(all[(end + 12)..]);
        var start = BinaryPrimitives.ReadUInt32LittleEndian(all[(end + 16)..]);
        if (count is 0 or > MaxParts || start + (long)size != end)
        {
            throw Broken();
        }

        var parts = new List<ZipPart>(count);
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var at = (int)start;
        while (at < end)
        {
            var part = ReadPart(content, end, ref at);
            if (!names.Add(part.Name) || parts.Count == count)
            {
                throw Broken();
            }

            parts.Add(part);
        }

        return parts.Count == count ? parts : throw Broken();
    }

    /// <summary>Where the end record begins: the one whose comment reaches exactly to the end of the file.</summary>
    private static int EndOf(ReadOnlySpan<byte> all)
    {
        for (var at = all.Length - EndLength; at >= 0 && at >= all.Length - EndLength - ushort.MaxValue; at--)
        {
            if (all[at..].StartsWith("PK\x05\x06"u8) && at + EndLength + BinaryPrimitives.ReadUInt16LittleEndian(all[(at + 20)..]) == all.Length)
            {
                return at;
            }
        }

        throw Broken();
    }

    private static ZipPart ReadPart(ReadOnlyMemory<byte> content, int end, ref int at)
    {
        var entry = content.Span[at..end];
        if (entry.Length < EntryLength || !entry.StartsWith("PK\x01\x02"u8))
        {
            throw Broken();
        }

        var flags = BinaryPrimitives.ReadUInt16LittleEndian(entry[8..]);
        var method = BinaryPrimitives.ReadUInt16LittleEndian(entry[10..]);
        var packed = BinaryPrimitives.ReadUInt32LittleEndian(entry[20..]);
        int nameLength = BinaryPrimitives.ReadUInt16LittleEndian(entry[28..]);
        var after = EntryLength + nameLength + BinaryPrimitives.ReadUInt16LittleEndian(entry[30..]) + BinaryPrimitives.ReadUInt16LittleEndian(entry[32..]);
        var local = BinaryPrimitives.ReadUInt32LittleEndian(entry[42..]);
        const int Encrypted = 1;
        if (after > entry.Length || nameLength == 0 || (flags & Encrypted) != 0 || method is not (0 or 8) || local > end - LocalLength)
        {
            throw Broken();
        }

        at += after;
        var name = entry.Slice(EntryLength, nameLength);
        return new ZipPart(Encoding.UTF8.GetString(name), method, Packed(content[..end], (int)local, name, packed));
    }

    private static ReadOnlyMemory<byte> Packed(ReadOnlyMemory<byte> content, int at, ReadOnlySpan<byte> name, uint packed)
    {
        var local = content.Span[at..];
        int nameLength = BinaryPrimitives.ReadUInt16LittleEndian(local[26..]);
        var before = LocalLength + nameLength + BinaryPrimitives.ReadUInt16LittleEndian(local[28..]);
        return local.StartsWith("PK\x03\x04"u8) && before + (long)packed <= local.Length && local.Slice(LocalLength, nameLength).SequenceEqual(name)
            ? content.Slice(at + before, (int)packed)
            : throw Broken();
    }

    private static AttachmentRefusedException Broken() => Incomplete.Of("the list of parts of the document");
}
