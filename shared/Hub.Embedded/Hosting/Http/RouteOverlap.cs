using Microsoft.AspNetCore.Routing.Template;

namespace Hub.Embedded.Hosting.Http;

/// <summary>
/// Whether one path can belong to two routes. Where constraints cannot be compared (a regex against a regex) the
/// answer is yes: a start refused can be put right, a request that goes astray is found by nobody.
/// </summary>
internal static class RouteOverlap
{
    public static bool Exists(FunctionRoute a, FunctionRoute b) => From(a, 0, b, 0);

    private static bool From(FunctionRoute a, int i, FunctionRoute b, int j)
    {
        var left = a.Template.Segments.ElementAtOrDefault(i);
        var right = b.Template.Segments.ElementAtOrDefault(j);
        if (left is null || right is null)
        {
            return (left is null || CanBeAbsent(left)) && (right is null || CanBeAbsent(right));
        }

        if (IsCatchAll(left) || IsCatchAll(right))
        {
            return true;
        }

        // An optional segment may be absent only at the end, so both may end here.
        return (CanBeAbsent(left) && CanBeAbsent(right))
            || (Share(a, left, b, right) && From(a, i + 1, b, j + 1));
    }

    private static bool Share(FunctionRoute a, TemplateSegment left, FunctionRoute b, TemplateSegment right)
    {
        if (left.IsSimple && right.IsSimple)
        {
            return (left.Parts[0], right.Parts[0]) switch
            {
                ({ IsLiteral: true } x, { IsLiteral: true } y) => x.Text!.Equals(y.Text, StringComparison.OrdinalIgnoreCase),
                ({ IsLiteral: true } x, var y) => b.Allows(y, x.Text!),
                (var x, { IsLiteral: true } y) => a.Allows(x, y.Text!),
                (var x, var y) => ValueKinds.Of(x).Shares(ValueKinds.Of(y)),
            };
        }

        return Fits(Edge(left, first: true), Edge(right, first: true), (x, y) => x.StartsWith(y, StringComparison.OrdinalIgnoreCase))
            && Fits(Edge(left, first: false), Edge(right, first: false), (x, y) => x.EndsWith(y, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The literal text a segment such as <c>{name}.csv</c> begins or ends with; empty: it can be any.</summary>
    private static string Edge(TemplateSegment segment, bool first)
    {
        var part = first ? segment.Parts[0] : segment.Parts[^1];
        return part.IsLiteral || part.IsOptionalSeperator ? part.Text! : "";
    }

    private static bool Fits(string x, string y, Func<string, string, bool> reaches) => reaches(x, y) || reaches(y, x);

    private static bool CanBeAbsent(TemplateSegment segment) => segment.IsSimple && segment.Parts[0] is { IsParameter: true } part && (part.IsOptional || part.IsCatchAll || part.DefaultValue is not null);

    private static bool IsCatchAll(TemplateSegment segment) => segment.IsSimple && segment.Parts[0].IsCatchAll;
}
