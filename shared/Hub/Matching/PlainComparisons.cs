using Hub.Nominals;
using Hub.Persons;

namespace Hub.Matching;

/// <summary>The comparisons of the plain matcher: each looks at one field of report and register and weighs it.</summary>
internal static class PlainComparisons
{
    private const int ShortName = 4;

    public static IEnumerable<FieldEvidence> Compare(PersonDetails person, Nominal nominal)
    {
        var evidence = new List<FieldEvidence?>(Names(person, nominal))
        {
            Born(person.Born, nominal.Born),
            SexOf(person.Sex, nominal.Sex),
            Identifier("pncId", "PNC ID", person.PncId, nominal.PncId),
            Identifier("croNumber", "CRO number", person.CroNumber, nominal.CroNumber),
            Document(person, nominal),
            Postcode(person, nominal),
            AddressLine(person, nominal),
        };
        return evidence.OfType<FieldEvidence>();
    }

    /// <summary>The best agreement of any of the report's names with any of the register's.</summary>
    private static List<FieldEvidence> Names(PersonDetails person, Nominal nominal) =>
        person.Names.SelectMany(reported => nominal.Names.Select(known => NamePair(reported, known))).MaxBy(pair => pair.Sum(f => f.Bits)) ?? [];

    private static List<FieldEvidence> NamePair(PersonName reported, PersonName known)
    {
        var surname = (Reported: NameText.Normalise(reported.Surname), Known: NameText.Normalise(known.Surname));
        var given = (Reported: Given(reported), Known: Given(known));
        if (surname.Reported.Length > 0 && given.Reported.Length > 0 && surname.Reported != given.Reported
            && surname.Reported == given.Known && given.Reported == surname.Known)
        {
            return [new("name", "swapped", PlainModel.NamesSwapped, reported.ToString(), known.ToString(), "Surname and given name agree when swapped.")];
        }

        return
        [
            .. Surname(surname.Reported, surname.Known) is { } s ? [s] : Array.Empty<FieldEvidence>(),
            .. GivenName(given.Reported, given.Known) is { } g ? [g] : Array.Empty<FieldEvidence>(),
        ];
    }

    private static string Given(PersonName name) => name.Given.IsEmpty ? "" : NameText.Normalise(name.Given[0]);

    private static FieldEvidence? Surname(string reported, string known) => Text(
        "surname", "Surname", reported, known, PlainModel.SurnameExact, PlainModel.SurnameClose, PlainModel.SurnameDifferent);

    private static FieldEvidence? GivenName(string reported, string known)
    {
        var initial = (reported.Length == 1 || known.Length == 1) && reported.Length > 0 && known.Length > 0 && reported[0] == known[0] && reported != known;
        return initial
            ? new("given", "initial", PlainModel.GivenInitial, reported, known, "The initial of the given name agrees.")
            : Text("given", "Given name", reported, known, PlainModel.GivenExact, PlainModel.GivenClose, PlainModel.GivenDifferent);
    }

    private static FieldEvidence? Text(string field, string name, string reported, string known, double exact, double close, double different)
    {
        if (reported.Length == 0 || known.Length == 0)
        {
            return null;
        }

        if (reported == known)
        {
            return new(field, "exact", exact, reported, known, $"{name} agrees.");
        }

        var allowed = Math.Min(reported.Length, known.Length) < ShortName ? 0 : Math.Min(reported.Length, known.Length) < 8 ? 1 : 2;
        return EditDistance.Within(reported, known, allowed) <= allowed
            ? new(field, "close", close, reported, known, $"{name} agrees but for a slip of spelling.")
            : new(field, "different", different, reported, known, $"{name} differs.");
    }

    private static FieldEvidence? Born(BirthDate? reported, BirthDate? known)
    {
        if (reported is not { } a || known is not { } b)
        {
            return null;
        }

        var (level, bits, words) = (a.Exact, b.Exact) switch
        {
            ({ } x, { } y) when x == y => ("exact", PlainModel.BornExact, "Date of birth agrees."),
            ({ } x, { } y) when x.Year == y.Year && x.Month == y.Day && x.Day == y.Month => ("day-month-swapped", PlainModel.BornDayMonthSwapped, "Date of birth agrees when day and month are swapped."),
            ({ } x, { } y) when Parts(x, y) == 2 => ("one-part-differs", PlainModel.BornOnePartDiffers, "Date of birth agrees but for one of day, month and year."),
            (null, _) or (_, null) when a.Year == b.Year && (a.Month is null || b.Month is null || a.Month == b.Month) => ("partly-known", PlainModel.BornPartlyKnown, "Date of birth agrees as far as it is known."),
            _ => ("different", PlainModel.BornDifferent, "Date of birth differs."),
        };
        return new("born", level, bits, a.ToString(), b.ToString(), words);
    }

    private static int Parts(DateOnly x, DateOnly y) => (x.Year == y.Year ? 1 : 0) + (x.Month == y.Month ? 1 : 0) + (x.Day == y.Day ? 1 : 0);

    private static FieldEvidence? SexOf(Sex reported, Sex known)
    {
        if (reported == Sex.Unknown || known == Sex.Unknown)
        {
            return null;
        }

        return reported == known
            ? new("sex", "same", PlainModel.SexSame, reported.ToString(), known.ToString(), "Sex agrees.")
            : new("sex", "different", PlainModel.SexDifferent, reported.ToString(), known.ToString(), "Sex differs.");
    }

    private static FieldEvidence? Identifier(string field, string name, string? reported, string? known)
    {
        if (reported is null || known is null)
        {
            return null;
        }

        return reported == known
            ? new(field, "same", PlainModel.IdentifierSame, reported, known, $"{name} agrees.")
            : new(field, "different", PlainModel.IdentifierDifferent, reported, known, $"{name} differs.");
    }

    private static FieldEvidence? Document(PersonDetails person, Nominal nominal) =>
        person.Documents.FirstOrDefault(d => nominal.Documents.Any(k => k.Number == d.Number && (k.IssuingState is null || d.IssuingState is null || k.IssuingState == d.IssuingState))) is { } same
            ? new("document", "same", PlainModel.DocumentSame, same.Number, same.Number, "A travel document number agrees.")
            : null;

    private static FieldEvidence? Postcode(PersonDetails person, Nominal nominal)
    {
        var reported = Postcodes(person.Addresses);
        var known = Postcodes(nominal.Addresses);
        if (reported.Intersect(known).FirstOrDefault() is { } same)
        {
            return new("postcode", "same", PlainModel.PostcodeSame, same, same, "A postcode agrees.");
        }

        return reported.FirstOrDefault(r => known.Any(k => r.Length > 2 && k.Length == r.Length && k[..^2] == r[..^2])) is { } near
            ? new("postcode", "same-sector", PlainModel.PostcodeSector, near, known.First(k => k.Length == near.Length && k[..^2] == near[..^2]), "The postcodes lie in one sector.")
            : null;
    }

    private static List<string> Postcodes(IEnumerable<Address> addresses) =>
        [.. addresses.Select(a => a.Postcode).OfType<string>().Select(PersonKeys.PostcodeText)];

    private static FieldEvidence? AddressLine(PersonDetails person, Nominal nominal)
    {
        var known = nominal.Addresses.SelectMany(a => a.Lines.Take(1)).Select(NameText.Normalise).ToHashSet();
        return person.Addresses.SelectMany(a => a.Lines.Take(1)).Select(NameText.Normalise).FirstOrDefault(l => l.Length > 0 && known.Contains(l)) is { } same
            ? new("address", "same", PlainModel.AddressLineSame, same, same, "The first line of an address agrees.")
            : null;
    }
}
