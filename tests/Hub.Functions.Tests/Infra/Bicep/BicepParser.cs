using System.Collections.Immutable;
using System.Globalization;

namespace Hub.Functions.Tests.Infra.Bicep;

/// <summary>Reads the statements of a Bicep or parameter file. Stops at what it does not know: a typo, mostly.</summary>
public sealed partial class BicepParser(string file, string text)
{
    private int at;

    public static ImmutableArray<BicepDeclaration> Read(string path) => new BicepParser(path, File.ReadAllText(path)).Statements();

    private int Line => text.AsSpan(0, Math.Min(at, text.Length)).Count('\n') + 1;

    private char Now => at < text.Length ? text[at] : '\0';

    public ImmutableArray<BicepDeclaration> Statements()
    {
        var statements = ImmutableArray.CreateBuilder<BicepDeclaration>();
        for (SkipLines(); at < text.Length; SkipLines())
        {
            while (Now == '@')
            {
                at++;
                Word();
                _ = Arguments();
                SkipLines();
            }

            statements.Add(Statement());
            EndOfLine();
        }

        return statements.ToImmutable();
    }

    private BicepDeclaration Statement()
    {
        var line = Line;
        var keyword = Word();
        switch (keyword)
        {
            case "targetScope":
                Expect('=');
                return new(keyword, "", "", false, Expression(), line);
            case "using":
                return new(keyword, "", PlainText(), false, null, line);
            case "var":
                return new(keyword, Word(), "", false, Assigned(), line);
            case "param":
                var name = Word();
                Skip();
                return char.IsLetter(Now)
                    ? new(keyword, name, Word(), false, After('=') ? Expression() : null, line)
                    : new(keyword, name, "", false, Assigned(), line);
            case "output":
                return new(keyword, Word(), Word(), false, Assigned(), line);
            case "resource" or "module":
                return Deployed(keyword, line);
            default:
                throw Problem($"no statement begins with {keyword}");
        }
    }

    private BicepDeclaration Deployed(string keyword, int line)
    {
        var name = Word();
        var type = PlainText();
        var existing = AfterWord("existing");
        Expect('=');
        return new(keyword, name, type, existing, Body(), line);
    }

    private BicepExpression Body()
    {
        Skip();
        if (Now == '[')
        {
            return Expression();
        }

        return Conditional() ?? (BicepExpression)Object();
    }

    private BicepConditional? Conditional()
    {
        if (!AfterWord("if"))
        {
            return null;
        }

        Expect('(');
        var condition = Within();
        Expect(')');
        return new BicepConditional(condition, Object());
    }

    private BicepExpression Assigned()
    {
        Expect('=');
        return Expression();
    }

    private BicepObject Object()
    {
        Expect('{');
        var members = ImmutableArray.CreateBuilder<BicepMember>();
        var nested = ImmutableArray.CreateBuilder<BicepDeclaration>();
        for (SkipLines(); Now != '}'; Separate('}'))
        {
            if (Now == '\'')
            {
                members.Add(Member(Text()));
                continue;
            }

            var (start, line, word) = (at, Line, Word());
            Skip();
            if (word == "resource" && Now != ':')
            {
                nested.Add(Deployed(word, line));
            }
            else if (Now == ':')
            {
                members.Add(Member(new BicepText(word, [])));
            }
            else
            {
                at = start;
                throw Problem($"after {word} comes no colon");
            }
        }

        at++;
        if (members.Where(m => m.Key.Plain is not null).GroupBy(m => m.Key.Plain).FirstOrDefault(g => g.Count() > 1) is { } twice)
        {
            throw Problem($"{twice.Key} is there twice");
        }

        return new(members.ToImmutable(), nested.ToImmutable());
    }

    private BicepMember Member(BicepText key)
    {
        Expect(':');
        return new(key, Expression());
    }

    private BicepExpression Array()
    {
        Expect('[');
        SkipLines();
        if (AfterWord("for"))
        {
            Skip();
            string item;
            string? index = null;
            if (After('('))
            {
                item = Word();
                Expect(',');
                index = Word();
                Expect(')');
            }
            else
            {
                item = Word();
            }

            if (!AfterWord("in"))
            {
                throw Problem("a loop without in");
            }

            var collection = Expression();
            Expect(':');
            var loop = new BicepLoop(item, index, collection, Conditional() ?? Expression());
            SkipLines();
            Expect(']');
            return loop;
        }

        var items = ImmutableArray.CreateBuilder<BicepExpression>();
        for (; Now != ']'; Separate(']'))
        {
            items.Add(Expression());
        }

        at++;
        return new BicepArray(items.ToImmutable());
    }

    private ImmutableArray<BicepExpression> Arguments()
    {
        Expect('(');
        var arguments = ImmutableArray.CreateBuilder<BicepExpression>();
        for (SkipLines(); Now != ')';)
        {
            arguments.Add(Within());
            if (!After(','))
            {
                SkipLines();
                break;
            }

            SkipLines();
        }

        Expect(')');
        return arguments.ToImmutable();
    }

    private BicepExpression Within()
    {
        SkipLines();
        var inside = Expression();
        SkipLines();
        return inside;
    }

    private string PlainText() => Text().Plain ?? throw Problem("this string must be plain");

    private BicepLiteral Number()
    {
        var start = at;
        while (char.IsAsciiDigit(Now))
        {
            at++;
        }

        return new(long.Parse(text.AsSpan(start, at - start), CultureInfo.InvariantCulture));
    }
}
