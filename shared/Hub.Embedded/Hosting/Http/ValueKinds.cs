using System.Globalization;
using Microsoft.AspNetCore.Routing.Template;

namespace Hub.Embedded.Hosting.Http;

/// <summary>Roughly which values the constraints of a route parameter leave: a kind of text and a range of lengths.</summary>
internal sealed record ValueKinds(string? Kind, int Shortest, int Longest)
{
    private static readonly ValueKinds Anything = new(null, 1, int.MaxValue);

    public static ValueKinds Of(TemplatePart parameter) =>
        parameter.InlineConstraints.Aggregate(Anything, (kinds, constraint) => kinds.Under(constraint.Constraint));

    /// <summary>Whether some value is of both. Thirty-two noughts are a Guid and a number too; nobody sends them.</summary>
    public bool Shares(ValueKinds other) =>
        (Kind is null || other.Kind is null || Kind == other.Kind)
        && Math.Max(Shortest, other.Shortest) <= Math.Min(Longest, other.Longest);

    private ValueKinds Under(string constraint)
    {
        var open = constraint.IndexOf('(', StringComparison.Ordinal);
        var name = open < 0 ? constraint : constraint[..open];
        var arguments = open < 0 ? [] : constraint[(open + 1)..].TrimEnd(')').Split(',');
        return name switch
        {
            "guid" => this with { Kind = "guid", Shortest = Math.Max(Shortest, 32), Longest = Math.Min(Longest, 68) },
            "int" or "long" or "min" or "max" or "range" => this with { Kind = "number" },
            "bool" => this with { Kind = "bool", Shortest = Math.Max(Shortest, 4), Longest = Math.Min(Longest, 5) },
            "minlength" => this with { Shortest = Math.Max(Shortest, Number(arguments[0])) },
            "maxlength" => this with { Longest = Math.Min(Longest, Number(arguments[0])) },
            "length" => this with { Shortest = Math.Max(Shortest, Number(arguments[0])), Longest = Math.Min(Longest, Number(arguments[^1])) },
            _ => this,
        };
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
