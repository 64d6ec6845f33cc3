using System.Buffers;
using System.Text;

namespace Hub.DeportedOffenders.Attachments.Formats;

/// <summary>Plain text: UTF-8 (RFC 3629) with or without its mark, no control characters but line ends, tabs and form feeds.</summary>
internal static class TextFormat
{
    public static bool IsText(ReadOnlySpan<byte> content)
    {
        while (!content.IsEmpty)
        {
            if (Rune.DecodeFromUtf8(content, out var rune, out var length) != OperationStatus.Done
                || (Rune.IsControl(rune) && rune.Value is not ('\n' or '\r' or '\t' or '\f')))
            {
                return false;
            }

            content = content[length..];
        }

        return true;
    }
}
