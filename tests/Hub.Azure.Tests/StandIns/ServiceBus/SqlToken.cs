using System.Text;

namespace Hub.Azure.Tests.StandIns.ServiceBus;

/// <summary>A word of a SQL filter: keywords and marks as they are, names and literals unescaped.</summary>
internal readonly record struct SqlToken(SqlTokenKind Kind, string Text)
{
    private static readonly string[] Keywords = ["AND", "OR", "NOT", "IS", "NULL", "IN", "EXISTS"];

    // Service Bus knows these; whoever needs them writes them here first.
    private static readonly string[] Unknown = ["LIKE", "ESCAPE", "TRUE", "FALSE"];

    public bool Is(string mark) => Kind == SqlTokenKind.Mark && Text == mark;

    /// <exception cref="FormatException">Something this small parser does not know.</exception>
    public static IEnumerable<SqlToken> Read(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            var c = text[at];
            if (char.IsWhiteSpace(c))
            {
                at++;
            }
            else if (c is '(' or ')' or ',' or '=' or '.')
            {
                at++;
                yield return new(SqlTokenKind.Mark, c.ToString());
            }
            else if (c == '<' && at + 1 < text.Length && text[at + 1] == '>')
            {
                at += 2;
                yield return new(SqlTokenKind.Mark, "<>");
            }
            else if (c is '\'' or '[')
            {
                yield return new(c == '[' ? SqlTokenKind.Name : SqlTokenKind.Literal, Delimited(text, ref at, c == '[' ? ']' : c));
            }
            else if (char.IsAsciiLetter(c))
            {
                yield return Word(text, ref at);
            }
            else
            {
                throw new FormatException($"'{c}' at {at} of the filter is not understood: {text}");
            }
        }
    }

    private static SqlToken Word(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && (char.IsAsciiLetterOrDigit(text[at]) || text[at] == '_'))
        {
            at++;
        }

        var word = text[start..at];
        var upper = word.ToUpperInvariant();
        return Unknown.Contains(upper) ? throw new FormatException($"{upper} is not understood: {text}")
            : Keywords.Contains(upper) ? new(SqlTokenKind.Mark, upper)
            : new(SqlTokenKind.Name, word);
    }

    private static string Delimited(string text, ref int at, char end)
    {
        var content = new StringBuilder();
        for (at++; at < text.Length; at++)
        {
            if (text[at] != end)
            {
                content.Append(text[at]);
            }
            else if (at + 1 < text.Length && text[at + 1] == end)
            {
                content.Append(text[at++]);
            }
            else
            {
                at++;
                return content.ToString();
            }
        }

        throw new FormatException($"A {end} is missing at the end of the filter: {text}");
    }
}

internal enum SqlTokenKind
{
    Mark,
    Name,
    Literal,
}
