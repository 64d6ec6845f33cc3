using System.Globalization;
using Hub.Border.Travel;
using Hub.Desk.Pages.Travel;
using Hub.Persons;

namespace Hub.Desk.Words;

/// <summary>Travellers as somebody at a gate needs them.</summary>
public static class TravellerWords
{
    public static ShownTraveller Of(ListedTraveller traveller) =>
        Of(traveller.Name, traveller.Born, traveller.Sex, traveller.Documents.IsDefault ? [] : traveller.Documents);

    /// <summary><c>born 4 March 1971, male, document 533401372 (GBR)</c>.</summary>
    public static ShownTraveller Of(string name, BirthDate? born, Sex sex, IEnumerable<TravelDocument> documents) => new(
        name.Trim().Length == 0 ? "Name not known" : name,
        string.Join(", ", new[] { born is { } date ? $"born {Born(date)}" : null, sex switch { Sex.Female => "female", Sex.Male => "male", _ => null } }
            .Concat(documents.Select(d => (string?)$"document {d.Number}{(d.IssuingState is { } state ? $" ({state})" : "")}"))
            .OfType<string>()));

    /// <summary><c>4 March 1971</c>, <c>March 1971</c> or <c>1971</c>.</summary>
    public static string Born(BirthDate date) => date switch
    {
        { Exact: { } day } => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture),
        { Month: { } month } => new DateOnly(date.Year, month, 1).ToString("MMMM yyyy", CultureInfo.InvariantCulture),
        _ => date.Year.ToString(CultureInfo.InvariantCulture),
    };
}
