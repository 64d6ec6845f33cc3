using System.Text.Json;

namespace Hub.Desk.Pages.OneNotice;

/// <summary>Objects that stand for one thing.</summary>
internal enum ContentShape
{
    Other,
    Name,
    Address,
    FlightTime,
    Document,
    Offence,
    Conviction,
}

/// <summary>Knows them by their members.</summary>
internal static class ContentShapes
{
    public static ContentShape Of(JsonElement value) =>
        Has(value, "earliest") && Has(value, "latest") ? ContentShape.FlightTime
        : Has(value, "surname") ? ContentShape.Name
        : Has(value, "lines") || Has(value, "postcode") ? ContentShape.Address
        : Has(value, "number") && Has(value, "type") ? ContentShape.Document
        : Has(value, "offence") && Has(value, "country") ? ContentShape.Conviction
        : Has(value, "description") ? ContentShape.Offence
        : ContentShape.Other;

    private static bool Has(JsonElement value, string member) => value.TryGetProperty(member, out _);
}
