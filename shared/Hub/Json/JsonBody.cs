using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Hub.Json;

/// <summary>Parses JSON that came from outside, strictly, without ever throwing for what it holds.</summary>
public static class JsonBody
{
    /// <summary>
    /// Parses one document by <see cref="HubJson.DocumentOptions"/>. Refused: an empty body, bytes that are not
    /// UTF-8, anything that is not exactly one JSON value, nesting beyond <see cref="HubJson.MaxDepth"/>, a name twice
    /// in one object, a name that is no Unicode text. The error says what and where, and repeats nothing of the body.
    /// </summary>
    /// <param name="document">To be disposed of by the caller; it keeps <paramref name="utf8"/> in use until then.</param>
    public static bool TryParse(ReadOnlyMemory<byte> utf8, [NotNullWhen(true)] out JsonDocument? document, [NotNullWhen(false)] out FieldError? error)
    {
        document = null;
        error = null;
        var text = utf8.Span.StartsWith(ByteOrderMark) ? utf8[ByteOrderMark.Length..] : utf8;
        if (text.IsEmpty)
        {
            error = Malformed("empty-body", "The body is empty; a JSON object is needed.");
            return false;
        }

        if (!Utf8.IsValid(text.Span))
        {
            error = Malformed("invalid-utf-8", $"Not UTF-8: the first invalid byte is at offset {FirstInvalid(text.Span)}.");
            return false;
        }

        try
        {
            document = JsonDocument.Parse(text, HubJson.DocumentOptions);
            return true;
        }
        catch (JsonException e)
        {
            error = Describe(e);
            return false;
        }
        catch (InvalidOperationException)
        {
            // How System.Text.Json says that a name holds half of a surrogate pair.
            error = Malformed(FieldErrorCode.InvalidText, "The name of a field is not valid Unicode.");
            return false;
        }
    }

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    // The exception's own message may quote the document; its text is the only thing that tells the reasons apart.
    private static FieldError Describe(JsonException e)
    {
        if (e.BytePositionInLine is not { } position)
        {
            return Malformed("duplicate-name", "A name occurs twice in one object.");
        }

        var place = $"at line {e.LineNumber + 1}, byte {position + 1}";
        return e.Message.Contains("maximum configured depth", StringComparison.Ordinal)
            ? Malformed("too-deep", $"Nested deeper than {HubJson.MaxDepth} levels, {place}.")
            : Malformed(FieldErrorCode.Malformed, $"Not valid JSON {place}; it may be cut short.");
    }

    private static int FirstInvalid(ReadOnlySpan<byte> text)
    {
        var offset = 0;
        while (Rune.DecodeFromUtf8(text[offset..], out _, out var consumed) == OperationStatus.Done)
        {
            offset += consumed;
        }

        return offset;
    }

    private static FieldError Malformed(string code, string message) => new("$", code, message);
}
