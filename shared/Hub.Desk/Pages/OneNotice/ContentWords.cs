using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using Hub.Border.Flights;
using Hub.Desk.Words;
using Hub.Json;
using Hub.Notices;
using Hub.Persons;
using Hub.Places;
using Hub.Time;

namespace Hub.Desk.Pages.OneNotice;

/// <summary>Single values of a notice's content in words: dates with the day, births with the age, countries and airports by name.</summary>
/// <param name="now">Ages are those of today.</param>
public sealed class ContentWords(CountryDirectory countries, AirportDirectory airports, RecipientWords recipients, DateTimeOffset now)
{
    private static readonly FrozenSet<string> Countries = FrozenSet.Create("nationality", "country", "deportingState", "issuingState");
    private static readonly FrozenSet<string> Airports = FrozenSet.Create("airport", "at", "port", "boards", "leaves");
    private static readonly FrozenSet<string> Recipients = FrozenSet.Create("recipient", "contact");
    private static readonly FrozenSet<string> Named = FrozenSet.Create("sex", "outcome", "riskLevel", "state", "source", "code", "feed", "disposal", "riskFlags");

    /// <summary>A value in one line, by the member it is of.</summary>
    public string Line(string name, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => Text(name, value.GetString()!),
        JsonValueKind.True => "Yes",
        JsonValueKind.False => "No",
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.Array => value.GetArrayLength() == 0 ? "None given" : string.Join(", ", value.EnumerateArray().Select(item => Line(name, item))),
        JsonValueKind.Object => Object(value),
        _ => "Not known",
    };

    private string Text(string name, string text)
    {
        if (name == "born" && BirthDate.TryParse(text, null, out var born))
        {
            return $"{Words(born)} ({born.AgeOn(LondonTime.DateOf(now))} years old)";
        }

        if (text.Length == 10 && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return LondonTime.Words(day);
        }

        if (text.Length >= 20 && text[10] == 'T' && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment))
        {
            return Moments.Words(moment, now);
        }

        if (name == "date" && BirthDate.TryParse(text, null, out var date))
        {
            return Words(date);
        }

        if (Known(name, text) is { } known)
        {
            return known;
        }

        return Countries.Contains(name) && countries.TryFind(text, out var country) ? country.Name
            : Airports.Contains(name) ? FlightWords.Place(text, airports)
            : Recipients.Contains(name) ? recipients.Of(text)
            : name == "kind" ? NoticeWords.Of(text).Name
            : Named.Contains(name) && !text.Contains(' ', StringComparison.Ordinal) ? Labels.Of(text)
            : text;
    }

    /// <summary>What an id of the hub's own stands for; null for every other text.</summary>
    private static string? Known(string name, string text) => (name, Guid.TryParse(text, out _)) switch
    {
        ("notice", _) when NoticeId.TryGetCase(text, out _) => "As it was sent",
        ("manifest", true) => "The manifest it is from",
        ("before", true) => "The case before this one",
        ("reports", true) => "A report in the hub",
        ("alerts", true) => "An alert in the hub",
        ("quarantine", _) => "Held there",
        _ => null,
    };

    private string Object(JsonElement value) => ContentShapes.Of(value) switch
    {
        ContentShape.FlightTime when Read<FlightTime>(value) is { } time => $"{FlightWords.Of(time)} (local time)",
        ContentShape.Name when Read<PersonName>(value) is { } name => name.ToString(),
        ContentShape.Address when Read<Address>(value) is { } address => AddressWords(address),
        ContentShape.Document when Read<TravelDocument>(value) is { } document => DocumentWords(document),
        ContentShape.Offence => $"{Member(value, "description")}{(Member(value, "code") is { Length: > 0 } code ? $" ({code})" : "")}",
        ContentShape.Conviction => ConvictionWords(value),
        _ => string.Join("; ", value.EnumerateObject().Where(m => m.Value.ValueKind != JsonValueKind.Null).Select((m, i) => i == 0 && m.Value.ValueKind == JsonValueKind.String
            ? Line(m.Name, m.Value)
            : $"{Labels.Of(m.Name).ToLowerInvariant()}: {Line(m.Name, m.Value)}")),
    };

    private static string AddressWords(Address address) => string.Join(", ", new[] { string.Join(", ", address.Lines), address.Postcode, address.Borough }.Where(part => !string.IsNullOrEmpty(part)))
        + (address.From is { } from ? $", since {LondonTime.Words(from)}" : "")
        + (address.To is { } to ? $", until {LondonTime.Words(to)}" : "");

    private string DocumentWords(TravelDocument document) =>
        $"{(document.Type.StartsWith('P') ? "Passport" : $"Document of type {document.Type}")} {document.Number}{(document.IssuingState is { } state ? $", {Text("issuingState", state)}" : "")}{(document.Expiry is { } expiry ? $", expires {LondonTime.Words(expiry)}" : "")}";

    private string ConvictionWords(JsonElement conviction)
    {
        var kinds = new[] { ("sexual", "sexual"), ("violent", "violent") }.Where(k => conviction.TryGetProperty(k.Item1, out var is_) && is_.ValueKind == JsonValueKind.True).Select(k => k.Item2);
        return string.Join(", ", new[]
        {
            Member(conviction, "offence"),
            Text("country", Member(conviction, "country")),
            Member(conviction, "date") is { Length: > 0 } date ? Text("date", date) : "",
            Member(conviction, "sentence"),
            string.Join(" and ", kinds),
        }.Where(part => part.Length > 0));
    }

    private static string Words(BirthDate date) => (date.Exact, date.Month) switch
    {
        ({ } day, _) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture),
        (_, { } month) => new DateOnly(date.Year, month, 1).ToString("MMMM yyyy", CultureInfo.InvariantCulture),
        _ => date.Year.ToString("D4", CultureInfo.InvariantCulture),
    };

    private static string Member(JsonElement value, string name) => value.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String ? member.GetString()! : "";

    /// <summary>Null for what only looks like one.</summary>
    private static T? Read<T>(JsonElement value)
        where T : class
    {
        try
        {
            return value.Deserialize<T>(HubJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
