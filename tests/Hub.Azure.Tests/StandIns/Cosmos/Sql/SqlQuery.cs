using System.Collections.Immutable;
using System.Text.Json;

namespace Hub.Azure.Tests.StandIns.Cosmos.Sql;

/// <summary>One query, read. Source 0 is the document; each JOIN adds a source that goes through an array.</summary>
internal sealed record SqlQuery
{
    public required SqlSelect Select { get; init; }
    public bool Distinct { get; init; }
    public int? Top { get; init; }
    public ImmutableArray<SqlPath> Joins { get; init; } = [];
    public SqlExpression? Where { get; init; }
    public ImmutableArray<(SqlPath Path, bool Descending)> OrderBy { get; init; } = [];
    public int? Offset { get; init; }
    public int? Limit { get; init; }

    public static SqlQuery Parse(string text, IReadOnlyDictionary<string, JsonElement>? parameters = null) =>
        new SqlQueryParser(new SqlTokens(SqlLexer.Read(text)), parameters ?? ImmutableDictionary<string, JsonElement>.Empty).Parse();

    /// <summary>The rows of one document: itself, times every element of every joined array.</summary>
    public IEnumerable<JsonElement[]> RowsOf(JsonElement document)
    {
        IEnumerable<JsonElement[]> rows = [[document]];
        foreach (var join in Joins)
            rows = rows.SelectMany(row => join.Of(row) is { ValueKind: JsonValueKind.Array } array ? array.EnumerateArray().Select(item => (JsonElement[])[.. row, item]) : []);
        return Where is null ? rows : rows.Where(row => Where.Of(row).ValueKind == JsonValueKind.True);
    }

    /// <summary>Whether the document passes the filter, as the condition of a patch asks.</summary>
    public bool Accepts(JsonElement document) => RowsOf(document).Any();
}

/// <summary>What is selected: everything, one value, or an object; or one aggregate over all rows.</summary>
internal sealed record SqlSelect
{
    /// <summary>Null: the whole document.</summary>
    public SqlExpression? Value { get; init; }

    public ImmutableArray<SqlAggregate> Aggregates { get; init; } = [];

    /// <summary>Whether the aggregates are properties of one object and not the value itself.</summary>
    public bool AggregatesNamed { get; init; }
}

internal sealed record SqlAggregate(string Function, SqlExpression Argument, string Name)
{
    public static bool Knows(string name) => name.ToUpperInvariant() is "COUNT" or "MIN" or "MAX" or "SUM" or "AVG";

    /// <summary>Over all rows. COUNT counts defined values; MIN and MAX are of the first kind of value there is, undefined where there is none; SUM and AVG are undefined if any value is no number.</summary>
    public JsonElement Over(IEnumerable<JsonElement[]> rows)
    {
        var values = rows.Select(Argument.Of).Where(SqlValue.IsDefined).ToList();
        var numbers = values.All(value => value.ValueKind == JsonValueKind.Number);
        return Function switch
        {
            "COUNT" => SqlValue.Of(values.Count),
            "SUM" => numbers ? SqlValue.Of(values.Sum(value => value.GetDouble())) : SqlValue.Undefined,
            "AVG" => numbers && values.Count > 0 ? SqlValue.Of(values.Average(value => value.GetDouble())) : SqlValue.Undefined,
            _ => values.Count == 0 || values.Any(value => value.ValueKind is JsonValueKind.Array or JsonValueKind.Object) ? SqlValue.Undefined
                : values.Aggregate((best, value) => SqlValue.Order(value, best) < 0 == (Function == "MIN") && SqlValue.Order(value, best) != 0 ? value : best),
        };
    }
}
