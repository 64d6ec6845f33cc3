namespace Hub.Matching.Searching;

/// <summary>Numbers written in groups, and those too short to say anything.</summary>
internal static class SearchNumbers
{
    /// <summary>Groups that one number is written in at the most: 925 665 416.</summary>
    public const int MaxGroups = 4;

    public const string TooShort = "A number this short says nothing by itself. Write an age as aged 34 and a date of birth in full; of an address give the postcode; before an id put id:.";

    private const int LongestGroup = 5;
    private const int Fewest = 6;
    private const int Most = 9;
    private const int LongestTooShort = 3;
    private const int MostLetters = 3;

    /// <summary>How many words from here are the groups of one number; zero where they are none. A year is no group.</summary>
    public static int Grouped(IReadOnlyList<SearchWord> words, int at, int most)
    {
        var (count, digits) = (0, 0);
        while (count < most && words[at + count] is { IsQuoted: false, Text: var text } word && IsGroup(text) && digits + text.Length <= Most)
        {
            count++;
            digits += text.Length;
            if (word.EndsPart)
            {
                break;
            }
        }

        return digits >= Fewest ? count : 0;
    }

    /// <summary>Whether words may be one document's number: AB 1234567, 925 665 416.</summary>
    public static bool IsInGroups(IEnumerable<SearchWord> words) =>
        words.Index().All(w => w.Item.Text.All(char.IsAsciiDigit) || (w.Index == 0 && (w.Item.Text.Length <= MostLetters || w.Item.Text.Any(char.IsAsciiDigit))));

    public static bool IsTooShort(string text) => text.Length <= LongestTooShort && text.All(char.IsAsciiDigit);

    /// <summary>Whether a word after a number makes it an age.</summary>
    public static bool IsYears(string text) => text.ToLowerInvariant() is "yr" or "yrs" or "year" or "years" or "yo" or "y/o";

    private static bool IsGroup(string text) =>
        text.Length is > 1 and <= LongestGroup && text.All(char.IsAsciiDigit) && !(text.Length == 4 && text[..2] is "19" or "20");
}
