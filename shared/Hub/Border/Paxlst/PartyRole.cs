using Hub.Border.Manifests;

namespace Hub.Border.Paxlst;

/// <summary>Whom a NAD names, by its party qualifier (UN/EDIFACT list 3035).</summary>
internal static class PartyRole
{
    /// <summary>Passengers or crew; null for a party that does not fly, such as who sends the message. An unusual qualifier is taken for whom the document names.</summary>
    public static ListKind? Read(string qualifier, ListKind document) => qualifier.ToUpperInvariant() switch
    {
        "FL" or "DDU" => ListKind.Passengers,
        "FM" or "DDT" => ListKind.Crew,
        "MS" or "MR" or "AG" or "CA" or "CN" or "COP" => null,
        _ => document,
    };

    /// <summary>Whether the qualifier is one of persons on board, and no other.</summary>
    public static bool IsPerson(string qualifier) => qualifier.ToUpperInvariant() is "FL" or "FM" or "DDU" or "DDT";
}
