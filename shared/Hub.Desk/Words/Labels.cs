using System.Collections.Frozen;
using System.Text;

namespace Hub.Desk.Words;

/// <summary>Names of members of data, for people: <c>custodyRecord</c> is <c>Custody record</c>.</summary>
public static class Labels
{
    private static readonly FrozenDictionary<string, string> Known = new Dictionary<string, string>
    {
        ["alertedAt"] = "Alert sent",
        ["aliases"] = "Also known as",
        ["appropriateAdult"] = "Appropriate adult",
        ["arrestedAt"] = "Arrested",
        ["at"] = "Where",
        ["before"] = "Earlier case",
        ["born"] = "Date of birth",
        ["breachedAt"] = "Deadline missed",
        ["children"] = "Children on the booking",
        ["companions"] = "Others on the booking",
        ["contact"] = "Whom to call",
        ["convictionsLeftOff"] = "More convictions, in the case",
        ["crew"] = "Travels as crew",
        ["croNumber"] = "CRO number",
        ["due"] = "Had to be acknowledged by",
        ["kind"] = "Notice",
        ["lands"] = "Lands",
        ["manifest"] = "Manifest",
        ["noFixedAbode"] = "No fixed abode",
        ["nominal"] = "Record on the register",
        ["notice"] = "The notice it is about",
        ["occurredAt"] = "Happened",
        ["person"] = "Who",
        ["pncId"] = "PNC ID",
        ["receivedAt"] = "Received",
        ["recipient"] = "Addressed to",
        ["seenAt"] = "Seen",
        ["subject"] = "Who",
        ["traveller"] = "Who",
        ["travellingWith"] = "Travelling with",
        ["visorReference"] = "ViSOR reference",
    }.ToFrozenDictionary();

    /// <summary>Of a member or a name with dashes.</summary>
    public static string Of(string name)
    {
        if (Known.TryGetValue(name, out var known))
        {
            return known;
        }

        var words = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            var letter = name[i] is '-' or '_' ? ' ' : name[i];
            if (char.IsUpper(letter) && i > 0 && char.IsLower(name[i - 1]))
            {
                words.Append(' ');
            }

            words.Append(i == 0 ? char.ToUpperInvariant(letter) : char.ToLowerInvariant(letter));
        }

        return words.ToString();
    }
}
