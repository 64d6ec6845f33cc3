using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Hub.Messaging;

/// <summary>How large the messages of an event will be, known before they are made: so that a commit is refused rather than an event stuck.</summary>
public static class EventSize
{
    /// <summary>Bytes allowed for what the relay puts around the data: the CloudEvents attributes, the type property, the trace context.</summary>
    public const int Envelope = 1024;

    /// <summary>Bytes of the largest message of this event, as <see cref="Message.SizeInBytes"/> will count them, or a little more.</summary>
    public static long OfLargestMessage(OutgoingEvent happening)
    {
        var common = Envelope + Utf8(happening.Id) + Utf8(happening.Type) + Utf8(happening.TraceParent) + OfProperties(happening.Properties);
        if (happening.Copies.IsEmpty)
        {
            return common + OfJson(happening.Data);
        }

        return common + happening.Copies.Max(copy => Utf8(copy.Key) + OfProperties(copy.Properties) + OfJson(copy.Data));
    }

    private static long OfProperties(ImmutableSortedDictionary<string, string> properties)
    {
        long bytes = 0;
        foreach (var (name, value) in properties)
        {
            bytes += Utf8(name) + Utf8(value);
        }

        return bytes;
    }

    private static long OfJson(JsonElement data) => JsonMarshal.GetRawUtf8Value(data).Length;

    private static long Utf8(string? text) => text is null ? 0 : Encoding.UTF8.GetByteCount(text);
}
