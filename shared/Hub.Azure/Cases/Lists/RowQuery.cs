using System.Collections.Immutable;
using Hub.Azure.Cosmos;
using Microsoft.Azure.Cosmos;

namespace Hub.Azure.Cases.Lists;

/// <summary>Which rows are wanted, in the order of their places.</summary>
/// <param name="Letter">Tells this list's tokens from another's.</param>
/// <param name="List">The partition; null: of all.</param>
/// <param name="OpenOnly">Only the part that is still to be done.</param>
internal sealed record RowQuery(char Letter, string? List, bool OpenOnly)
{
    /// <summary>Comes after every sort key with the same beginning: moments, and <see cref="Moments.Never"/>, come before it.</summary>
    public const string AfterAll = Moments.Never + Moments.Never;

    /// <summary>What the sort key of every row wanted begins with.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>What the sort key of every row wanted comes after, after its prefix.</summary>
    public string After { get; init; } = "";

    /// <summary>What the sort key of every row wanted comes before, after its prefix.</summary>
    public string Before { get; init; } = AfterAll;

    /// <summary>Only notices of this kind; null: of all. Their order has an index of its own.</summary>
    public string? Kind { get; init; }

    /// <summary>From the last place to the first.</summary>
    public bool Backwards { get; init; }

    /// <summary>More conditions, each with its parameters: no index serves them.</summary>
    public ImmutableArray<RowCondition> Where { get; init; } = [];

    private string Key => OpenOnly ? "open" : "at";

    /// <summary>The rows, from the first or from where the page before ended.</summary>
    /// <param name="ended">The sort key of that page's last row; null: there is none before.</param>
    public QueryDefinition Rows(string? ended) => Filled(
        $"SELECT * FROM c WHERE {Conditions} ORDER BY {(Kind is null ? "" : "c.content.kind ASC, ")}c.{Key} {(Backwards ? "DESC" : "ASC")}",
        Backwards || ended is null ? Prefix + After : ended,
        Backwards && ended is not null ? ended : Prefix + Before);

    /// <summary>Their ids, in no order.</summary>
    public QueryDefinition Ids(int atMost) => Filled($"SELECT TOP {atMost} c.id FROM c WHERE {Conditions}", Prefix + After, Prefix + Before);

    private string Conditions => string.Join(" AND ", [$"c.{Key} > @after AND c.{Key} < @end", .. Kind is null ? Array.Empty<string>() : ["c.content.kind = @kind"], .. Where.Select(w => w.Sql)]);

    private QueryDefinition Filled(string sql, string after, string end)
    {
        var query = new QueryDefinition(sql).WithParameter("@after", after).WithParameter("@end", end);
        if (Kind is not null)
        {
            query = query.WithParameter("@kind", Kind);
        }

        return Where.SelectMany(w => w.Values).Aggregate(query, (filled, value) => filled.WithParameter(value.Name, value.Value));
    }
}

/// <summary>One condition more on a row <c>c</c>.</summary>
internal sealed record RowCondition(string Sql, params ImmutableArray<(string Name, object Value)> Values);
