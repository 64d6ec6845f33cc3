using System.Buffers.Binary;

namespace Hub.DeportedOffenders.Attachments.Formats;

/// <summary>JPEG (ITU-T T.81 Annex B): marker segments up to the start of the scan, and the end-of-image marker at the end.</summary>
internal static class JpegFormat
{
    private const byte Marker = 0xFF;
    private const byte EndOfImage = 0xD9;
    private const byte StartOfScan = 0xDA;

    public static bool Begins(ReadOnlySpan<byte> content) => content.StartsWith((ReadOnlySpan<byte>)[Marker, 0xD8, Marker]);

    /// <exception cref="AttachmentRefusedException">A segment reaches past the end, or the end is not marked.</exception>
    public static void CheckWhole(ReadOnlySpan<byte> content)
    {
        if (!ReachesScan(content[2..]) || !content.TrimEnd((byte)0).EndsWith((ReadOnlySpan<byte>)[Marker, EndOfImage]))
        {
            throw Incomplete.Of("the end of the JPEG image");
        }
    }

    private static bool ReachesScan(ReadOnlySpan<byte> rest)
    {
        while (rest.Length >= 4 && rest[0] == Marker)
        {
            if (rest[1] == Marker)
            {
                // Fill bytes before a marker.
                rest = rest[1..];
                continue;
            }

            var length = BinaryPrimitives.ReadUInt16BigEndian(rest[2..]);
            if (length < 2 || 2 + length > rest.Length)
            {
                return false;
            }

            if (rest[1] == StartOfScan)
            {
                return true;
            }

            rest = rest[(2 + length)..];
        }

        return false;
    }
}
