using Hub.Json;

namespace Hub.Matching.Searching;

/// <summary>Splits what an officer typed into words: at blanks, commas and semicolons, quotes holding together.</summary>
internal static class SearchSplitting
{
    /// <summary>More than anybody knows of one person; bounds the work.</summary>
    public const int MaxWords = 24;

    private const string Quotes = "\"\u201c\u201d\u201e\u00ab\u00bb";

    public static List<SearchWord> Split(string text, SearchErrors errors)
    {
        var words = new List<SearchWord>();
        for (var at = 0; at < text.Length;)
        {
            if (IsBlank(text[at]))
            {
                EndPart(words, text[at++]);
                continue;
            }

            if (words.Count == MaxWords)
            {
                errors.Add(FieldErrorCode.TooMany, $"More than {MaxWords} words. Keep those that tell most: names, date of birth, numbers.");
                break;
            }

            at = Quotes.Contains(text[at], StringComparison.Ordinal) ? Quoted(text, at, words) : Plain(text, at, words, errors);
        }

        return words;
    }

    private static bool IsBlank(char c) => char.IsWhiteSpace(c) || c is ',' or ';' or '\u060c' or '\uff0c';

    private static void EndPart(List<SearchWord> words, char c)
    {
        if (!char.IsWhiteSpace(c) && words.Count > 0)
        {
            words[^1] = words[^1] with { EndsPart = true };
        }
    }

    private static int Quoted(string text, int at, List<SearchWord> words)
    {
        var end = at + 1;
        while (end < text.Length && !Quotes.Contains(text[end], StringComparison.Ordinal))
        {
            end++;
        }

        if (text[(at + 1)..end].Trim() is { Length: > 0 } inside)
        {
            words.Add(new SearchWord(words.Count + 1, inside, IsQuoted: true));
        }

        return end + 1;
    }

    private static int Plain(string text, int at, List<SearchWord> words, SearchErrors errors)
    {
        for (var end = at; ; end++)
        {
            if (end == text.Length || IsBlank(text[end]) || Quotes.Contains(text[end], StringComparison.Ordinal))
            {
                words.Add(new SearchWord(words.Count + 1, text[at..end]));
                return end;
            }

            if (text[end] == ':' && end > at && IsLabel(text.AsSpan(at, end - at)))
            {
                if (Label(text[at..end], words) is { } label)
                {
                    words.Add(new SearchWord(words.Count + 1, "", label));
                    return end + 1;
                }

                // GBR:925665416 is how the hub itself writes a document of a known state.
                if (end - at != StateLetters || end + 1 == text.Length || !text[(end + 1)..].Any(char.IsAsciiDigit))
                {
                    errors.Add(FieldErrorCode.NotOneOf, $"Word {words.Count + 1}: no field is called so. Before a colon stands one of {SearchLabels.Known}.");
                    at = end + 1;
                }
            }
        }
    }

    private const int StateLetters = 3;

    // First name: and Date of birth: are one label; the words before the last were taken for words.
    private static SearchField? Label(string last, List<SearchWord> words)
    {
        const int MostBefore = 2;
        for (var before = Math.Min(MostBefore, words.Count); before >= 0; before--)
        {
            var start = words.Count - before;
            var said = words[start..];
            if (said.All(w => w is { Label: null, IsQuoted: false, EndsPart: false }) && SearchLabels.Of(string.Concat(said.Select(w => w.Text).Append(last))) is { } field)
            {
                words.RemoveRange(start, before);
                return field;
            }
        }

        return null;
    }

    private static bool IsLabel(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (!char.IsAsciiLetter(c) && c is not ('.' or '-' or '_'))
            {
                return false;
            }
        }

        return true;
    }
}
