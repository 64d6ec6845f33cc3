using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;

namespace Hub.Quarantine.Masking;

/// <summary>What in a message is the hub's own and tells nothing of a person. Whatever is not known to be is masked.</summary>
internal static class OwnWords
{
    private const int MaxDigits = 20;

    // A surname can be a plain identifier as well, so only names of fields that the hub writes itself are shown.
    private static readonly Lazy<FrozenSet<string>> Fields = new(() => typeof(OwnWords).Assembly.GetTypes()
        .SelectMany(type => type.GetProperties())
        .Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name))
        .ToFrozenSet(StringComparer.Ordinal));

    private static readonly string[] EventTypes =
    [
        HubTopology.ReportAccepted, HubTopology.ReportChanged, HubTopology.ManifestAccepted, HubTopology.ArrivalLookDue,
        HubTopology.NoticeRaised, HubTopology.NoticePlanned, HubTopology.NoticeWarnDue, HubTopology.NoticeDue,
    ];

    private static readonly FrozenSet<string> EventWords = EventTypes.SelectMany(type => type.Split('.', '-')).Append("replay").ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether the hub has a field of this name.</summary>
    public static bool IsField(string key) => Fields.Value.Contains(key);

    /// <summary>Whether a text below the root tells nothing but which thing of the hub is meant.</summary>
    public static bool IsId(string text) => Guid.TryParseExact(text, "D", out _);

    /// <summary>Whether a text at the root is what the hub writes into that attribute of an event.</summary>
    public static bool IsAttribute(string key, string text) => key switch
    {
        "specversion" => text.Length <= 4 && text.All(c => char.IsAsciiDigit(c) || c == '.'),
        "id" => IsEventId(text),
        "source" => text == "/hub",
        "type" => IsEventType(text),
        "subject" => Guid.TryParse(text, out _),
        "time" => IsInstant(text),
        "datacontenttype" => text == "application/json",
        "traceparent" => IsTrace(text),
        _ => IsId(text),
    };

    // Also of a version that this build does not know: that is why it lies here.
    private static bool IsEventType(string text) =>
        text.LastIndexOf(".v", StringComparison.Ordinal) is > 0 and var at && IsNumber(text[(at + 2)..], 4)
        && EventTypes.Any(known => known.AsSpan(0, known.LastIndexOf(".v", StringComparison.Ordinal)).SequenceEqual(text.AsSpan(0, at)));

    private static bool IsEventId(string text) => text.Length <= 256 && (IsId(text) || text.Split('.', '-').All(part => IsHash(part) || IsNumber(part, MaxDigits) || EventWords.Contains(part))) && text.Split('.', '-').Any(IsHash);

    private static bool IsInstant(string text) =>
        text.Length <= 40 && text.Contains('T', StringComparison.Ordinal) && text.All(c => char.IsAsciiDigit(c) || c is 'T' or 'Z' or ':' or '.' or '+' or '-')
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _);

    private static bool IsTrace(string text) => text.Split('-') is [{ Length: 2 }, { Length: 32 }, { Length: 16 }, { Length: 2 }] parts && parts.All(part => part.All(char.IsAsciiHexDigitLower));

    private static bool IsHash(string text) => text.Length is 16 or 32 && text.All(char.IsAsciiHexDigitLower);

    private static bool IsNumber(string text, int most) => text.Length >= 1 && text.Length <= most && text.All(char.IsAsciiDigit);
}
