using System.Collections.Immutable;
using System.Text.Json;

namespace Hub.Azure.Tests.StandIns.Cosmos.Sql;

/// <summary>The ids a filter can be true for, where it names them, so that reading many items need not look at all.</summary>
internal static class SqlIds
{
    /// <summary>Null: any id.</summary>
    public static IReadOnlySet<string>? Of(SqlExpression filter) => Find(filter);

    private static ImmutableHashSet<string>? Find(SqlExpression filter) => filter switch
    {
        SqlComparison { Sign: "=" } equal when IsId(equal.Left) => Texts([equal.Right]),
        SqlComparison { Sign: "=" } equal when IsId(equal.Right) => Texts([equal.Left]),
        SqlIn among when IsId(among.Value) => Texts(among.Among),
        SqlAnd and => and.Terms.Select(Find).FirstOrDefault(ids => ids is not null),
        SqlOr or => or.Terms.Select(Find).ToList() is var sets && sets.All(ids => ids is not null) ? [.. sets.SelectMany(ids => ids!)] : null,
        _ => null,
    };

    private static bool IsId(SqlExpression expression) => expression is SqlPath { Source: 0, Steps: [{ Name: "id" }] };

    private static ImmutableHashSet<string>? Texts(ImmutableArray<SqlExpression> values) => values.All(value => value is SqlLiteral)
        ? [.. values.Cast<SqlLiteral>().Where(literal => literal.Value.ValueKind == JsonValueKind.String).Select(literal => literal.Value.GetString()!)]
        : null;
}
