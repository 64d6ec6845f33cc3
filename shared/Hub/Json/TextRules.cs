using System.Text;

namespace Hub.Json;

/// <summary>What text from outside may hold, wherever it comes from.</summary>
public static class TextRules
{
    /// <summary>The first thing wrong with a text already trimmed; null when it is fit to keep.</summary>
    /// <param name="multiline">Whether line breaks and tabs are allowed, as in an account of what happened.</param>
    public static (string Code, string Message)? Problem(ReadOnlySpan<char> text, int maxLength, bool multiline = false)
    {
        if (text.Length > maxLength)
        {
            return (FieldErrorCode.TooLong, $"Longer than {maxLength} characters.");
        }

        while (!text.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(text, out var rune, out var length) != System.Buffers.OperationStatus.Done)
            {
                return (FieldErrorCode.InvalidText, "Not valid Unicode.");
            }

            if (IsForbidden(rune) && !(multiline && rune.Value is '\n' or '\r' or '\t'))
            {
                return (FieldErrorCode.ControlCharacters, multiline ? "Holds control characters." : "Holds control characters or line breaks.");
            }

            text = text[length..];
        }

        return null;
    }

    // Controls, and the bidirectional overrides that make a text read differently from what is stored.
    private static bool IsForbidden(Rune rune) =>
        Rune.IsControl(rune) || rune.Value is 0x2028 or 0x2029 or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
}
