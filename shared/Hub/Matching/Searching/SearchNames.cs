using System.Collections.Immutable;
using Hub.Matching.Names;
using Hub.Persons;

namespace Hub.Matching.Searching;

/// <summary>
/// The names that words may be when nobody said which is the surname: the last, the first, or two or three of them;
/// what stands before a comma is the surname. Particles stay with what follows, titles go.
/// </summary>
internal static class SearchNames
{
    /// <summary>Names compared at the most; as many as make blocking keys.</summary>
    private const int MostNames = 6;
    private const int MostSurnameWords = 3;

    /// <param name="free">Names without a label.</param>
    /// <param name="other">Names after <c>aka</c> or <c>née</c>.</param>
    /// <param name="comma">How many of them stand before a comma; 0 where there is none.</param>
    public static ImmutableArray<PersonName> Of(ImmutableArray<string> surnames, ImmutableArray<string> givens, ImmutableArray<string> free, ImmutableArray<string> other, int comma)
    {
        var names = Of(surnames, givens, free, comma);
        return other.IsEmpty ? names : [.. names.Take(MostNames / 2), .. Others(names, other).Take(MostNames / 2)];
    }

    // Of another name that is one word the given names are those already said: Ann Smith née Jones.
    private static IEnumerable<PersonName> Others(ImmutableArray<PersonName> names, ImmutableArray<string> other) =>
        other.Length == 1 && names.Any(n => n.Surname.Length > 0 && !n.Given.IsEmpty)
            ? names.Where(n => !n.Given.IsEmpty).Select(n => n with { Surname = other[0] })
            : Of([], [], other, 0);

    private static ImmutableArray<PersonName> Of(ImmutableArray<string> surnames, ImmutableArray<string> givens, ImmutableArray<string> free, int comma)
    {
        if (!surnames.IsEmpty)
        {
            return [Name(surnames, [.. givens, .. free])];
        }

        if (!givens.IsEmpty)
        {
            return [Name(free, givens)];
        }

        if (comma > 0 && comma < free.Length)
        {
            return [Name(free[..comma], free[comma..])];
        }

        var (words, suffix) = WithoutTitles(free);
        var names = new List<PersonName>();
        foreach (var units in new[] { Joined(words), [.. words] })
        {
            Splits(units, suffix, names);
        }

        return [.. names.DistinctBy(n => (n.Surname, string.Join('\n', n.Given))).Take(MostNames)];
    }

    private static void Splits(List<string> units, ImmutableArray<string> suffix, List<PersonName> into)
    {
        if (units is [var only])
        {
            into.Add(Name([only, .. suffix], []));
            if (!IsWithArticle(only))
            {
                into.Add(Name([], [only]));
            }

            if (FullName.Read(only) is { Given.IsEmpty: false } parted)
            {
                into.Add(parted);
            }
        }

        for (var k = 1; k <= Math.Min(MostSurnameWords, units.Count - 1); k++)
        {
            into.Add(Name([.. units[^k..], .. suffix], [.. units[..^k]]));
            into.Add(Name([.. units[..k], .. suffix], [.. units[k..]]));
        }
    }

    // Al-Hassan: nobody's given names.
    private static bool IsWithArticle(string name) =>
        name.IndexOfAny(['-', ' ', '\u2010', '\u2011']) is > 0 and var at && NameText.Normalise(name[..at]) is "al" or "el" or "van" or "von";

    private static PersonName Name(ImmutableArray<string> surname, ImmutableArray<string> given) => new() { Surname = string.Join(' ', surname), Given = given };

    private static (ImmutableArray<string> Words, ImmutableArray<string> Suffix) WithoutTitles(ImmutableArray<string> words)
    {
        while (words.Length > 1 && NameTitles.IsTitle(NameText.Normalise(words[0])))
        {
            words = words.RemoveAt(0);
        }

        var end = words.Length;
        while (end > 1 && NameTitles.IsSuffix(NameText.Normalise(words[end - 1])))
        {
            end--;
        }

        return (words[..end], words[end..]);
    }

    // Ben and Al are given names much more often than sons of and articles.
    private static List<string> Joined(ImmutableArray<string> words)
    {
        var units = new List<string>();
        var open = "";
        foreach (var word in words)
        {
            var plain = NameText.Normalise(word);
            open = open.Length == 0 ? word : $"{open} {word}";
            if (plain is "al" or "ben" || !NameParticles.LeadsSurname(plain))
            {
                units.Add(open);
                open = "";
            }
        }

        if (open.Length > 0)
        {
            units.Add(open);
        }

        return units;
    }
}
