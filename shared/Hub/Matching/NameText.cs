using System.Text;

namespace Hub.Matching;

/// <summary>
/// Brings names to a form that can be compared: lower case, Latin letters without marks, no punctuation, one space
/// between words. Done by table, so that every machine gives the same.
/// </summary>
public static class NameText
{
    private const string Marked = "àáâãäåāăąçćĉċčďđðèéêëēĕėęěĝğġģĥħìíîïĩīĭįıĵķĺļľŀłñńņňŋòóôõöøōŏőŕŗřśŝşšșţťŧțùúûüũūŭůűųŵýÿŷźżž";
    private const string Plain = "aaaaaaaaacccccdddeeeeeeeeegggghhiiiiiiiiijklllllnnnnnooooooooorrrsssssttttuuuuuuuuuuwyyyzzz";

    public static string Normalise(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        var result = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            Append(result, char.ToLowerInvariant(c));
        }

        return result.ToString().Trim();
    }

    private static void Append(StringBuilder result, char c)
    {
        var marked = c < 0x80 ? -1 : Marked.IndexOf(c, StringComparison.Ordinal);
        if (marked >= 0)
        {
            result.Append(Plain[marked]);
        }
        else if (char.IsLetterOrDigit(c))
        {
            _ = c switch
            {
                'ß' => result.Append("ss"),
                'æ' => result.Append("ae"),
                'œ' => result.Append("oe"),
                'þ' => result.Append("th"),
                _ => result.Append(c),
            };
        }
        else if (c is ' ' or '-' && result.Length > 0 && result[^1] != ' ')
        {
            result.Append(' ');
        }

        // Apostrophes, full stops and combining marks go without a trace: O'Brien is obrien.
    }
}
