using Hub.Matching.Index;
using Hub.Matching.Names;

namespace Hub.Matching.Comparisons;

/// <summary>
/// Names read as words whatever their role: <c>Hussein, Saddam</c> and <c>al-Tikriti, Saddam Hussein</c>. For names of
/// several words that do not agree as written.
/// </summary>
internal static class AcrossRoles
{
    /// <summary>The evidence's weight; null where no word stands in another role, or as much is contradicted as agrees.</summary>
    /// <param name="surname">What the surnames as written give.</param>
    public static int? Compare(Comparing pair, NameRange a, NameRange b, FieldResult surname, Span<FieldResult> results)
    {
        var (reported, registered) = (new RoleWords(a), new RoleWords(b));
        if (!WordAssignment.AnyAcross(pair, reported, registered))
        {
            return null;
        }

        Span<WordPair> words = stackalloc WordPair[RoleWords.Max];
        words = words[..WordAssignment.Find(pair, reported, registered, words)];
        var contradicted = Math.Min(reported.Count, registered.Count) - words.Length;
        var kinds = Kinds(words);
        if (contradicted >= words.Length || !kinds.Across)
        {
            return null;
        }

        results[(int)Field.Surname] = kinds.Surname ? surname : default;
        foreach (var word in words)
        {
            Add(pair, reported.Word(pair.Reported, word.Reported), registered.Word(pair.Registered, word.Registered), word, contradicted > 0, results);
        }

        if (!results[(int)Field.Given].IsCompared && a.Given.Count > 0 && b.Given.Count > 0)
        {
            results[(int)Field.Given] = pair.Result(Field.Given, Levels.NameDifferent);
        }

        Contradiction.Limit(results);
        return results[(int)Field.Surname].Weight + results[(int)Field.Given].Weight + results[(int)Field.Middle].Weight;
    }

    private static (bool Across, bool Surname) Kinds(ReadOnlySpan<WordPair> words)
    {
        var (across, surname) = (false, false);
        foreach (var word in words)
        {
            across |= word.IsAcross;
            surname |= !word.IsAcross && word.OfSurname;
        }

        return (across, surname);
    }

    private static void Add(Comparing pair, int asked, int known, WordPair word, bool contradicted, Span<FieldResult> results)
    {
        ref var surname = ref results[(int)Field.Surname];
        ref var given = ref results[(int)Field.Given];
        if (word.IsAcross && !surname.IsCompared)
        {
            var clear = !contradicted && word.Level <= 1 + (byte)TokenLevel.Variant;
            surname = Elsewhere(pair, Field.Surname, clear ? Levels.SurnameElsewhere : Levels.SurnamePartElsewhere, asked, known);
        }
        else if (word.IsAcross && !given.IsCompared)
        {
            given = Elsewhere(pair, Field.Given, Levels.GivenElsewhere, asked, known);
        }
        else if (!word.IsAcross && !word.OfSurname && (!given.IsCompared || given.Level == Levels.GivenElsewhere))
        {
            given = new(word.Level, pair.TermWeight(Field.Given, word.Level, TermRole.Given, asked, known));
        }
        else if (!word.IsAcross && !word.OfSurname)
        {
            results[(int)Field.Middle] = MiddleComparison.Of(pair, word.Level, asked, known);
        }
    }

    // A word in another role counts as common as it is in either.
    private static FieldResult Elsewhere(Comparing pair, Field field, byte level, int asked, int known) =>
        new(level, pair.Model.Weight(field, level, Math.Max(Frequency(pair, asked), Frequency(pair, known)) - 1, pair.Population));

    private static int Frequency(Comparing pair, int word) =>
        Math.Max(pair.Words.Frequency(TermRole.Surname, word), pair.Words.Frequency(TermRole.Given, word));
}
