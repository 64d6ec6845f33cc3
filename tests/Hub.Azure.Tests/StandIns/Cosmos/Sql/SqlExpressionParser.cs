using System.Collections.Immutable;
using System.Text.Json;
using Hub.Azure.Tests.StandIns.Cosmos.Wire;

namespace Hub.Azure.Tests.StandIns.Cosmos.Sql;

/// <summary>Reads expressions: OR, AND, NOT, comparisons, sums, products, then values and paths.</summary>
internal sealed class SqlExpressionParser(SqlTokens tokens, IReadOnlyList<string> sources, IReadOnlyDictionary<string, JsonElement> parameters)
{
    private static readonly string[] Comparisons = ["=", "!=", "<>", "<", "<=", ">", ">="];

    public SqlExpression Parse()
    {
        var first = And();
        if (!tokens.IsWord("OR")) return first;
        var terms = ImmutableArray.CreateBuilder<SqlExpression>();
        terms.Add(first);
        while (tokens.TakesWord("OR")) terms.Add(And());
        return new SqlOr(terms.ToImmutable());
    }

    public SqlPath Path() => Primary() as SqlPath ?? throw Refusal.Unknown("anything but a path here");

    private SqlExpression And()
    {
        var first = Not();
        if (!tokens.IsWord("AND")) return first;
        var terms = ImmutableArray.CreateBuilder<SqlExpression>();
        terms.Add(first);
        while (tokens.TakesWord("AND")) terms.Add(Not());
        return new SqlAnd(terms.ToImmutable());
    }

    private SqlExpression Not() => tokens.TakesWord("NOT") ? new SqlNot(Not()) : Comparison();

    private SqlExpression Comparison()
    {
        var left = Sum();
        if (tokens.Next.Kind == SqlTokenKind.Symbol && Comparisons.Contains(tokens.Next.Text)) return new SqlComparison(tokens.Take().Text, left, Sum());
        if (tokens.IsWord("NOT") && tokens.AfterNext.Kind == SqlTokenKind.Name)
        {
            tokens.Take();
            return new SqlNot(Range(left) ?? throw tokens.Wrong());
        }
        return Range(left) ?? left;
    }

    private SqlCondition? Range(SqlExpression left)
    {
        if (tokens.TakesWord("IN"))
        {
            tokens.Symbol("(");
            return new SqlIn(left, List(")"));
        }
        if (!tokens.TakesWord("BETWEEN")) return null;
        var from = Sum();
        tokens.Word("AND");
        return new SqlBetween(left, from, Sum());
    }

    private SqlExpression Sum()
    {
        var left = Product();
        while (tokens.Next is { Kind: SqlTokenKind.Symbol, Text: "+" or "-" }) left = new SqlArithmetic(tokens.Take().Text, left, Product());
        return left;
    }

    private SqlExpression Product()
    {
        var left = Unary();
        while (tokens.Next is { Kind: SqlTokenKind.Symbol, Text: "*" or "/" or "%" }) left = new SqlArithmetic(tokens.Take().Text, left, Unary());
        return left;
    }

    private SqlExpression Unary() => tokens.TakesSymbol("-") ? new SqlArithmetic("-", new SqlLiteral(SqlValue.Of(0)), Unary()) : Primary();

    private SqlExpression Primary()
    {
        var token = tokens.Next;
        switch (token.Kind)
        {
            case SqlTokenKind.Text:
                tokens.Take();
                return new SqlLiteral(SqlValue.Of(token.Text));
            case SqlTokenKind.Number:
                tokens.Take();
                return new SqlLiteral(SqlValue.Of(token.Number));
            case SqlTokenKind.Parameter:
                tokens.Take();
                return new SqlLiteral(Parameter(token.Text));
            case SqlTokenKind.Symbol when tokens.TakesSymbol("("):
                var inner = tokens.IsWord("SELECT") ? throw Refusal.Unknown("a query within a query") : Parse();
                tokens.Symbol(")");
                return inner;
            case SqlTokenKind.Symbol when tokens.TakesSymbol("["):
                return new SqlArray(List("]"));
            case SqlTokenKind.Symbol when tokens.TakesSymbol("{"):
                return Object();
            case SqlTokenKind.Name:
                return Named();
            default:
                throw tokens.Wrong();
        }
    }

    private SqlExpression Named()
    {
        // Written in small letters only.
        JsonElement? constant = tokens.Next.Text switch { "true" => SqlValue.True, "false" => SqlValue.False, "null" => SqlValue.Null, "undefined" => SqlValue.Undefined, _ => null };
        if (constant is { } value && tokens.Take() is not null) return new SqlLiteral(value);
        var name = tokens.Name();
        if (tokens.TakesSymbol("(")) return SqlFunction.Of(name, List(")"));
        var source = sources.ToList().IndexOf(name);
        return source >= 0 ? new SqlPath(source, Steps()) : throw Refusal.Bad($"Identifier '{name}' could not be resolved.");
    }

    private ImmutableArray<SqlStep> Steps()
    {
        var steps = ImmutableArray.CreateBuilder<SqlStep>();
        while (true)
        {
            if (tokens.TakesSymbol(".")) steps.Add(new SqlStep(tokens.Name(), 0));
            else if (tokens.TakesSymbol("["))
            {
                var value = Primary() is SqlLiteral literal ? literal.Value : throw Refusal.Unknown("a step that is no constant");
                steps.Add(value.ValueKind switch
                {
                    JsonValueKind.String => new SqlStep(value.GetString(), 0),
                    JsonValueKind.Number when value.GetDouble() is >= 0 and <= int.MaxValue and var index && index == Math.Floor(index) => new SqlStep(null, (int)index),
                    _ => throw Refusal.Unknown("a step that is neither a name nor a number"),
                });
                tokens.Symbol("]");
            }
            else return steps.ToImmutable();
        }
    }

    private ImmutableArray<SqlExpression> List(string end)
    {
        var list = ImmutableArray.CreateBuilder<SqlExpression>();
        if (tokens.TakesSymbol(end)) return [];
        do list.Add(Parse());
        while (tokens.TakesSymbol(","));
        tokens.Symbol(end);
        return list.ToImmutable();
    }

    private SqlObject Object()
    {
        var properties = ImmutableArray.CreateBuilder<(string, SqlExpression)>();
        if (tokens.TakesSymbol("}")) return new SqlObject([]);
        do
        {
            var name = tokens.Next.Kind == SqlTokenKind.Text ? tokens.Take().Text : tokens.Name();
            tokens.Symbol(":");
            properties.Add((name, Parse()));
        }
        while (tokens.TakesSymbol(","));
        tokens.Symbol("}");
        return new SqlObject(properties.ToImmutable());
    }

    private JsonElement Parameter(string name) => parameters.TryGetValue(name, out var value) ? value : throw Refusal.Bad($"The parameter '{name}' was given no value.");
}
