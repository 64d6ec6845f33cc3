using System.Collections.Immutable;
using Hub.Azure.Tests.StandIns.Cosmos.Store;
using Hub.Azure.Tests.StandIns.Cosmos.Wire;

namespace Hub.Azure.Tests.StandIns.Cosmos.Sql;

/// <summary>What a container's indexing policy says to a query: no ORDER BY without its index, and a filter without one is a scan.</summary>
internal static class QueryIndexUse
{
    public static void CheckOrder(SqlQuery query, IndexingPolicy policy)
    {
        var order = query.OrderBy.Select(key => (Path: IndexPath(key.Path, query.Joins), key.Descending)).ToList();
        if (order.Count == 1 && !policy.Covers(order[0].Path))
            throw Refusal.Bad("The index path corresponding to the specified order-by item is excluded.");
        if (order.Count > 1 && !policy.ServesOrder(order))
            throw Refusal.Bad("The order by query does not have a corresponding composite index that it can be served from.");
    }

    /// <summary>Whether the filter makes the service look at every document: none of the terms that must all hold is served by an index.</summary>
    public static bool Scans(SqlQuery query, IndexingPolicy policy, ImmutableArray<ImmutableArray<string>> keyPaths, bool oneKey) =>
        query.Where is { } where && !Serves(where, query, policy, oneKey ? keyPaths : []);

    private static bool Serves(SqlExpression filter, SqlQuery query, IndexingPolicy policy, ImmutableArray<ImmutableArray<string>> given) => filter switch
    {
        SqlAnd and => and.Terms.Any(term => Serves(term, query, policy, given)),
        SqlOr or => or.Terms.All(term => Serves(term, query, policy, given)),
        SqlFunction { UsesIndex: false } => false,
        SqlLiteral => true,
        _ when filter.All.OfType<SqlFunction>().Any(function => !function.UsesIndex) => false,
        _ => filter.All.OfType<SqlPath>().ToList() is var paths && paths.All(path =>
            policy.Covers(IndexPath(path, query.Joins)) || policy.Covers(IndexPath(path, query.Joins).Add("[]"))
            || given.Any(key => key.SequenceEqual(IndexPath(path, query.Joins)))),
    };

    private static ImmutableArray<string> IndexPath(SqlPath path, ImmutableArray<SqlPath> joins)
    {
        var own = path.Steps.Select(step => step.Name ?? "[]");
        return path.Source == 0 ? [.. own] : [.. IndexPath(joins[path.Source - 1], joins), "[]", .. own];
    }
}
