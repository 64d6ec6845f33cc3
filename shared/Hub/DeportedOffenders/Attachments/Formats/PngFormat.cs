using System.Buffers.Binary;

namespace Hub.DeportedOffenders.Attachments.Formats;

/// <summary>PNG (ISO/IEC 15948 §5): a header chunk first, an end chunk last, and nothing after it.</summary>
internal static class PngFormat
{
    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A];

    public static bool Begins(ReadOnlySpan<byte> content) => content.StartsWith(Signature);

    /// <exception cref="AttachmentRefusedException">The chunks do not lead from the header to the end.</exception>
    public static void CheckWhole(ReadOnlySpan<byte> content)
    {
        // Length, type and check value.
        const int Around = 12;
        var rest = content[Signature.Length..];
        var first = true;
        var image = false;
        while (rest.Length >= Around)
        {
            var length = BinaryPrimitives.ReadUInt32BigEndian(rest);
            var type = rest.Slice(4, 4);
            if (length > (uint)(rest.Length - Around) || first != type.SequenceEqual("IHDR"u8))
            {
                break;
            }

            rest = rest[(Around + (int)length)..];
            if (type.SequenceEqual("IEND"u8) && rest.IsEmpty && image)
            {
                return;
            }

            image |= type.SequenceEqual("IDAT"u8);
            first = false;
        }

        throw Incomplete.Of("the end of the PNG image");
    }
}
