using System.Globalization;
using System.Text;
using System.Text.Json;
using Hub.Desk.Words;
using Hub.Json;
using Hub.Persons;
using Hub.Time;

namespace Hub.Desk.Pages.People;

/// <summary>Fields of a record as it is stored, and what stands in them, in words.</summary>
public static class FieldWords
{
    /// <summary>A field by its path: <c>$.addresses[1].postcode</c> is <c>Addresses 2: postcode</c>.</summary>
    public static string Label(string path)
    {
        var words = new StringBuilder();
        foreach (var part in path.Split('.').Skip(1))
        {
            var at = part.IndexOf('[', StringComparison.Ordinal);
            var name = Known(at < 0 ? part : part[..at]);
            words.Append(words.Length == 0 ? name : $": {Lower(name)}");
            if (at >= 0 && int.TryParse(part[(at + 1)..].TrimEnd(']'), CultureInfo.InvariantCulture, out var place))
            {
                words.Append(CultureInfo.InvariantCulture, $" {place + 1}");
            }
        }

        return words.Length == 0 ? "The record" : words.ToString();
    }

    /// <summary>What stands in a field; null where nothing does.</summary>
    public static string? Value(JsonElement? value) => value is not { } given ? null : given.ValueKind switch
    {
        JsonValueKind.String => Text(given.GetString()!),
        JsonValueKind.True => "yes",
        JsonValueKind.False => "no",
        JsonValueKind.Null => null,
        JsonValueKind.Array => Joined(given.EnumerateArray().Select(item => Value(item)), ", "),
        JsonValueKind.Object => Joined(given.EnumerateObject().Select(member => Value(member.Value) is { } held ? $"{Lower(Known(member.Name))} {held}" : null), "; "),
        _ => given.GetRawText(),
    };

    private static string? Joined(IEnumerable<string?> parts, string between) => string.Join(between, parts.OfType<string>()) is { Length: > 0 } text ? text : null;

    private static string Text(string text) =>
        text.Length == 10 && BirthDate.TryParse(text, null, out var day) ? PersonWords.Born(day)
        : text.Length >= 20 && Instants.TryParse(text, out var instant, out _) ? LondonTime.Words(instant)
        : text.Length == 3 && text.All(char.IsAsciiLetterUpper) ? PersonWords.Country(text)
        : text;

    private static string Known(string field) => field switch
    {
        "pncId" => "PNC ID",
        "croNumber" => "CRO number",
        "visorReference" => "ViSOR reference",
        "mappa" => "MAPPA",
        "rm2000" => "Risk Matrix 2000",
        "names" => "Name",
        "addresses" => "Address",
        "documents" => "Document",
        "phones" => "Telephone",
        "emails" => "E-mail",
        "lines" => "Line",
        "updated" => "Changed at its source",
        "ended" => "Time on the register ended",
        "mergedInto" => "Merged into record",
        "provisional" => "Made by the hub from an alert",
        "travelNotified" => "Travel notified",
        _ => PersonWords.Plain(field),
    };

    private static string Lower(string words) => words.Length < 2 || char.IsUpper(words[1]) ? words : $"{char.ToLowerInvariant(words[0])}{words[1..]}";
}
