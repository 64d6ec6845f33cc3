using System.Globalization;
using Hub.Persons;

namespace Hub.Testing.People;

/// <summary>Identifiers and ways to reach a person, in the forms senders use.</summary>
public static class Numbers
{
    private const string CheckLetters = "ZABCDEFGHJKLMNPQRTUVWXY";
    private const string PassportLetters = "ABCDEFGHJKLMNPRSTUVWXYZ";
    private const int Serials = 10_000_000;

    private static readonly string[] MailHosts = ["example.com", "example.net", "example.org", "mail.example", "post.example"];

    /// <summary>A PNC ID in canonical form, its check letter right; different for every number.</summary>
    public static string PncId(int number, SeededRandom random)
    {
        var year = 1995 + random.Below(32);
        var serial = (int)((number * 7_654_321L) % Serials);
        return string.Create(CultureInfo.InvariantCulture, $"{year:D4}/{serial:D7}{CheckLetters[(int)(((year % 100 * (long)Serials) + serial) % CheckLetters.Length)]}");
    }

    public static TravelDocument Passport(string nationality, SeededRandom random) => new(
        "P",
        nationality switch
        {
            "GBR" or "USA" or "ROU" => Digits(9, random),
            "IRL" or "POL" or "PAK" or "SYR" => Letters(2, random) + Digits(7, random),
            "IND" or "GHA" or "SOM" => Letters(1, random) + Digits(7, random),
            _ => Letters(1, random) + Digits(8, random),
        },
        nationality);

    public static string Mobile(SeededRandom random) => $"07{Digits(9, random)}";

    public static string Landline(SeededRandom random) => $"020 {(random.Chance(500) ? 7 : 8)}{Digits(3, random)} {Digits(4, random)}";

    public static string Email(PersonName name, SeededRandom random)
    {
        var (given, surname) = (Plain(name.Given[0]), Plain(name.Surname));
        var local = random.Below(4) switch
        {
            0 => $"{given}.{surname}{random.Below(100)}",
            1 => $"{given[0]}{surname}{random.Below(1000)}",
            2 => $"{given}{random.Below(10_000)}",
            _ => $"{surname}.{given}{random.Below(100)}",
        };
        return $"{local}@{random.Pick(MailHosts)}";
    }

    public static string Digits(int count, SeededRandom random) => string.Create(count, random, (span, r) => Fill(span, "0123456789", r));

    private static string Letters(int count, SeededRandom random) => string.Create(count, random, (span, r) => Fill(span, PassportLetters, r));

    private static void Fill(Span<char> span, string letters, SeededRandom random)
    {
        for (var i = 0; i < span.Length; i++)
        {
            span[i] = letters[random.Below(letters.Length)];
        }
    }

    private static string Plain(string name) => Matching.NameText.Normalise(name).Replace(" ", "", StringComparison.Ordinal) is { Length: > 0 } plain ? plain : "x";
}
