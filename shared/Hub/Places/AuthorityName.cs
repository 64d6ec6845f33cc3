using System.Text;

namespace Hub.Places;

/// <summary>Makes the many ways to write an authority's name one.</summary>
internal static class AuthorityName
{
    /// <summary>Longest name looked at.</summary>
    private const int MaxLength = 200;

    private static readonly string[] StylesBefore =
    [
        "the ", "london borough of ", "royal borough of ", "metropolitan borough of ", "county borough of ", "borough of ",
        "city and county of ", "city of ", "county of ", "council of ", "lb of ", "lb ", "rb of ", "rb ", "yot ", "yjs ",
    ];

    private static readonly string[] StylesAfter =
    [
        " council", " borough", " london", " city", " county", " district", " metropolitan", " corporation",
        " lb", " mbc", " cbc", " bc", " yot", " yjs",
    ];

    /// <summary>Lower case, <c>and</c> for the ampersand, no apostrophes or points, one space for any other punctuation.</summary>
    internal static string Normalise(string name)
    {
        var text = new StringBuilder(name.Length + 4);
        foreach (var c in name.Replace("&", " and ", StringComparison.Ordinal))
        {
            if (char.IsLetterOrDigit(c))
            {
                text.Append(char.ToLowerInvariant(c));
            }
            else if (c is not ('\'' or '’' or '.') && text.Length > 0 && text[^1] != ' ')
            {
                text.Append(' ');
            }
        }

        return text.ToString().TrimEnd();
    }

    /// <summary>
    /// The name as written, then with its styles taken off one by one. As written comes first, so that the City of
    /// London keeps its own; a bare <c>London</c> is nobody's name.
    /// </summary>
    internal static IEnumerable<string> Readings(string? name) => string.IsNullOrWhiteSpace(name) || name.Length > MaxLength
        ? []
        : Stripped(Normalise(name), StylesAfter, (text, style) => text.EndsWith(style, StringComparison.Ordinal) ? text[..^style.Length] : null)
            .SelectMany(text => Stripped(text, StylesBefore, (text, style) => text.StartsWith(style, StringComparison.Ordinal) ? text[style.Length..] : null));

    private static IEnumerable<string> Stripped(string text, string[] styles, Func<string, string, string?> strip)
    {
        for (var reading = text; reading is not null; reading = styles.Select(style => strip(reading, style)).FirstOrDefault(s => s is not null))
        {
            yield return reading;
        }
    }
}
