using Hub.Nominals;
using Hub.Persons;
using Hub.Testing;

namespace Hub.Tests.Matching.Input;

/// <summary>What people are really called in real files, and worse.</summary>
internal static class Oddities
{
    private static readonly string Long = string.Concat(Enumerable.Repeat("Wolfeschlegelsteinhausen", 21))[..500];
    private static readonly string Flood = "Z" + new string('\u0301', 3_000) + "oe";

    /// <summary>Names that say something: whoever bears one is found by it.</summary>
    public static IEnumerable<PersonName> Names { get; } =
    [
        Registered.Name("O", "J"),
        Registered.Name("X"),
        Registered.Name(Long, Long),
        Registered.Name(string.Join(' ', Enumerable.Range(0, 100).Select(i => $"part{i}")), [.. Enumerable.Range(0, 100).Select(i => $"given{i}")]),
        Registered.Name("Mr"),
        Registered.Name("van der", "de"),
        Registered.Name("", "Madonna"),
        Registered.Name("Prince", "\U0001F478"),
        Registered.Name("\u200F\u202Eسميث\u202C", "\u200Fمحمد\u200F"),
        Registered.Name("Ива́нов", "Wladimir"),
        Registered.Name("Сmith", "Jοhn"),
        Registered.Name("กิตติ", "สมชาย"),
        Registered.Name("李", "小龙"),
        Registered.Name(Flood, Flood),
        Registered.Name("Sm\ud800ith", "\udc00Jane\ud83d"),
        Registered.Name("O'Brien-\tSmith\r\n", "\0Ann\u0007e"),
        Registered.Name("ﬁtzgerald", "Ｊａｎｅ"),
        Registered.Name("12345", "007"),
        Registered.Name("Abdul" + new string('r', 400), "Abdul " + new string('h', 400), "abd " + new string('k', 400)),
    ];

    /// <summary>Names that say nothing: nobody is found by them, and nothing breaks.</summary>
    public static IEnumerable<PersonName> Empty { get; } =
    [
        Registered.Name(""),
        Registered.Name("", "", " "),
        Registered.Name("---", "...", "'"),
        Registered.Name("\U0001F600\U0001F600", "\u200D"),
        Registered.Name("\u202E\u200F\u200E", "\ufeff"),
        Registered.Name(new string('\u0301', 10_000), new string('.', 10_000)),
        Registered.Name("\ud800", "\udfff"),
    ];

    public static IEnumerable<BirthDate> Births { get; } = [.. new[] { "0001", "0001-01-01", "1066-10-14", "1849-12-31", "1899-12", "2106-01-01", "2199-06-30", "9999", "9999-12-31" }.Select(d => BirthDate.Parse(d))];

    // Names that sound unlike one another, so that none shares a key with the next.
    private static string Sound(int number) => $"{"bdfgklmnprst"[number % 12]}{"aeiou"[number % 5]}{"bdfgklmnprst"[number / 12 % 12]}o";

    /// <summary>Hundreds of everything.</summary>
    public static Nominal Endless(string id) => A.Nominal(id) with
    {
        Names = [.. Enumerable.Range(0, 300).Select(i => Registered.Name($"{Sound(i)}{Sound(i / 6)}ton", $"{Sound(i)}mund", "Zoe"))],
        Documents = [.. Enumerable.Range(0, 300).Select(i => new TravelDocument("P", $"AB{i:D7}", "GBR"))],
        Addresses = [.. Enumerable.Range(0, 300).Select(i => new Address { Lines = [.. Enumerable.Range(0, 50).Select(l => $"{i} Mulberry Walk {l}")], Postcode = $"E8 1{(char)('A' + (i % 20))}A" })],
        Phones = [.. Enumerable.Range(0, 300).Select(i => $"077009{i:D5}")],
        Emails = [.. Enumerable.Range(0, 300).Select(i => $"{new string('q', 500)}.{i}@example.com")],
        PncId = new string('9', 5_000),
        CroNumber = "\ud800/\u0301",
        VisorReference = " ",
        PlaceOfBirth = new string('m', 5_000),
        Occupation = string.Join(' ', Enumerable.Repeat("driver", 2_000)),
        Nationality = "not a code",
    };
}
