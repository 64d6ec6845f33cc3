using System.Collections.Immutable;

namespace Hub.Functions.Tests.Infra.Bicep;

/// <summary>Operators, strings, words and the room between them.</summary>
public sealed partial class BicepParser
{
    private static readonly string[][] Levels = [["??"], ["||"], ["&&"], ["==", "!=", "=~", "!~"], ["<=", ">=", "<", ">"], ["+", "-"], ["*", "/", "%"]];

    private BicepExpression Expression()
    {
        var first = Binary(0);
        if (!After('?'))
        {
            return first;
        }

        var yes = Expression();
        Expect(':');
        return new BicepOperation("?:", [first, yes, Expression()]);
    }

    private BicepExpression Binary(int level)
    {
        if (level == Levels.Length)
        {
            return Unary();
        }

        var left = Binary(level + 1);
        while (true)
        {
            Skip();
            if (Levels[level].FirstOrDefault(o => text.AsSpan(at).StartsWith(o, StringComparison.Ordinal)) is not { } found)
            {
                return left;
            }

            at += found.Length;
            left = new BicepOperation(found, [left, Binary(level + 1)]);
        }
    }

    private BicepExpression Unary() => After('!') ? new BicepOperation("!", [Unary()]) : After('-') ? new BicepOperation("-", [Unary()]) : Reached();

    private BicepExpression Reached()
    {
        var expression = Primary();
        while (true)
        {
            // The ! that says "this is there" stands before a dot; every other is an operator.
            if (Now == '!' && at + 1 < text.Length && text[at + 1] == '.')
            {
                at++;
            }

            if (Now == '.' || (Now == ':' && at + 1 < text.Length && text[at + 1] == ':'))
            {
                at += Now == '.' ? 1 : 2;
                expression = new BicepAccess(expression, Word());
            }
            else if (Now == '[')
            {
                at++;
                expression = new BicepIndex(expression, Within());
                Expect(']');
            }
            else
            {
                return expression;
            }
        }
    }

    private BicepExpression Primary()
    {
        Skip();
        switch (Now)
        {
            case '\'':
                return Text();
            case '{':
                return Object();
            case '[':
                return Array();
            case '(':
                at++;
                var inside = Within();
                Expect(')');
                return inside;
            case var digit when char.IsAsciiDigit(digit):
                return Number();
        }

        var line = Line;
        var word = Word();
        if (Now == '(')
        {
            return new BicepCall(word, Arguments(), line);
        }

        Skip();
        if (text.AsSpan(at).StartsWith("=>", StringComparison.Ordinal))
        {
            at += 2;
            return new BicepLambda(word, Expression());
        }

        return word switch
        {
            "true" => new BicepLiteral(true),
            "false" => new BicepLiteral(false),
            "null" => new BicepLiteral(null),
            _ => new BicepName(word, line),
        };
    }

    private BicepText Text()
    {
        Expect('\'');
        var plain = new System.Text.StringBuilder();
        var holes = ImmutableArray.CreateBuilder<BicepExpression>();
        for (; Now != '\''; at++)
        {
            switch (Now)
            {
                case '\0' or '\n':
                    throw Problem("the string does not end on its line");
                case '\\':
                    at++;
                    plain.Append(Now switch { '\\' or '\'' or '$' => Now, 'n' => '\n', 't' => '\t', 'r' => '\r', _ => throw Problem($"\\{Now} means nothing in a string") });
                    break;
                case '$' when at + 1 < text.Length && text[at + 1] == '{':
                    at += 2;
                    holes.Add(Expression());
                    Skip();
                    if (Now != '}')
                    {
                        throw Problem("${ is not closed");
                    }

                    break;
                default:
                    plain.Append(Now);
                    break;
            }
        }

        at++;
        return new(holes.Count == 0 ? plain.ToString() : null, holes.ToImmutable());
    }

    private string Word()
    {
        Skip();
        var start = at;
        while (char.IsAsciiLetterOrDigit(Now) || Now == '_')
        {
            at++;
        }

        return at > start && !char.IsAsciiDigit(text[start]) ? text[start..at] : throw Problem("here a name was expected");
    }

    private bool AfterWord(string word)
    {
        Skip();
        var end = at + word.Length;
        if (!text.AsSpan(at).StartsWith(word, StringComparison.Ordinal) || (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '_')))
        {
            return false;
        }

        at = end;
        return true;
    }

    private bool After(char wanted)
    {
        Skip();
        if (Now != wanted || (wanted == '?' && at + 1 < text.Length && text[at + 1] == '?'))
        {
            return false;
        }

        at++;
        return true;
    }

    private void Expect(char wanted)
    {
        if (!After(wanted))
        {
            throw Problem($"here {wanted} was expected");
        }
    }

    private void Separate(char end)
    {
        Skip();
        if (Now is not (',' or '\n') && Now != end)
        {
            throw Problem($"here the line, a comma or {end} was expected");
        }

        if (Now == ',')
        {
            at++;
        }

        SkipLines();
    }

    private void EndOfLine()
    {
        Skip();
        if (Now is not ('\n' or '\0'))
        {
            throw Problem("the statement goes on where it should end");
        }
    }

    private void Skip()
    {
        while (true)
        {
            if (Now is ' ' or '\t' or '\r')
            {
                at++;
            }
            else if (text.AsSpan(at).StartsWith("//", StringComparison.Ordinal))
            {
                at = text.IndexOf('\n', at) is var end and >= 0 ? end : text.Length;
            }
            else
            {
                return;
            }
        }
    }

    private void SkipLines()
    {
        for (Skip(); Now == '\n'; Skip())
        {
            at++;
        }
    }

    private BicepException Problem(string words) => new(Path.GetFileName(file), Line, words);
}
