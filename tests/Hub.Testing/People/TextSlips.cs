namespace Hub.Testing.People;

/// <summary>What fingers and scanners do to a text.</summary>
internal static class TextSlips
{
    private const string Rows = "qwertyuiop asdfghjkl zxcvbnm";
    private static readonly (string From, string To)[] Scanner =
        [("rn", "m"), ("m", "rn"), ("l", "1"), ("o", "0"), ("i", "l"), ("cl", "d"), ("d", "cl"), ("s", "5"), ("b", "8"), ("vv", "w"), ("w", "vv"), ("g", "9"), ("e", "c"), ("u", "v"), ("h", "b")];

    /// <summary>One slip: a letter left out, doubled, swapped with the next, put in, or its neighbour on the keyboard hit.</summary>
    public static string Typing(string text, SeededRandom random)
    {
        if (text.Length < 2)
        {
            return text;
        }

        var at = random.Below(text.Length);
        return random.Below(10) switch
        {
            < 4 => Replace(text, at, Neighbour(text[at], random)),
            < 6 => text.Remove(at, 1),
            < 7 => text.Insert(at, text[at].ToString()),
            < 8 => text.Insert(at, Neighbour(text[at], random).ToString()),
            _ => at + 1 < text.Length ? Replace(Replace(text, at, text[at + 1]), at + 1, text[at]) : text.Remove(at, 1),
        };
    }

    /// <summary>One reading error of a scanner; the text itself where nothing in it looks like something else.</summary>
    public static string Scanned(string text, SeededRandom random)
    {
        var possible = Scanner.Where(s => text.Contains(s.From, StringComparison.OrdinalIgnoreCase)).ToArray();
        if (possible.Length == 0)
        {
            return text;
        }

        var (from, to) = random.Pick(possible);
        var at = text.IndexOf(from, StringComparison.OrdinalIgnoreCase);
        return text.Remove(at, from.Length).Insert(at, to);
    }

    /// <summary>One digit changed, wherever there is one.</summary>
    public static string Digit(string text, SeededRandom random)
    {
        int[] digits = [.. Enumerable.Range(0, text.Length).Where(i => char.IsAsciiDigit(text[i]))];
        if (digits.Length == 0)
        {
            return text;
        }

        var at = random.Pick(digits);
        return Replace(text, at, (char)('0' + ((text[at] - '0' + 1 + random.Below(9)) % 10)));
    }

    private static char Neighbour(char c, SeededRandom random)
    {
        var at = Rows.IndexOf(char.ToLowerInvariant(c), StringComparison.Ordinal);
        if (at < 0 || c == ' ')
        {
            return (char)('a' + random.Below(26));
        }

        var left = at > 0 && Rows[at - 1] != ' ';
        var right = at + 1 < Rows.Length && Rows[at + 1] != ' ';
        var hit = Rows[left && (!right || random.Chance(500)) ? at - 1 : at + 1];
        return char.IsUpper(c) ? char.ToUpperInvariant(hit) : hit;
    }

    private static string Replace(string text, int at, char with) => string.Concat(text.AsSpan(0, at), [with], text.AsSpan(at + 1));
}
