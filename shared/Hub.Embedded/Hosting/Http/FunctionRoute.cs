using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;

namespace Hub.Embedded.Hosting.Http;

/// <summary>A parsed route that decides by itself whether a path is its own, as the routes of the real host do.</summary>
internal sealed class FunctionRoute
{
    private readonly TemplateMatcher matcher;
    private readonly IDictionary<string, IRouteConstraint> constraints;

    private FunctionRoute(string text, RouteTemplate template, IDictionary<string, IRouteConstraint> constraints)
    {
        Text = text;
        Template = template;
        this.constraints = constraints;
        var defaults = new RouteValueDictionary();
        foreach (var parameter in template.Parameters.Where(p => p.DefaultValue is not null))
        {
            defaults[parameter.Name!] = parameter.DefaultValue;
        }

        matcher = new TemplateMatcher(template, defaults);
    }

    public string Text { get; }

    public RouteTemplate Template { get; }

    public bool HasCatchAll => Template.Parameters.Any(p => p.IsCatchAll);

    /// <summary>Throws ArgumentException where the route cannot be parsed; InvalidOperationException or RouteCreationException where a constraint cannot.</summary>
    public static FunctionRoute Parse(string text, IInlineConstraintResolver resolver)
    {
        var template = TemplateParser.Parse(text);
        var builder = new RouteConstraintBuilder(resolver, text);
        foreach (var parameter in template.Parameters)
        {
            if (parameter.IsOptional)
            {
                builder.SetOptional(parameter.Name!);
            }

            foreach (var constraint in parameter.InlineConstraints)
            {
                builder.AddResolvedConstraint(parameter.Name!, constraint.Constraint);
            }
        }

        return new(text, template, builder.Build());
    }

    /// <summary>Whether the path is this route's; its values then, otherwise rubbish.</summary>
    public bool Matches(PathString path, RouteValueDictionary values, HttpContext? http)
    {
        if (!matcher.TryMatch(path, values))
        {
            return false;
        }

        foreach (var (name, constraint) in constraints)
        {
            if (!constraint.Match(http, null, name, values, RouteDirection.IncomingRequest))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a parameter of this route could have the value.</summary>
    public bool Allows(TemplatePart parameter, string value) =>
        !constraints.TryGetValue(parameter.Name!, out var constraint)
        || constraint.Match(null, null, parameter.Name!, new RouteValueDictionary { [parameter.Name!] = value }, RouteDirection.IncomingRequest);
}
