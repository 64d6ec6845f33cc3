using System.Collections.Immutable;
using Hub.Matching;
using Hub.Persons;

namespace Hub.Accuracy.Maps;

/// <summary>
/// The names of a row. Surname and given names, where the map feeds them, are the primary name; a full name is the
/// primary name where they are not, else an alias. A previous surname goes with the given names.
/// </summary>
internal sealed class NameReading(PersonReader reader)
{
    public ImmutableArray<PersonName> Read(string[] row)
    {
        var primary = new PersonName { Surname = reader.Text(MapFields.Surname, row) ?? "", Given = [.. Words(MapFields.Given, row), .. Words(MapFields.Middle, row)] };
        List<PersonName> names = IsEmpty(primary) ? [] : [primary];
        names.AddRange(reader.Values(MapFields.FullName, row).Select(FullName.Read));
        names.AddRange(reader.Values(MapFields.PreviousSurname, row).Select(s => new PersonName { Kind = NameKind.Previous, Surname = s, Given = primary.Given }));
        names.AddRange(reader.List(MapFields.Aliases, row).Select(FullName.Read));
        return [.. names.Where(n => !IsEmpty(n)).DistinctBy(Key).Select((n, i) => i > 0 && n.Kind == NameKind.Primary ? n with { Kind = NameKind.Alias } : n)];
    }

    private IEnumerable<string> Words(string field, string[] row) =>
        reader.Values(field, row).SelectMany(v => v.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static bool IsEmpty(PersonName name) => name is { Surname.Length: 0, Given.IsEmpty: true };

    // The same words in any order are no other name.
    private static string Key(PersonName name) => string.Join(' ', NameText.Normalise(name.ToString()).Split(' ').Order(StringComparer.Ordinal));
}
