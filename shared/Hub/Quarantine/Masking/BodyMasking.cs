using System.Collections.Immutable;
using System.Text;
using System.Text.Json;

namespace Hub.Quarantine.Masking;

/// <summary>
/// Shows what a message set aside holds without showing whom it is about: the attributes of the event and ids as they
/// are, of every other text and number only about how long it is, and no name of a field that is not the hub's own.
/// Whatever was sent, it answers, and with no more than <see cref="MaxNodes"/> values.
/// </summary>
public static class BodyMasking
{
    /// <summary>Values kept of one message; of more only how many there are.</summary>
    public const int MaxNodes = 100;

    /// <summary>How deep a message may be nested; the hub's own are not by far.</summary>
    public const int MaxDepth = 32;

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static MaskedBody Mask(string body)
    {
        ArgumentNullException.ThrowIfNull(body);
        var size = Encoding.UTF8.GetByteCount(body);
        if (string.IsNullOrWhiteSpace(body))
        {
            return new MaskedBody { Kind = BodyKind.Empty, Bytes = size };
        }

        try
        {
            var left = new Left { Nodes = MaxNodes };
            var reader = new Utf8JsonReader(Strict.GetBytes(body), new JsonReaderOptions { MaxDepth = MaxDepth });
            reader.Read();
            var root = Read(ref reader, null, left, depth: 0);
            return reader.Read()
                ? throw new JsonException("There is more behind it.")
                : new MaskedBody { Kind = BodyKind.Json, Bytes = size, Root = root, LeftOut = left.Out };
        }
        catch (Exception e) when (e is JsonException or EncoderFallbackException)
        {
            return new MaskedBody { Kind = KindOf(body), Bytes = size };
        }
    }

    /// <summary>The class of a length in characters.</summary>
    public static LengthClass ClassOf(int length) => length switch
    {
        0 => LengthClass.Empty,
        <= 4 => LengthClass.UpTo4,
        <= 16 => LengthClass.UpTo16,
        <= 64 => LengthClass.UpTo64,
        <= 256 => LengthClass.UpTo256,
        _ => LengthClass.Longer,
    };

    // Null, once enough are kept: what comes is still read, since something later may be broken.
    private static MaskedNode? Read(ref Utf8JsonReader reader, Name? name, Left left, int depth)
    {
        var isKept = left.Nodes > 0;
        _ = isKept ? left.Nodes-- : left.Out++;
        var node = reader.TokenType switch
        {
            JsonTokenType.StartObject => Children(ref reader, ValueKind.Object, JsonTokenType.EndObject, left, depth),
            JsonTokenType.StartArray => Children(ref reader, ValueKind.List, JsonTokenType.EndArray, left, depth),
            JsonTokenType.String => Text(ref reader, name, depth),
            JsonTokenType.Number => new MaskedNode { Kind = ValueKind.Number, Length = ClassOf(reader.ValueSpan.Length) },
            JsonTokenType.True or JsonTokenType.False => new MaskedNode { Kind = ValueKind.YesNo },
            _ => new MaskedNode { Kind = ValueKind.Nothing },
        };
        return isKept ? node with { Key = name?.Shown, KeyLength = name is { Shown: null } masked ? masked.Length : null } : null;
    }

    private static MaskedNode Children(ref Utf8JsonReader reader, ValueKind kind, JsonTokenType end, Left left, int depth)
    {
        var children = ImmutableArray.CreateBuilder<MaskedNode>();
        var count = 0;
        while (reader.Read() && reader.TokenType != end)
        {
            Name? name = null;
            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                name = NameOf(ref reader);
                reader.Read();
            }

            count++;
            if (Read(ref reader, name, left, depth + 1) is { } child)
            {
                children.Add(child);
            }
        }

        return new MaskedNode { Kind = kind, Count = count, Children = children.DrainToImmutable() };
    }

    private static Name NameOf(ref Utf8JsonReader reader) =>
        Plain(ref reader) is { } key && OwnWords.IsField(key) ? new Name(key, LengthClass.Empty) : new Name(null, Length(ref reader));

    private static MaskedNode Text(ref Utf8JsonReader reader, Name? name, int depth)
    {
        var isOwn = Plain(ref reader) is { } text && (depth == 1 && name?.Shown is { } attribute ? OwnWords.IsAttribute(attribute, text) : OwnWords.IsId(text));
        return new MaskedNode { Kind = ValueKind.Text, Shown = isOwn ? Plain(ref reader) : null, Length = Length(ref reader) };
    }

    // Null for what the hub would not have written so: with escapes, or too long for an id.
    private static string? Plain(ref Utf8JsonReader reader) =>
        reader.ValueIsEscaped || reader.ValueSpan.Length > 256 || !Ascii.IsValid(reader.ValueSpan) ? null : Encoding.ASCII.GetString(reader.ValueSpan);

    // With escapes it seems longer than it is; what is escaped wrongly has no length at all.
    private static LengthClass Length(ref Utf8JsonReader reader) => ClassOf(Encoding.UTF8.GetCharCount(reader.ValueSpan));

    private static BodyKind KindOf(string body)
    {
        if (body.Any(c => char.IsControl(c) && !char.IsWhiteSpace(c)) || Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(body)) != body)
        {
            return BodyKind.NotText;
        }

        return body.TrimStart()[0] switch
        {
            '{' or '[' => BodyKind.BrokenJson,
            '<' => BodyKind.Markup,
            _ => BodyKind.Text,
        };
    }

    private readonly record struct Name(string? Shown, LengthClass Length);

    private sealed class Left
    {
        public required int Nodes { get; set; }

        public int Out { get; set; }
    }
}
