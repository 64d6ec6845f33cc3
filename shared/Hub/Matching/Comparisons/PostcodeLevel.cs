using System.Buffers.Binary;

namespace Hub.Matching.Comparisons;

/// <summary>How alike two postcodes are.</summary>
internal static class PostcodeLevel
{
    private const byte Same = 1;
    private const byte OneSlip = 2;
    private const byte Sector = 3;
    private const byte Different = 4;

    public static byte Of(ulong a, ulong b)
    {
        if (a == b)
        {
            return Same;
        }

        Span<byte> x = stackalloc byte[sizeof(ulong)];
        Span<byte> y = stackalloc byte[sizeof(ulong)];
        BinaryPrimitives.WriteUInt64LittleEndian(x, a);
        BinaryPrimitives.WriteUInt64LittleEndian(y, b);
        var first = Trim(x);
        var second = Trim(y);

        // A whole postcode ends in a digit and two letters; without these it is the sector. A slip of the last letters is a neighbour.
        if (first.Length == second.Length && first.Length > 4 && first[..^2].SequenceEqual(second[..^2]))
        {
            return Sector;
        }

        return EditDistance.Within<byte>(first, second, 1) <= 1 ? OneSlip : Different;
    }

    private static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> code) => code.IndexOf((byte)0) is >= 0 and var length ? code[..length] : code;
}
