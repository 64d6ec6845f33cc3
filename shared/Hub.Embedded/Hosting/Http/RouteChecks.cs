using System.Globalization;
using Hub.Embedded.Hosting.Wiring;

namespace Hub.Embedded.Hosting.Http;

/// <summary>What is asked of routes, one by one and together.</summary>
internal static class RouteChecks
{
    /// <summary>Catch-alls are named so, to be tried last.</summary>
    public const string LastPrefix = "zz_";

    private static readonly string[] Reserved = ["admin", "runtime"];

    private static readonly Dictionary<Type, string[]> Guards = new()
    {
        [typeof(Guid)] = ["guid"],
        [typeof(int)] = ["int"],
        [typeof(long)] = ["int", "long"],
        [typeof(bool)] = ["bool"],
    };

    /// <summary>Reserved beginnings, catch-alls under a wrong name, and parameters whose type the route does not ensure.</summary>
    public static void CheckParameters(Candidate function, Trigger trigger, FunctionRoute route, ProblemList problems)
    {
        if (Reserved.FirstOrDefault(r => route.Text.StartsWith(r, StringComparison.OrdinalIgnoreCase)) is { } reserved)
        {
            problems.Add(function, $"The route \"{route.Text}\" begins with '{reserved}', which the host keeps for itself. Choose another word.");
        }

        if (route.HasCatchAll && !IsNamedLast(function))
        {
            problems.Add(function, $"The catch-all \"{route.Text}\" would swallow the routes of functions whose names come after '{function.Name}'. Name it {LastPrefix}{function.Name}.");
        }

        foreach (var parameter in function.Method.GetParameters().Where(p => p != trigger.Parameter))
        {
            var type = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
            var part = route.Template.Parameters.FirstOrDefault(p => p.Name!.Equals(parameter.Name, StringComparison.OrdinalIgnoreCase));
            if (part is not null && Guards.TryGetValue(type, out var guards) && !part.InlineConstraints.Any(c => guards.Contains(c.Constraint)))
            {
                problems.Add(function, $"A {part.Name} that is no {TypeNames.Of(type)} would answer 500. Write {{{part.Name}:{guards[0]}}} in the route.");
            }
        }
    }

    /// <summary>Two functions that one request could reach: which of them answers would hang on their names.</summary>
    public static void CheckOverlaps(IReadOnlyList<HttpFunction> functions, ProblemList problems)
    {
        for (var i = 0; i < functions.Count; i++)
        {
            for (var j = i + 1; j < functions.Count; j++)
            {
                if (functions[i].Methods.Intersect(functions[j].Methods).FirstOrDefault() is { } method
                    && RouteOverlap.Exists(functions[i].Route, functions[j].Route))
                {
                    CheckPair(functions[i], functions[j], method, problems);
                }
            }
        }
    }

    /// <param name="first">The one the host tries first.</param>
    /// <param name="second">The one it tries after.</param>
    /// <param name="method">A method of both.</param>
    /// <param name="problems">Where to tell.</param>
    private static void CheckPair(HttpFunction first, HttpFunction second, string method, ProblemList problems)
    {
        if (IsLast(second) && !IsLast(first) && !ComesBefore(first, second))
        {
            (first, second) = (second, first);
        }

        if (IsLast(first) && !IsLast(second))
        {
            problems.Add(second.Candidate, $"The host tries functions by name, and {first.Function.Name} (\"{first.Route.Text}\") comes before this one and swallows its route \"{second.Route.Text}\" for {method}. Give it a name before '{first.Function.Name}'.");
        }
        else if (IsLast(first) && first.Route.Template.Segments.Count <= second.Route.Template.Segments.Count)
        {
            problems.Add(second.Candidate, $"The catch-all {first.Function.Name} (\"{first.Route.Text}\") is tried first and swallows the narrower \"{second.Route.Text}\" for {method}. Exchange the order of their names.");
        }
        else if (!IsLast(second))
        {
            problems.Add(second.Candidate, $"One {method} request can match \"{second.Route.Text}\" and the \"{first.Route.Text}\" of {first.Function.Name} ({first.Candidate.Where}). Constrain a parameter, such as {{id:guid}}, or change one route.");
        }
    }

    // Upper case puts '_' after the letters, lower case before them; a name has to be earlier either way.
    private static bool ComesBefore(HttpFunction first, HttpFunction second) =>
        string.CompareOrdinal(first.Function.Name.ToUpperInvariant(), second.Function.Name.ToUpperInvariant()) < 0
        && string.CompareOrdinal(first.Function.Name.ToLower(CultureInfo.InvariantCulture), second.Function.Name.ToLower(CultureInfo.InvariantCulture)) < 0;

    private static bool IsLast(HttpFunction function) => function.Route.HasCatchAll && IsNamedLast(function.Candidate);

    private static bool IsNamedLast(Candidate function) => function.Name.StartsWith(LastPrefix, StringComparison.OrdinalIgnoreCase);
}
