using System.Text.Json;
using Hub.Border.Travel;
using Hub.Json;
using Hub.Nominals;

namespace Hub.Border.Hits;

/// <summary>What each sort of recipient is shown of a hit: no field more than their task needs.</summary>
internal static class BorderContent
{
    /// <summary>For Jigsaw: the hit, and what was made of the journey.</summary>
    public static JsonElement Full(ManifestMatch match, string? nominal, TravelView? travel, string flight) => Element(new
    {
        Nominal = nominal,
        Traveller = Person(match),
        Flight = flight,
        match.Crew,
        match.Companions,
        match.Children,
        match.Remarks,
        Return = travel?.Journey.Return ?? match.Return,
        Travel = travel is null ? null : new { travel.Journey.Judgement.Outcome, travel.Journey.Judgement.Rule, travel.Journey.Judgement.Reasons, travel.Journey.Flights },
    });

    /// <summary>For the border liaison, by the protocol: who is on which flight and whom to call. Not why, nor on which register.</summary>
    public static JsonElement Protocol(ManifestMatch match, string flight, string contact) => Element(new
    {
        Traveller = Person(match),
        Flight = flight,
        match.Manifest,
        match.At,
        Contact = contact,
    });

    /// <summary>For the child abuse investigation team: the children, with whom and where to they travel.</summary>
    public static JsonElement Children(ManifestMatch match, Nominal nominal, string flight) => Element(new
    {
        match.Children,
        Flight = flight,
        match.Flight.Between(match.Boards, match.Leaves).Departs,
        match.Flight.Between(match.Boards, match.Leaves).Arrives,
        TravellingWith = Person(match),
        Nominal = nominal.Id,
    });

    /// <summary>For the missing persons unit: who was found, and where.</summary>
    public static JsonElement Whereabouts(ManifestMatch match, Nominal nominal, string flight) => Element(new
    {
        Nominal = nominal.Id,
        Subject = new { Name = match.Traveller.Name.ToString(), match.Traveller.Born, match.Traveller.Sex },
        Flight = flight,
        SeenAt = match.Flight.Between(match.Boards, match.Leaves).Departs,
    });

    private static object Person(ManifestMatch match) => new
    {
        Name = match.Traveller.Name.ToString(),
        match.Traveller.Born,
        match.Traveller.Sex,
        match.Traveller.Nationality,
        match.Traveller.Documents,
        match.Booking,
    };

    private static JsonElement Element(object content) => JsonSerializer.SerializeToElement(content, HubJson.Options);
}
