using System.Collections.Immutable;
using System.Globalization;
using Hub.Nominals;
using Hub.Persons;
using Hub.Places;

namespace Hub.Desk.Words;

/// <summary>What the register holds of a person, as people say it.</summary>
public static class PersonWords
{
    /// <summary><c>4 March 1971</c>.</summary>
    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>As far as it is known: <c>4 March 1971</c>, <c>March 1971</c>, <c>1971</c>.</summary>
    public static string Born(BirthDate born) =>
        born.Exact is { } day ? Day(day)
        : born.Month is { } month ? new DateOnly(born.Year, month, 1).ToString("MMMM yyyy", CultureInfo.InvariantCulture)
        : born.Year.ToString(CultureInfo.InvariantCulture);

    /// <summary><c>4 March 1971, aged 55</c>.</summary>
    public static string BornWithAge(BirthDate born, DateOnly today) => $"{Born(born)}, aged {born.AgeOn(today)}";

    /// <summary>Null where it is not known.</summary>
    public static string? Sex(Sex sex) => sex == Persons.Sex.Unknown ? null : sex.ToString();

    /// <summary>A country's name; a code of none as it is.</summary>
    public static string Country(string code) => CountryDirectory.Default.TryFind(code, out var country) ? country.Name : code;

    /// <summary>On one line, as on an envelope.</summary>
    public static string Address(Address address) =>
        Joined([.. address.Lines, address.Borough ?? "", address.Postcode ?? ""]) is { Length: > 0 } text ? text : "An address without a line";

    /// <summary>When somebody lives or lived there: <c>since 1 May 2020</c>; null where nothing is known of it.</summary>
    public static string? Lived(Address address) => Period(address.From, address.To);

    /// <summary><c>1 May 2020 to 3 June 2021</c>; null where neither day is known.</summary>
    public static string? Period(DateOnly? from, DateOnly? to) => (from, to) switch
    {
        ({ } first, { } last) => $"{Day(first)} to {Day(last)}",
        ({ } first, null) => $"since {Day(first)}",
        (null, { } last) => $"until {Day(last)}",
        _ => null,
    };

    /// <summary><c>Passport 925665416, Thailand, expires 1 May 2030</c>.</summary>
    public static string Document(TravelDocument document, DateOnly today) => Joined(
        [$"{DocumentKind(document.Type)} {document.Number}", document.IssuingState is { } state ? Country(state) : "", document.Expiry is { } expiry ? $"{(expiry < today ? "expired" : "expires")} {Day(expiry)}" : ""]);

    /// <summary>A name and, where it is not the one they go by, of what kind it is.</summary>
    public static string Name(PersonName name) => name.Kind switch
    {
        NameKind.Maiden => $"{name} (maiden name)",
        NameKind.Previous => $"{name} (previous name)",
        _ => name.ToString(),
    };

    /// <summary>The name they go by; <c>Name not known</c>.</summary>
    public static string PrimaryName(ImmutableArray<PersonName> names) => names.IsEmpty || names[0].ToString().Length == 0 ? "Name not known" : names[0].ToString();

    /// <summary>Why somebody is known.</summary>
    public static string Register(string code) => code.ToLowerInvariant() switch
    {
        "yot" => "Youth offending",
        "visor" => "ViSOR",
        "mappa" => "MAPPA",
        "sor" => "Sex offenders register",
        _ => Plain(code),
    };

    public static string MarkerOf(string code) => code switch
    {
        Marker.Missing => "Missing",
        Marker.CarePlan => "On a care or child protection plan",
        _ => Plain(code),
    };

    public static string MappaOf(Mappa mappa) => $"Category {mappa.Category}, {mappa.Category switch
    {
        1 => "registered sexual offender",
        2 => "violent or other sexual offender",
        _ => "other dangerous offender",
    }}{mappa.Level switch
    {
        null => "; level not known",
        1 => "; level 1, managed by one agency",
        2 => "; level 2, managed by several agencies together",
        _ => "; level 3, managed by several agencies' senior staff",
    }}";

    public static string Risk(Rm2000 risk) => risk == Rm2000.VeryHigh ? "Very high" : risk.ToString();

    /// <summary><c>Notification order, since 1 May 2020, Thames Magistrates' Court; in force</c>.</summary>
    public static string Order(CourtOrder order, DateOnly today) =>
        $"{Joined([Plain(order.Kind), Period(order.From, order.To)!, order.Court ?? ""])}; {(order.IsInForceOn(today) ? "in force" : order.From > today ? "not in force yet" : "ended")}";

    /// <summary>A code with its words parted and a capital first: <c>notification-order</c>, <c>counterTerrorism</c>.</summary>
    public static string Plain(string code)
    {
        var words = string.Concat(code.Select((c, i) => c is '-' or '_' ? " " : i > 0 && char.IsUpper(c) && char.IsLower(code[i - 1]) ? $" {char.ToLowerInvariant(c)}" : c.ToString()));
        return words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];
    }

    private static string DocumentKind(string type) => type switch
    {
        ['P' or 'p', ..] => "Passport",
        ['V' or 'v', ..] => "Visa",
        ['I' or 'i' or 'A' or 'a' or 'C' or 'c', ..] => "Identity card",
        _ => "Document",
    };

    private static string Joined(IEnumerable<string> parts) => string.Join(", ", parts.Where(part => part.Length > 0));
}
