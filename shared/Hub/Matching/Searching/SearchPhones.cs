namespace Hub.Matching.Searching;

/// <summary>Telephone numbers as people write them: <c>020 7946 0144</c>, <c>+44 (0)7700 900 123</c>, <c>0044 7700 900123</c>.</summary>
internal static class SearchPhones
{
    /// <summary>Words that one number has at the most: +33 1 23 45 67 89, and the zero in brackets by itself.</summary>
    public const int MaxWords = 8;

    private const int Whole = 10;
    private const int Most = 15;
    private const int Fewest = 6;
    private const string Abroad = "00";

    /// <summary>Its digits, without the zero in brackets that is not dialled from abroad; null where it is none.</summary>
    public static string? Of(string text)
    {
        if (!text.All(c => char.IsAsciiDigit(c) || c is ' ' or '+' or '-' or '(' or ')' or '.'))
        {
            return null;
        }

        var dialled = text.StartsWith('+') || text.StartsWith(Abroad, StringComparison.Ordinal) ? text.Replace("(0)", "", StringComparison.Ordinal) : text;
        var digits = string.Concat(dialled.Where(char.IsAsciiDigit));
        return digits.Length is >= Fewest and <= Most ? digits : null;
    }

    /// <summary>Whether a text is written as telephone numbers are and documents are not: with its zero or plus, ten digits or more.</summary>
    public static bool IsPhoneOnly(string text) =>
        text.Length > 0 && text[0] is '0' or '+' or '(' && Of(text) is { } digits
        && digits.Length - (digits.StartsWith(Abroad, StringComparison.Ordinal) ? Abroad.Length : 0) >= Whole;
}
