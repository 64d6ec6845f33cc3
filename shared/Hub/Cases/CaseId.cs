using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hub.Cases;

/// <summary>
/// The identity of a case and its partition. It is worked out from feed and sender's reference, so that the same
/// report posted again, by anybody, at any time, on any instance, finds the same case.
/// </summary>
[JsonConverter(typeof(Converter))]
public readonly record struct CaseId(Guid Value) : IParsable<CaseId>
{
    /// <summary>The id of the case for one report of one feed: the first 16 bytes of SHA-256, marked as a version 8 UUID (RFC 9562 §5.8).</summary>
    public static CaseId For(string feed, string reference)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{feed}\n{reference}"), hash);
        hash[6] = (byte)((hash[6] & 0x0F) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new CaseId(new Guid(hash[..16], bigEndian: true));
    }

    public static CaseId Parse(string s, IFormatProvider? provider = null) => new(Guid.Parse(s));

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out CaseId result)
    {
        var ok = Guid.TryParse(s, out var value);
        result = new CaseId(value);
        return ok;
    }

    public override string ToString() => Value.ToString("D");

    private sealed class Converter : JsonConverter<CaseId>
    {
        public override CaseId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetGuid());

        public override void Write(Utf8JsonWriter writer, CaseId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
    }
}
