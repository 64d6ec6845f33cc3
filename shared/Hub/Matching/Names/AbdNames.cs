namespace Hub.Matching.Names;

/// <summary>
/// Arabic names "servant of": Abd al-Rahman, Abdul Rahman, Abdurrahman, Abdelrahman, Abdrahman are all abdrahman. Abdullah
/// is a name of its own, in one spelling.
/// </summary>
internal static class AbdNames
{
    private const int MinRest = 3;

    /// <summary>Whether the word is the servant alone, with its article or without.</summary>
    public static bool IsServant(ReadOnlySpan<char> word) =>
        word is "abd" or "abdul" or "abdel" or "abdal" or "abdol" or "abdool" or "abdoul" or "abdu" or "abdur" or "abdus" or "abduz" or "abdun" or "abdut" or "abdud" or "abdush"
            or "abder" or "abdes" or "abdar" or "abdas" or "abdou";

    public static bool IsArticle(ReadOnlySpan<char> word) =>
        word is "al" or "el" or "ul" or "ar" or "er" or "ur" or "as" or "es" or "us" or "az" or "ad" or "an" or "at" or "ash";

    /// <summary>The servant and the word after it, its article gone.</summary>
    public static string Join(ReadOnlySpan<char> name) =>
        IsGod(name) ? "abdullah" : string.Concat("abd", name[..Math.Min(name.Length, NameWords.MaxLetters - 3)]);

    /// <summary>The canonical form of a name of the servant written in one word; null for any other.</summary>
    public static string? Canonical(ReadOnlySpan<char> word)
    {
        if (word.Length < 3 + MinRest || !word.StartsWith("abd"))
        {
            return null;
        }

        var rest = word[3..];
        if (IsGod(rest))
        {
            return "abdullah";
        }

        if (rest[0] is not ('a' or 'e' or 'o' or 'u'))
        {
            return null;
        }

        // The article loses its l before the sun letters, which double: abdurrahman, abdussalam.
        rest = rest[(rest is ['o', 'u' or 'o', ..] ? 2 : 1)..];
        if (rest.Length > 1 && (rest[0] == 'l' || rest[0] == rest[1]))
        {
            rest = rest[1..];
        }

        return rest.Length >= MinRest ? string.Concat("abd", rest) : null;
    }

    private static bool IsGod(ReadOnlySpan<char> word) =>
        word is "allah" or "alah" or "ullah" or "ulla" or "alla" or "ulah" or "ella" or "ellah" or "olla" or "ollah" or "oulla" or "oullah" or "oulaye" or "lah" or "llah" or "allh" or "ulahi" or "ullahi" or "ullaahi";
}
