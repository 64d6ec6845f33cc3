using System.Collections.Immutable;
using System.Text.Json;
using Hub.Azure.Tests.StandIns.Cosmos.Wire;

namespace Hub.Azure.Tests.StandIns.Cosmos.Sql;

/// <summary>Reads the clauses of a query. The select list is read last: its names are known only after FROM.</summary>
internal sealed class SqlQueryParser(SqlTokens tokens, IReadOnlyDictionary<string, JsonElement> parameters)
{
    private readonly List<string> _sources = [];
    private readonly List<SqlPath> _joins = [];

    public SqlQuery Parse()
    {
        tokens.Word("SELECT");
        var distinct = tokens.TakesWord("DISTINCT");
        int? top = tokens.TakesWord("TOP") ? Count() : null;
        var select = ReadSelect();
        From();
        var expressions = new SqlExpressionParser(tokens, _sources, parameters);
        var where = tokens.TakesWord("WHERE") ? expressions.Parse() : null;
        var order = OrderBy(expressions);
        int? offset = null, limit = null;
        if (tokens.TakesWord("OFFSET"))
        {
            offset = Count();
            tokens.Word("LIMIT");
            limit = Count();
        }
        if (tokens.Next.Kind != SqlTokenKind.End) throw tokens.Wrong();
        var query = new SqlQuery
        {
            Select = Resolve(select),
            Distinct = distinct,
            Top = top,
            Joins = [.. _joins],
            Where = where,
            OrderBy = order,
            Offset = offset,
            Limit = limit,
        };
        if (query.Top is not null && query.Limit is not null) throw Refusal.Bad("TOP and OFFSET LIMIT cannot be used together.");
        if (!query.Select.Aggregates.IsEmpty && (query.Distinct || query.Top is not null || query.Limit is not null || !query.OrderBy.IsEmpty))
            throw Refusal.Unknown("an aggregate with DISTINCT, TOP, ORDER BY or OFFSET");
        return query;
    }

    // Text of the select list, kept as tokens until the sources are known.
    private List<SqlToken> ReadSelect()
    {
        List<SqlToken> list = [];
        var depth = 0;
        while (tokens.Next.Kind != SqlTokenKind.End && !(depth == 0 && tokens.IsWord("FROM")))
        {
            var token = tokens.Take();
            if (token is { Kind: SqlTokenKind.Symbol, Text: "(" or "{" or "[" }) depth++;
            if (token is { Kind: SqlTokenKind.Symbol, Text: ")" or "}" or "]" }) depth--;
            list.Add(token);
        }
        list.Add(tokens.Next);
        return list;
    }

    private SqlSelect Resolve(List<SqlToken> list)
    {
        var own = new SqlTokens(list);
        var expressions = new SqlExpressionParser(own, _sources, parameters);
        if (own.TakesSymbol("*"))
        {
            if (!IsOver(own)) throw own.Wrong();
            return _joins.Count == 0 ? new SqlSelect() : throw Refusal.Bad("'SELECT *' is only valid with a single input set.");
        }
        var isValue = own.TakesWord("VALUE");
        List<(string Name, SqlExpression Value)> values = [];
        List<SqlAggregate> aggregates = [];
        do
        {
            var unnamed = $"${values.Count + aggregates.Count + 1}";
            var function = own.IsName && SqlAggregate.Knows(own.Next.Text) && own.AfterNext is { Kind: SqlTokenKind.Symbol, Text: "(" } ? own.Take().Text.ToUpperInvariant() : null;
            if (function is not null) own.Symbol("(");
            var value = expressions.Parse();
            if (function is not null) own.Symbol(")");
            var name = !isValue && own.TakesWord("AS") ? own.Name() : value is SqlPath { Steps: [.., { Name: { } last }] } && function is null ? last
                : value is SqlPath path && function is null && path.Steps.IsEmpty ? _sources[path.Source] : unnamed;
            if (function is null) values.Add((name, value));
            else aggregates.Add(new SqlAggregate(function, value, name));
        }
        while (!isValue && own.TakesSymbol(","));
        if (!IsOver(own)) throw own.Wrong();
        if (aggregates.Count > 0 && values.Count > 0) throw Refusal.Unknown("an aggregate beside other values");
        if (values.Select(value => value.Name).Distinct().Count() < values.Count) throw Refusal.Bad("A property name is selected twice; use AS.");
        return aggregates.Count > 0 ? new SqlSelect { Aggregates = [.. aggregates], AggregatesNamed = !isValue }
            : new SqlSelect { Value = isValue ? values[0].Value : new SqlObject([.. values]) };
    }

    private static bool IsOver(SqlTokens own) => own.Next.Kind == SqlTokenKind.End || own.IsWord("FROM");

    private void From()
    {
        tokens.Word("FROM");
        var alias = tokens.Name();
        if (tokens.TakesWord("AS") || tokens.IsName) alias = tokens.Name();
        _sources.Add(alias);
        while (tokens.TakesWord("JOIN"))
        {
            var name = tokens.Name();
            tokens.Word("IN");
            var path = new SqlExpressionParser(tokens, _sources, parameters).Path();
            if (_sources.Contains(name)) throw Refusal.Bad($"The alias '{name}' is used twice.");
            _joins.Add(path);
            _sources.Add(name);
        }
    }

    private ImmutableArray<(SqlPath, bool)> OrderBy(SqlExpressionParser expressions)
    {
        if (!tokens.TakesWord("ORDER")) return [];
        tokens.Word("BY");
        var order = ImmutableArray.CreateBuilder<(SqlPath, bool)>();
        do
        {
            var path = expressions.Path();
            if (path.Source != 0 || path.Steps.IsEmpty) throw Refusal.Bad("ORDER BY takes paths of the document only.");
            var descending = tokens.TakesWord("DESC");
            if (!descending) tokens.TakesWord("ASC");
            order.Add((path, descending));
        }
        while (tokens.TakesSymbol(","));
        return order.ToImmutable();
    }

    private int Count()
    {
        var token = tokens.Take();
        var number = token.Kind == SqlTokenKind.Number ? token.Number
            : token.Kind == SqlTokenKind.Parameter && parameters.TryGetValue(token.Text, out var value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : -1;
        return number >= 0 && number <= int.MaxValue && number == Math.Floor(number) ? (int)number : throw Refusal.Bad($"A whole number is needed, not '{token.Text}'.");
    }
}
