using System.Buffers.Binary;
using System.Text;
using Hub.Matching.Index;
using Hub.Persons;

namespace Hub.Matching.Buckets;

/// <summary>A nominal in a bucket, with the row that says whether it is worth reading.</summary>
internal readonly record struct Posting(string Nominal, Row Row)
{
    private const int RowBytes = sizeof(int) + (2 * sizeof(uint)) + sizeof(ushort) + 1;

    /// <summary>Bytes that it takes.</summary>
    public int Length => 1 + Encoding.UTF8.GetByteCount(Nominal) + RowBytes;

    public static byte[] Pack(IReadOnlyCollection<Posting> postings)
    {
        var bytes = new byte[postings.Sum(p => p.Length)];
        var rest = bytes.AsSpan();
        foreach (var (nominal, row) in postings)
        {
            rest[0] = checked((byte)Encoding.UTF8.GetBytes(nominal, rest[1..]));
            rest = rest[(1 + rest[0])..];
            BinaryPrimitives.WriteInt32LittleEndian(rest, row.Born);
            BinaryPrimitives.WriteUInt32LittleEndian(rest[4..], row.SurnameLetters);
            BinaryPrimitives.WriteUInt32LittleEndian(rest[8..], row.GivenLetters);
            BinaryPrimitives.WriteUInt16LittleEndian(rest[12..], row.Nationality);
            rest[14] = (byte)row.Sex;
            rest = rest[RowBytes..];
        }

        return bytes;
    }

    public static List<Posting> Unpack(ReadOnlySpan<byte> bytes)
    {
        var postings = new List<Posting>();
        while (!bytes.IsEmpty)
        {
            var nominal = Encoding.UTF8.GetString(bytes.Slice(1, bytes[0]));
            bytes = bytes[(1 + bytes[0])..];
            postings.Add(new Posting(nominal, new Row(
                0,
                BinaryPrimitives.ReadInt32LittleEndian(bytes),
                BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]),
                BinaryPrimitives.ReadUInt32LittleEndian(bytes[8..]),
                BinaryPrimitives.ReadUInt16LittleEndian(bytes[12..]),
                (Sex)bytes[14])));
            bytes = bytes[RowBytes..];
        }

        return postings;
    }
}
