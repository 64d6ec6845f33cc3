using System.Text.Json;
using System.Text.Json.Serialization;

namespace Hub.Json;

/// <summary>
/// The one JSON dialect of the hub, for what it stores, sends and answers: camelCase names and enum values,
/// nulls left out, property names unique, at most <see cref="MaxDepth"/> levels.
/// </summary>
public static class HubJson
{
    /// <summary>Deepest nesting accepted or written. Real reports need six.</summary>
    public const int MaxDepth = 32;

    public static JsonSerializerOptions Options { get; } = Create();

    /// <summary>How a body from outside is parsed: strict, and with duplicate names refused.</summary>
    public static JsonDocumentOptions DocumentOptions { get; } = new()
    {
        AllowDuplicateProperties = false,
        AllowTrailingCommas = false,
        CommentHandling = JsonCommentHandling.Disallow,
        MaxDepth = MaxDepth,
    };

    /// <summary>Whether two values say the same. Records that hold arrays are not equal by themselves: those compare by reference.</summary>
    public static bool SaySame<T>(T a, T b) =>
        JsonSerializer.SerializeToUtf8Bytes(a, Options).AsSpan().SequenceEqual(JsonSerializer.SerializeToUtf8Bytes(b, Options));

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions();
        Apply(options);
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }

    /// <summary>Writes the hub's rules onto options that somebody else owns, such as ASP.NET's.</summary>
    public static void Apply(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.DictionaryKeyPolicy = null;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        options.MaxDepth = MaxDepth;
        options.AllowDuplicateProperties = false;
        options.RespectNullableAnnotations = true;
        options.Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
    }
}
