using System.Text.Json;
using Hub.Json;

namespace Hub.DeportedOffenders.Alerts;

/// <summary>What a notice of an alert's own shows; what teams are told of the person comes with the case.</summary>
internal static class AlertContent
{
    /// <summary>For the central team, who must say whether it is a known person: the whole alert.</summary>
    public static JsonElement Full(DeportedOffenderAlert alert) => Element(new
    {
        alert.Reference,
        alert.Source,
        alert.Authority,
        alert.AlertedAt,
        Subject = new
        {
            Name = alert.Subject.Name.ToString(),
            Aliases = alert.Subject.Names.Length > 1 ? alert.Subject.Names.Skip(1).Select(n => n.ToString()) : null,
            alert.Subject.Born,
            Age = alert.Subject.Born is null ? alert.Subject.StatedAge : null,
            alert.Subject.Sex,
            alert.Subject.Nationality,
            alert.Subject.PncId,
            alert.Subject.CroNumber,
            alert.Subject.PlaceOfBirth,
            alert.Subject.Documents,
        },
        alert.Convictions,
        alert.DeportingState,
        alert.Arrival,
        alert.IntendedAddress,
        NoFixedAbode = alert.NoFixedAbode ? true : (bool?)null,
        alert.RiskLevel,
        alert.RiskInformation,
    });

    /// <summary>Which alert speaks of which: the senders' references, nothing of the person.</summary>
    /// <param name="reference">The alert the notice is about.</param>
    /// <param name="speaksOf">The one it speaks of.</param>
    /// <param name="spokenOfBy">One that speaks of it.</param>
    /// <param name="reason">Why, as the sender writes.</param>
    public static JsonElement Words(string reference, string? speaksOf, string? spokenOfBy, string? reason = null) =>
        Element(new { Alert = reference, SpeaksOf = speaksOf, SpokenOfBy = spokenOfBy, Why = reason });

    private static JsonElement Element(object content) => JsonSerializer.SerializeToElement(content, HubJson.Options);
}
