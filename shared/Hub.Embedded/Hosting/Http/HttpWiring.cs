using Hub.Embedded.Hosting.Invocation;
using Hub.Embedded.Hosting.Wiring;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Constraints;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;

namespace Hub.Embedded.Hosting.Http;

/// <summary>Checks an HTTP function and makes it ready to be called.</summary>
internal sealed class HttpWiring(IServiceProvider services, ProblemList problems)
{
    private readonly DefaultInlineConstraintResolver resolver = new(Options.Create(RouteOptions()), services);

    /// <summary>The function, or null where its route is not one.</summary>
    public HttpFunction? Wire(Candidate function, Trigger trigger, HttpTriggerAttribute attribute)
    {
        CheckAccess(function, attribute);
        CheckReturn(function);
        ShapeChecks.CheckNoRetry(function, "the caller of an HTTP function repeats its request.", problems);
        if (ParseRoute(function, attribute.Route) is not { } route)
        {
            return null;
        }

        RouteChecks.CheckParameters(function, trigger, route, problems);
        ArgumentSource value = context => context.Input.Http!.Request;
        if (trigger.Parameter.ParameterType != typeof(HttpRequest))
        {
            problems.Add(function, $"The trigger's parameter is {TypeNames.Of(trigger.Parameter.ParameterType)}. Take HttpRequest and read the body with ReadFromJsonAsync.");
        }

        string[] methods = [.. (attribute.Methods ?? []).Select(m => m.ToUpperInvariant()).Distinct()];
        var method = ParameterPlan.Make(function, trigger, value, [.. route.Template.Parameters.Select(p => p.Name!)], problems);
        var wired = new WiredFunction(function.Name, method, new(function.Name, function.Method, trigger.Parameter, "httpTrigger"));
        var endpoint = new RouteEndpoint(_ => Task.CompletedTask, RoutePatternFactory.Parse(route.Text), 0, new EndpointMetadataCollection(new HttpMethodMetadata(methods)), function.Name);
        return new(function, wired, route, [.. methods], endpoint);
    }

    private void CheckAccess(Candidate function, HttpTriggerAttribute attribute)
    {
        var levelGiven = function.Triggers[0].Parameter.GetCustomAttributesData()
            .Any(a => a.AttributeType == typeof(HttpTriggerAttribute) && a.ConstructorArguments.Any(c => c.ArgumentType == typeof(AuthorizationLevel)));
        if (!levelGiven || attribute.AuthLevel != AuthorizationLevel.Anonymous)
        {
            problems.Add(function, levelGiven
                ? $"AuthorizationLevel.{attribute.AuthLevel} answers 401 to whoever has no function key. The hub decides identity itself: write AuthorizationLevel.Anonymous."
                : "No AuthorizationLevel is passed, and the host would answer 401. Write [HttpTrigger(AuthorizationLevel.Anonymous, \"get\", Route = …)].");
        }

        if (attribute.Methods is null or [])
        {
            problems.Add(function, "No method is listed, so it would answer all of them. List them: [HttpTrigger(AuthorizationLevel.Anonymous, \"get\", Route = …)].");
        }
    }

    private void CheckReturn(Candidate function)
    {
        var returns = function.Method.ReturnType;
        var result = returns.IsGenericType && returns.GetGenericTypeDefinition() == typeof(Task<>) ? returns.GetGenericArguments()[0] : returns;
        if (!result.IsAssignableTo(typeof(IResult)))
        {
            problems.Add(function, $"It returns {TypeNames.Of(returns)}, which the host would answer with an empty body. Return Task<IResult> or IResult.");
        }
    }

    private FunctionRoute? ParseRoute(Candidate function, string? text)
    {
        if (text is "" or "/")
        {
            problems.Add(function, text is ""
                ? "Route = \"\" leaves the caller waiting. The root is Route = \"{root:maxlength(0)?}\"; without a Route it is the function's name."
                : "Route = \"/\" breaks every HTTP function of the app. The root is Route = \"{root:maxlength(0)?}\".");
            return null;
        }

        var route = text ?? function.Name;
        if (route.StartsWith('/') || route.StartsWith('~'))
        {
            problems.Add(function, $"Route = \"{route}\" begins with '{route[0]}'. Write it without.");
            return null;
        }

        try
        {
            return FunctionRoute.Parse(route, resolver);
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException or RouteCreationException)
        {
            problems.Add(function, $"Route = \"{route}\" cannot be parsed: {(e.InnerException ?? e).Message}");
            return null;
        }
    }

    private static RouteOptions RouteOptions()
    {
        var options = new RouteOptions();
        options.SetParameterPolicy<RegexInlineRouteConstraint>("regex");
        return options;
    }
}
