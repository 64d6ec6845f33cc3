using Hub.Matching;
using Hub.Persons;

namespace Hub.Border.Hits;

/// <summary>
/// Whether two entries on lists of one flight may name one traveller. Two people may both resemble a nominal: what was
/// decided or listed of one must not pass to the other.
/// </summary>
internal static class SameTraveller
{
    /// <summary>False where names, birth dates or passports contradict each other. What one of them does not say contradicts nothing.</summary>
    public static bool MayBe(PersonDetails one, PersonDetails other) =>
        one.Names.Any(a => other.Names.Any(b => MayBe(a, b))) && MayBe(one.Born, other.Born) && !HaveOtherPassports(one, other);

    /// <summary>True where both show the same document.</summary>
    public static bool ShareDocument(PersonDetails one, PersonDetails other) => one.Documents.Any(a => other.Documents.Any(b => SameNumber(a, b)));

    private static bool MayBe(PersonName one, PersonName other) =>
        NameText.Normalise(one.Surname) == NameText.Normalise(other.Surname) && MayBe(Words(one), Words(other));

    private static bool MayBe(HashSet<string> one, HashSet<string> other) => one.IsSubsetOf(other) || other.IsSubsetOf(one);

    private static HashSet<string> Words(PersonName name) =>
        [.. name.Given.SelectMany(g => NameText.Normalise(g).Split(' ', StringSplitOptions.RemoveEmptyEntries))];

    private static bool MayBe(BirthDate? one, BirthDate? other) =>
        one is not { } a || other is not { } b || (a.Year == b.Year && MayBe(a.Month, b.Month) && MayBe(a.Day, b.Day));

    private static bool MayBe(int? one, int? other) => one is null || other is null || one == other;

    private static bool HaveOtherPassports(PersonDetails one, PersonDetails other) =>
        one.Documents.Any(IsPassport) && other.Documents.Any(IsPassport) && !ShareDocument(one, other);

    private static bool IsPassport(TravelDocument document) => document.Type.StartsWith('P');

    private static bool SameNumber(TravelDocument one, TravelDocument other) => string.Equals(one.Number, other.Number, StringComparison.OrdinalIgnoreCase);
}
