using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Hub.Azure.Tests.StandIns.Cosmos.Store;
using Hub.Azure.Tests.StandIns.Cosmos.Wire;

namespace Hub.Azure.Tests.StandIns.Cosmos.Sql;

/// <summary>One page of a query's results. The continuation names the last row given, so that writers between two pages neither hide nor double an item they did not touch.</summary>
/// <param name="Read">The items the results came from.</param>
/// <param name="Passed">The items that were gone through for them when no index helped.</param>
internal sealed record QueryPage(ImmutableArray<JsonElement> Results, ImmutableArray<Item> Read, ImmutableArray<Item> Passed, string? Continuation)
{
    private const int MaxBytes = 4 * 1024 * 1024;

    public static QueryPage Run(SqlQuery query, ImmutableArray<Item> items, int atMost, string? continuation)
    {
        var rows = items.SelectMany(item => query.RowsOf(item.Root).Select((row, index) => new Row(item, index, row, Keys(query, row))));
        if (!query.Select.Aggregates.IsEmpty) return Aggregate(query, rows.ToList(), items);
        if (!query.OrderBy.IsEmpty) rows = rows.Order(Comparer<Row>.Create((left, right) => Compare(query, left.Keys, left.Item.Number, left.Index, right)));
        var from = continuation is null ? null : Position.Read(continuation);
        if (from is not null) rows = rows.Where(row => Compare(query, from.Keys, from.Number, from.Index, row) < 0);
        var skip = from is null ? query.Offset ?? 0 : 0;
        var most = (query.Top ?? query.Limit ?? int.MaxValue) - (from?.Given ?? 0);
        if (query.Distinct) return Distinct(query, rows.ToList(), skip, most, items);
        List<JsonElement> results = [];
        List<Item> read = [];
        int given = 0, bytes = 0;
        Row? last = null;
        QueryPage Page(bool more) => new([.. results], [.. read],
            query.OrderBy.IsEmpty ? [.. items.Where(item => item.Number > from?.Number || from is null).Where(item => !more || item.Number <= last!.Item.Number)] : items,
            more ? new Position(last!.Item.Number, last.Index, last.Keys, (from?.Given ?? 0) + given).Write() : null);
        foreach (var row in rows)
        {
            if (skip > 0)
            {
                skip--;
                read.Add(row.Item);
                continue;
            }
            if (given == most) break;
            if (last is not null && (results.Count >= atMost || bytes + row.Item.Size > MaxBytes)) return Page(more: true);
            var value = Select(query, row);
            if (read.Count == 0 || read[^1] != row.Item) read.Add(row.Item);
            if (SqlValue.IsDefined(value)) results.Add(value);
            bytes += row.Item.Size;
            given++;
            last = row;
        }
        return Page(more: false);
    }

    private static QueryPage Aggregate(SqlQuery query, List<Row> rows, ImmutableArray<Item> items)
    {
        var values = query.Select.Aggregates.Select(aggregate => (aggregate.Name, (SqlExpression)new SqlLiteral(aggregate.Over(rows.Select(row => row.Values))))).ToImmutableArray();
        var result = query.Select.AggregatesNamed ? new SqlObject(values).Of([]) : values[0].Item2.Of([]);
        return new QueryPage(SqlValue.IsDefined(result) ? [result] : [], [.. rows.Select(row => row.Item).Distinct()], items, null);
    }

    // All on one page: what was given before cannot be told from a continuation.
    private static QueryPage Distinct(SqlQuery query, List<Row> rows, int skip, int most, ImmutableArray<Item> items)
    {
        List<JsonElement> results = [];
        HashSet<string> seen = [];
        foreach (var value in rows.Select(row => Select(query, row)).Where(SqlValue.IsDefined))
            if (seen.Add(Canonical(value)))
                results.Add(value);
        return new QueryPage([.. results.Skip(skip).Take(most)], [.. rows.Select(row => row.Item).Distinct()], items, null);
    }

    private static string Canonical(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => JsonSerializer.Serialize(value.GetDouble()),
        JsonValueKind.String => JsonSerializer.Serialize(value.GetString()),
        JsonValueKind.Array => $"[{string.Join(',', value.EnumerateArray().Select(Canonical))}]",
        JsonValueKind.Object => $"{{{string.Join(',', value.EnumerateObject().OrderBy(property => property.Name, StringComparer.Ordinal).Select(property => $"{JsonSerializer.Serialize(property.Name)}:{Canonical(property.Value)}"))}}}",
        _ => value.GetRawText(),
    };

    private static JsonElement Select(SqlQuery query, Row row) => query.Select.Value is { } value ? value.Of(row.Values) : row.Item.Root;

    private static ImmutableArray<JsonElement> Keys(SqlQuery query, JsonElement[] row) => [.. query.OrderBy.Select(key => key.Path.Of(row))];

    private static int Compare(SqlQuery query, ImmutableArray<JsonElement> keys, long number, int index, Row right)
    {
        for (var at = 0; at < query.OrderBy.Length; at++)
        {
            var order = SqlValue.Order(keys[at], right.Keys[at]);
            if (order != 0) return query.OrderBy[at].Descending ? -order : order;
        }
        return number != right.Item.Number ? number.CompareTo(right.Item.Number) : index.CompareTo(right.Index);
    }

    private sealed record Row(Item Item, int Index, JsonElement[] Values, ImmutableArray<JsonElement> Keys);

    private sealed record Position(long Number, int Index, ImmutableArray<JsonElement> Keys, int Given)
    {
        public string Write() => Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(new
        {
            n = Number,
            i = Index,
            g = Given,
            k = Keys.Select(key => SqlValue.IsDefined(key) ? new[] { key } : []),
        }));

        public static Position Read(string continuation)
        {
            try
            {
                var root = JsonDocument.Parse(Encoding.UTF8.GetString(Convert.FromBase64String(continuation))).RootElement;
                return new Position(root.GetProperty("n").GetInt64(), root.GetProperty("i").GetInt32(),
                    [.. root.GetProperty("k").EnumerateArray().Select(key => key.GetArrayLength() == 0 ? default : key[0])], root.GetProperty("g").GetInt32());
            }
            catch (Exception wrong) when (wrong is FormatException or JsonException or KeyNotFoundException or InvalidOperationException)
            {
                throw Refusal.Bad("Invalid continuation token.");
            }
        }
    }
}
