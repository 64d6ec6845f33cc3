using System.Collections.Immutable;
using System.Text.Json;
using Hub.Azure.Tests.StandIns.Cosmos.Wire;

namespace Hub.Azure.Tests.StandIns.Cosmos.Sql;

/// <summary>An expression over one row: the document first, then one value for each JOIN.</summary>
internal abstract record SqlExpression
{
    public abstract JsonElement Of(JsonElement[] row);

    public virtual IEnumerable<SqlExpression> Parts => [];

    public IEnumerable<SqlExpression> All => Parts.SelectMany(part => part.All).Prepend(this);
}

internal sealed record SqlLiteral(JsonElement Value) : SqlExpression
{
    public override JsonElement Of(JsonElement[] row) => Value;
}

/// <summary>A property below a source; a number steps into an array.</summary>
internal sealed record SqlPath(int Source, ImmutableArray<SqlStep> Steps) : SqlExpression
{
    public override JsonElement Of(JsonElement[] row)
    {
        var value = row[Source];
        foreach (var step in Steps) value = step.Into(value);
        return value;
    }
}

internal readonly record struct SqlStep(string? Name, int Index)
{
    public JsonElement Into(JsonElement value) => Name is not null
        ? value.ValueKind == JsonValueKind.Object && value.TryGetProperty(Name, out var property) ? property : SqlValue.Undefined
        : value.ValueKind == JsonValueKind.Array && Index < value.GetArrayLength() ? value[Index] : SqlValue.Undefined;
}

internal sealed record SqlObject(ImmutableArray<(string Name, SqlExpression Value)> Properties) : SqlExpression
{
    public override IEnumerable<SqlExpression> Parts => Properties.Select(property => property.Value);

    public override JsonElement Of(JsonElement[] row)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            foreach (var (name, expression) in Properties)
            {
                var value = expression.Of(row);
                if (!SqlValue.IsDefined(value)) continue;
                writer.WritePropertyName(name);
                value.WriteTo(writer);
            }
            writer.WriteEndObject();
        }
        return JsonDocument.Parse(buffer.ToArray()).RootElement;
    }
}

internal sealed record SqlArray(ImmutableArray<SqlExpression> Items) : SqlExpression
{
    public override IEnumerable<SqlExpression> Parts => Items;

    public override JsonElement Of(JsonElement[] row) => JsonSerializer.SerializeToElement(Items.Select(item => item.Of(row)).Where(SqlValue.IsDefined));
}

internal sealed record SqlArithmetic(string Sign, SqlExpression Left, SqlExpression Right) : SqlExpression
{
    public override IEnumerable<SqlExpression> Parts => [Left, Right];

    public override JsonElement Of(JsonElement[] row)
    {
        JsonElement left = Left.Of(row), right = Right.Of(row);
        if (left.ValueKind != JsonValueKind.Number || right.ValueKind != JsonValueKind.Number) return SqlValue.Undefined;
        double a = left.GetDouble(), b = right.GetDouble();
        return SqlValue.Of(Sign switch { "+" => a + b, "-" => a - b, "*" => a * b, "/" => a / b, "%" => a % b, _ => throw Refusal.Unknown($"the sign '{Sign}'") });
    }
}
