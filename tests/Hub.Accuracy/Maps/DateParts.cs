namespace Hub.Accuracy.Maps;

/// <summary>Year, month and day as far as they could be told apart in a text; not yet known to make a date.</summary>
/// <param name="Year">As written, four digits; null where it is no number.</param>
internal readonly record struct DateParts(int? Year, int? Month, int? Day)
{
    private static readonly string[] Months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

    /// <summary>A format as <see cref="Cut"/> takes it, from y, m and d in any case or from strptime's; null where it is none.</summary>
    public static string? Format(string format)
    {
        var plain = format.Replace("%Y", "yyyy", StringComparison.Ordinal).Replace("%y", "yy", StringComparison.Ordinal)
            .Replace("%m", "MM", StringComparison.Ordinal).Replace("%d", "dd", StringComparison.Ordinal)
            .Replace("%B", "MMM", StringComparison.Ordinal).Replace("%b", "MMM", StringComparison.Ordinal)
            .Replace('Y', 'y').Replace('m', 'M').Replace('D', 'd');
        return plain.Contains("yy", StringComparison.Ordinal) && plain.Where(char.IsLetter).All(c => c is 'y' or 'M' or 'd') ? plain : null;
    }

    /// <summary>Cuts a text by a format of y, M and d (<c>yyyyMMdd</c>, <c>d/M/yyyy</c>, <c>dd MMM yyyy</c>); null where the text has another form.</summary>
    public static DateParts? Cut(string text, string format)
    {
        var (at, parts) = (0, default(DateParts));
        for (var f = 0; f < format.Length;)
        {
            var letter = format[f];
            var run = 1;
            while (f + run < format.Length && format[f + run] == letter)
            {
                run++;
            }

            if (letter is 'y' or 'M' or 'd')
            {
                var nextIsPart = f + run < format.Length && format[f + run] is 'y' or 'M' or 'd';
                var length = PartLength(text, at, run, letter, nextIsPart);
                if (length == 0 || at + length > text.Length)
                {
                    return null;
                }

                parts = parts.With(letter, text.Substring(at, length));
                at += length;
            }
            else
            {
                if (at + run > text.Length || text[at..(at + run)].Any(c => c != letter))
                {
                    return null;
                }

                at += run;
            }

            f += run;
        }

        return at == text.Length ? parts : null;
    }

    /// <summary>From three columns; a month may be a name.</summary>
    public static DateParts Of(IReadOnlyList<string?> columns) =>
        new(Number(columns.ElementAtOrDefault(0)), Month1(columns.ElementAtOrDefault(1)), Number(columns.ElementAtOrDefault(2)));

    // MMM takes letters, a single letter up to two digits, everything else its own width.
    private static int PartLength(string text, int at, int run, char letter, bool nextIsPart)
    {
        Func<char, bool>? takes = letter == 'M' && run >= 3 ? char.IsLetter : run == 1 && !nextIsPart ? char.IsDigit : null;
        if (takes is null)
        {
            return run;
        }

        var length = 0;
        while (at + length < text.Length && takes(text[at + length]))
        {
            length++;
        }

        return run == 1 && length > 2 ? 0 : length;
    }

    private DateParts With(char letter, string text) => letter switch
    {
        'y' => this with { Year = Number(text) is { } year && text.Length == 2 ? Century(year) : Number(text) },
        'M' => this with { Month = Month1(text) },
        _ => this with { Day = Number(text) },
    };

    // Nobody in a set is born after 2026.
    private static int Century(int year) => year + (year <= 26 ? 2000 : 1900);

    private static int? Month1(string? text) =>
        Number(text) ?? (text is { Length: >= 3 } && Array.IndexOf(Months, text[..3].ToLowerInvariant()) is >= 0 and var month ? month + 1 : null);

    private static int? Number(string? text) => int.TryParse(text, System.Globalization.NumberStyles.None, null, out var number) ? number : null;
}
