using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hub.Persons;
using Hub.Places;

namespace Hub.Border.Manifests.Csv;

/// <summary>One row of a list of matches in the API's shape; what the row does not give is absent. Good only where the row has no problem afterwards.</summary>
internal static class MatchJson
{
    private const int MaxRemarks = 2_000;

    internal static JsonObject? Read(RowFields row, string reference, ManifestContext context)
    {
        if (RowPerson.Read(row, context.Countries) is not { } person)
        {
            return null;
        }

        var flight = RowFlight.Read(row, context.Airports, standInFrom: row.Text("from") is null, standInTo: row.Text("to") is null);
        var returnsTo = RowFlight.ReadAirport(row, context.Airports, "returnsTo");
        return Of(
            ("reference", reference),
            ("traveller", Traveller(person)),
            ("flight", flight.Designator?.ToString()),
            ("from", flight.From?.Code),
            ("to", flight.To?.Code),
            ("departs", Local(row, "departs", flight.Departs, flight.From)),
            ("arrives", Local(row, "arrives", flight.Arrives, flight.To)),
            ("returns", Local(row, "returns", row.Moment("returns", "returnsTime"), returnsTo)),
            ("returnsTo", returnsTo?.Code),
            ("returnFlight", RowFlight.ReadDesignator(row, "returnFlight")?.ToString()),
            ("booking", row.Text("booking")?.ToUpperInvariant()),
            ("crew", RowCrew.Read(row)),
            ("remarks", row.Text("remarks", MaxRemarks, multiline: true)));
    }

    private static JsonObject Traveller(PersonDetails person) => Of(
        ("surname", person.Name.Surname.Length == 0 ? null : person.Name.Surname),
        ("given", person.Name.Given.IsEmpty ? null : new JsonArray([.. person.Name.Given.Select(given => JsonValue.Create(given))])),
        ("born", person.Born?.ToString()),
        ("sex", person.Sex == Sex.Unknown ? null : JsonNamingPolicy.CamelCase.ConvertName(person.Sex.ToString())),
        ("nationality", person.Nationality),
        ("pncId", person.PncId),
        ("visorReference", person.VisorReference),
        ("documents", person.Documents.IsEmpty ? null : new JsonArray([.. person.Documents.Select(Document)])));

    private static JsonObject Document(TravelDocument document) => Of(
        ("type", document.Type),
        ("number", document.Number),
        ("issuingState", document.IssuingState),
        ("expiry", document.Expiry?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));

    /// <summary>The day, or day and time, on the airport's own clocks.</summary>
    private static string? Local(RowFields row, string field, WrittenMoment? written, Airport? airport)
    {
        if (written is not { } moment)
        {
            return null;
        }

        if (moment.Offset is not null && airport is not null && moment.At(airport) is { } known)
        {
            return known.Earliest.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture);
        }

        if (moment is not { Day: { } day, Offset: null })
        {
            row.Refuse(field, "date-not-read", "A time needs its day, and one with an offset from UTC its airport.");
            return null;
        }

        return moment.Time is { } time
            ? day.ToDateTime(time).ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture)
            : day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
    }

    private static JsonObject Of(params ReadOnlySpan<(string Name, JsonNode? Value)> fields)
    {
        var json = new JsonObject();
        foreach (var (name, value) in fields)
        {
            if (value is not null)
            {
                json.Add(name, value);
            }
        }

        return json;
    }
}
