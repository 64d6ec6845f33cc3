using System.Globalization;
using System.Text;
using Hub.Azure.Tests.StandIns.Cosmos.Wire;

namespace Hub.Azure.Tests.StandIns.Cosmos.Sql;

internal enum SqlTokenKind { Name, Parameter, Text, Number, Symbol, End }

internal sealed record SqlToken(SqlTokenKind Kind, string Text, double Number = 0);

internal static class SqlLexer
{
    private static readonly string[] LongSymbols = ["<=", ">=", "!=", "<>", "??", "||"];

    public static List<SqlToken> Read(string sql)
    {
        List<SqlToken> tokens = [];
        var at = 0;
        while (at < sql.Length)
        {
            var c = sql[at];
            if (char.IsWhiteSpace(c)) at++;
            else if (c is '"' or '\'') tokens.Add(Quoted(sql, ref at));
            else if (char.IsAsciiDigit(c)) tokens.Add(Number(sql, ref at));
            else if (IsNameStart(c)) tokens.Add(new SqlToken(SqlTokenKind.Name, Name(sql, ref at)));
            else if (c == '@' && at + 1 < sql.Length && IsNameStart(sql[at + 1]))
            {
                at++;
                tokens.Add(new SqlToken(SqlTokenKind.Parameter, "@" + Name(sql, ref at)));
            }
            else if (LongSymbols.FirstOrDefault(symbol => string.CompareOrdinal(sql, at, symbol, 0, 2) == 0) is { } symbol)
            {
                tokens.Add(new SqlToken(SqlTokenKind.Symbol, symbol));
                at += 2;
            }
            else
            {
                tokens.Add(new SqlToken(SqlTokenKind.Symbol, c.ToString()));
                at++;
            }
        }
        tokens.Add(new SqlToken(SqlTokenKind.End, "the end of the query"));
        return tokens;
    }

    private static bool IsNameStart(char c) => char.IsAsciiLetter(c) || c == '_';

    private static string Name(string sql, ref int at)
    {
        var start = at;
        while (at < sql.Length && (char.IsAsciiLetterOrDigit(sql[at]) || sql[at] == '_')) at++;
        return sql[start..at];
    }

    private static SqlToken Number(string sql, ref int at)
    {
        var start = at;
        while (at < sql.Length && (char.IsAsciiLetterOrDigit(sql[at]) || sql[at] == '.' || (sql[at] is '+' or '-' && sql[at - 1] is 'e' or 'E'))) at++;
        var text = sql[start..at];
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? new SqlToken(SqlTokenKind.Number, text, value)
            : throw Refusal.Bad($"Syntax error, invalid numeric value token '{text}'.");
    }

    private static SqlToken Quoted(string sql, ref int at)
    {
        var quote = sql[at++];
        var text = new StringBuilder();
        while (at < sql.Length && sql[at] != quote)
        {
            if (sql[at] != '\\')
            {
                text.Append(sql[at++]);
                continue;
            }
            if (at + 1 >= sql.Length) break;
            var escape = sql[at + 1];
            at += 2;
            if (escape == 'u' && at + 4 <= sql.Length && ushort.TryParse(sql.AsSpan(at, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code))
            {
                text.Append((char)code);
                at += 4;
                continue;
            }
            text.Append(escape switch
            {
                'n' => '\n',
                'r' => '\r',
                't' => '\t',
                'b' => '\b',
                'f' => '\f',
                '\\' or '/' or '"' or '\'' => escape,
                _ => throw Refusal.Bad($"Syntax error, invalid escape '\\{escape}'."),
            });
        }
        if (at++ >= sql.Length) throw Refusal.Bad("Syntax error, a string is not closed.");
        return new SqlToken(SqlTokenKind.Text, text.ToString());
    }
}
