using System.Collections.Immutable;
using System.Globalization;
using Hub.Identifiers;
using Hub.Persons;

namespace Hub.Accuracy.Maps;

/// <summary>Makes persons of a file's rows, by a map.</summary>
internal sealed class PersonReader
{
    /// <summary>The year two-digit PNC IDs are read in; fixed, so that a set gives the same figures every year.</summary>
    private const int ReferenceYear = 2026;
    private static readonly char[] ListSeparators = [';', '|'];

    private readonly ImmutableDictionary<string, ImmutableArray<BoundSource>> _fields;
    private readonly NameReading _names;

    public PersonReader(PersonMap map, HeaderColumns header)
    {
        _fields = map.Fields.ToImmutableDictionary(f => f.Key, f => f.Value.Select(s => new BoundSource(map, f.Key, s, header)).ToImmutableArray());
        _names = new NameReading(this);
    }

    public ReadingCounts Counts { get; } = new();

    /// <summary>Every value a field's sources give.</summary>
    public IEnumerable<string> Values(string field, string[] row) => Sources(field).Select(s => s.Value(row)).OfType<string>();

    /// <summary>All sources of a field, joined; null where missing.</summary>
    public string? Text(string field, string[] row) => string.Join(' ', Values(field, row)) is { Length: > 0 } text ? text : null;

    public IEnumerable<string> List(string field, string[] row) =>
        Values(field, row).SelectMany(v => v.Split(ListSeparators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    public PersonDetails Read(string[] row) => new()
    {
        Names = _names.Read(row),
        Born = Sources(MapFields.Born).Select(s => BirthDateReading.Read(s, row, Counts)).FirstOrDefault(d => d is not null),
        StatedAge = int.TryParse(Text(MapFields.Age, row), NumberStyles.None, CultureInfo.InvariantCulture, out var age) ? age : null,
        Sex = SexReading.Read(Values(MapFields.Sex, row).FirstOrDefault(), Counts),
        Nationality = Text(MapFields.Nationality, row),
        Ethnicity = Text(MapFields.Ethnicity, row),
        PncId = Canonical<PncId>(MapFields.PncId, row, (string t, out PncId? id) => PncId.TryParse(t, ReferenceYear, out id, out _)),
        CroNumber = Canonical<CroNumber>(MapFields.CroNumber, row, (string t, out CroNumber? id) => CroNumber.TryParse(t, out id, out _)),
        VisorReference = Text(MapFields.VisorReference, row),
        PlaceOfBirth = Text(MapFields.PlaceOfBirth, row),
        Occupation = Text(MapFields.Occupation, row),
        Phones = [.. List(MapFields.Phones, row).Distinct()],
        Emails = [.. List(MapFields.Emails, row).Distinct()],
        Documents = [.. Sources(MapFields.Document).Select(s => Document(s, row)).OfType<TravelDocument>().Distinct()],
        Addresses = Address(row) is { } address ? [address] : [],
    };

    private ImmutableArray<BoundSource> Sources(string field) => _fields.GetValueOrDefault(field, []);

    private delegate bool TryRead<T>(string text, out T? read);

    /// <summary>The canonical form; as written where it has none, since matching weighs what senders write.</summary>
    private string? Canonical<T>(string field, string[] row, TryRead<T> tryRead)
    {
        if (Text(field, row) is not { } text)
        {
            return null;
        }

        if (tryRead(text, out var read))
        {
            return read!.ToString();
        }

        Counts.Add($"{field}: passed as written");
        return text;
    }

    private TravelDocument? Document(BoundSource source, string[] row)
    {
        if (source.Value(row) is not { } text)
        {
            return null;
        }

        var state = source.State(row);
        if (!PassportNumber.TryParse(text, state, out var passport, out _))
        {
            Counts.Add("document: passed as written");
        }

        return new TravelDocument(source.Source.Type ?? "P", passport?.Number ?? text, state);
    }

    private Address? Address(string[] row)
    {
        var address = new Address
        {
            Lines = [.. Values(MapFields.Address, row)],
            Postcode = Text(MapFields.Postcode, row),
            Borough = Text(MapFields.Borough, row),
        };
        return address.Lines.IsEmpty && address.Postcode is null && address.Borough is null ? null : address;
    }
}
