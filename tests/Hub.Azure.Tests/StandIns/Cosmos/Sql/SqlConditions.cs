using System.Collections.Immutable;
using System.Text.Json;

namespace Hub.Azure.Tests.StandIns.Cosmos.Sql;

/// <summary>True, false, or null for undefined: anything that is no Boolean is undefined to AND, OR and NOT.</summary>
internal abstract record SqlCondition : SqlExpression
{
    public sealed override JsonElement Of(JsonElement[] row) => SqlValue.Of(Holds(row));

    public abstract bool? Holds(JsonElement[] row);

    protected static bool? Of(SqlExpression expression, JsonElement[] row) => expression is SqlCondition condition ? condition.Holds(row)
        : expression.Of(row).ValueKind switch { JsonValueKind.True => true, JsonValueKind.False => false, _ => null };
}

internal sealed record SqlAnd(ImmutableArray<SqlExpression> Terms) : SqlCondition
{
    public override IEnumerable<SqlExpression> Parts => Terms;

    public override bool? Holds(JsonElement[] row)
    {
        bool? all = true;
        foreach (var term in Terms)
        {
            var one = Of(term, row);
            if (one == false) return false;
            all &= one;
        }
        return all;
    }
}

internal sealed record SqlOr(ImmutableArray<SqlExpression> Terms) : SqlCondition
{
    public override IEnumerable<SqlExpression> Parts => Terms;

    public override bool? Holds(JsonElement[] row)
    {
        bool? any = false;
        foreach (var term in Terms)
        {
            var one = Of(term, row);
            if (one == true) return true;
            any |= one;
        }
        return any;
    }
}

internal sealed record SqlNot(SqlExpression Term) : SqlCondition
{
    public override IEnumerable<SqlExpression> Parts => [Term];

    public override bool? Holds(JsonElement[] row) => !Of(Term, row);
}

internal sealed record SqlComparison(string Sign, SqlExpression Left, SqlExpression Right) : SqlCondition
{
    public override IEnumerable<SqlExpression> Parts => [Left, Right];

    public override bool? Holds(JsonElement[] row)
    {
        JsonElement left = Left.Of(row), right = Right.Of(row);
        return Sign switch
        {
            "=" => SqlValue.AreEqual(left, right),
            "!=" or "<>" => !SqlValue.AreEqual(left, right),
            "<" => SqlValue.CompareSameType(left, right) is { } order ? order < 0 : null,
            "<=" => SqlValue.CompareSameType(left, right) is { } order ? order <= 0 : null,
            ">" => SqlValue.CompareSameType(left, right) is { } order ? order > 0 : null,
            _ => SqlValue.CompareSameType(left, right) is { } order ? order >= 0 : null,
        };
    }
}

internal sealed record SqlIn(SqlExpression Value, ImmutableArray<SqlExpression> Among) : SqlCondition
{
    public override IEnumerable<SqlExpression> Parts => Among.Prepend(Value);

    public override bool? Holds(JsonElement[] row)
    {
        var value = Value.Of(row);
        if (!SqlValue.IsDefined(value)) return null;
        bool? found = false;
        foreach (var one in Among)
        {
            var equal = SqlValue.AreEqual(value, one.Of(row));
            if (equal == true) return true;
            found |= equal;
        }
        return found;
    }
}

internal sealed record SqlBetween(SqlExpression Value, SqlExpression From, SqlExpression To) : SqlCondition
{
    public override IEnumerable<SqlExpression> Parts => [Value, From, To];

    public override bool? Holds(JsonElement[] row)
    {
        var value = Value.Of(row);
        bool? low = SqlValue.CompareSameType(value, From.Of(row)) is { } from ? from >= 0 : null;
        return low & (SqlValue.CompareSameType(value, To.Of(row)) is { } to ? to <= 0 : null);
    }
}
