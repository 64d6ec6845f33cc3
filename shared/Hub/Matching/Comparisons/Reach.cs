using Hub.Matching.Index;
using Hub.Matching.Model;
using Hub.Matching.Names;

namespace Hub.Matching.Comparisons;

/// <summary>
/// About the most that a candidate can come to, from what stands in its row: whoever cannot come near a threshold is
/// not read at all. Generous where it is unsure; who shares a number, a contact or a home is always read.
/// </summary>
internal sealed class Reach
{
    // What addresses and contacts that share no key may still add by being nearly alike, and what documents may.
    private const int NearAddress = 10 * MilliBits.PerBit;
    private const int NearDocument = 5 * MilliBits.PerBit;

    private int surname;
    private int given;
    private int middle;
    private int other;
    private uint surnameLetters;
    private uint givenLetters;
    private bool thorough;

    /// <summary>Looks at what the person asked about could agree in at best.</summary>
    public void Ask(Comparing pair, bool isThorough)
    {
        thorough = isThorough;
        var asked = pair.Reported;
        (surname, given, middle) = (0, 0, 0);
        foreach (var name in asked.Names)
        {
            surname = Math.Max(surname, Best(pair, Field.Surname, TermRole.Surname, name.Surname));
            given = Math.Max(given, Best(pair, Field.Given, TermRole.Given, name.Given));
            middle = name.Given.Count > 1 ? Math.Max(middle, Math.Min(2, name.Given.Count - 1) * Best(pair, Field.Middle, TermRole.Given, name.Given.From(1))) : middle;
        }

        (surnameLetters, givenLetters) = NameLetters.Of(asked, pair.Words);
        other = (asked.Addresses.Length + asked.Phones.Length + asked.Emails.Length + asked.PlaceOfBirth.Count + asked.Occupation.Count > 0 ? NearAddress : 0)
            + (asked.Documents.Length > 0 ? NearDocument : 0);
    }

    /// <summary>At most so many thousandths of a bit of evidence.</summary>
    public int Of(Comparing pair, in Row row, BlockingGroup group)
    {
        if (group == BlockingGroup.Identifying)
        {
            return int.MaxValue;
        }

        pair.Registered.Sex = row.Sex;
        pair.Registered.Nationality = row.Nationality;
        return Names(pair, row, group) + middle + other + BornComparison.Compare(pair, row.Born).Weight + BornInPartComparison.Compare(pair, row.Born).Weight
            + OneValueComparisons.Sex(pair).Weight + OneValueComparisons.Nationality(pair).Weight;
    }

    private int Names(Comparing pair, in Row row, BlockingGroup group)
    {
        if (group == BlockingGroup.Names)
        {
            return surname + given;
        }

        var straight = (NameLetters.MayBeAlike(surnameLetters, row.SurnameLetters, thorough) ? surname : Different(pair, Field.Surname))
            + (NameLetters.MayBeAlike(givenLetters, row.GivenLetters, thorough) ? given : Different(pair, Field.Given));
        var swapped = NameLetters.MayBeAlike(surnameLetters, row.GivenLetters, thorough) && NameLetters.MayBeAlike(givenLetters, row.SurnameLetters, thorough)
            ? surname + given + pair.Model.Weight(Field.NameOrder, 1)
            : int.MinValue;
        return Math.Max(straight, swapped);
    }

    private static int Different(Comparing pair, Field field) => pair.Model.Weight(field, Levels.NameDifferent);

    private static int Best(Comparing pair, Field field, TermRole role, WordRange words)
    {
        var best = 0;
        for (var i = 0; i < words.Count; i++)
        {
            var others = pair.Words.Frequency(role, pair.Reported.Word(words, i)) - 1;
            best = Math.Max(best, pair.Model.Weight(field, 1, others, pair.Population));
            if (field != Field.Middle)
            {
                best = Math.Max(best, pair.Model.Weight(field, 1 + (byte)TokenLevel.OneSlip, others, pair.Population));
            }
        }

        return best;
    }
}
