using System.Collections.Frozen;
using Hub.Json;

namespace Hub.Functions.Desk.Manifests;

/// <summary>What is wrong with a row of a list of matches, with the column where it is about one.</summary>
internal static class MatchRowWords
{
    private static readonly FrozenDictionary<string, string> Columns = new Dictionary<string, string>
    {
        ["born"] = "Date of birth",
        ["given"] = "Given names",
        ["from"] = "Departure airport",
        ["to"] = "Arrival airport",
        ["departs"] = "Departure",
        ["arrives"] = "Arrival",
        ["returns"] = "Return",
        ["returnsTo"] = "Return airport",
        ["returnFlight"] = "Return flight",
        ["pncId"] = "PNC ID",
        ["visorReference"] = "ViSOR reference",
        ["issuingState"] = "Issuing state",
        ["number"] = "Document number",
    }.ToFrozenDictionary();

    public static string Of(FieldError error) => Column(error.Path) is { } column ? $"{column}: {error.Message}" : error.Message;

    /// <summary>Of <c>$.traveller.born</c>, <c>Date of birth</c>; null where it is about the whole row.</summary>
    private static string? Column(string path)
    {
        var name = path[(path.LastIndexOf('.') + 1)..];
        return name is "" or "$" or "row" ? null : Columns.GetValueOrDefault(name) ?? char.ToUpperInvariant(name[0]) + name[1..];
    }
}
