using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Embedded.Hosting.Wiring;

/// <summary>What every function must be, whatever triggers it.</summary>
internal static partial class ShapeChecks
{
    public static void Check(Candidate function, ProblemList problems)
    {
        if (!FunctionName().IsMatch(function.Name) || function.Name.Equals("host", StringComparison.OrdinalIgnoreCase))
        {
            problems.Add(function, "The name is not one the host takes: a letter, then up to 127 letters, digits, '_' or '-', and not 'host'. Rename it.");
        }

        if (function.Class.IsAbstract || function.Method.IsStatic || !function.Class.IsVisible || !function.Method.IsPublic)
        {
            problems.Add(function, "The class and its method must be public, and neither abstract nor static. Make it a public sealed class with an instance method.");
        }

        if (function.Method.IsGenericMethodDefinition || function.Class.ContainsGenericParameters)
        {
            problems.Add(function, "The class or its method is generic; the host could not tell which types to call it with. Write it for one type.");
        }

        if (function.Method.ReturnType == typeof(void) && function.Method.IsDefined(typeof(AsyncStateMachineAttribute)))
        {
            problems.Add(function, "It is 'async void': the host would not wait for it, and an exception would end the process. Return Task.");
        }

        if (function.Triggers.Count != 1)
        {
            problems.Add(function, function.Triggers.Count == 0
                ? "No parameter carries a trigger attribute. Put exactly one on a parameter."
                : "Two triggers on one function. Split it in two functions that call the same code.");
        }
    }

    /// <summary>Two functions of one name: the host keeps one of them and says nothing.</summary>
    public static void CheckNames(IReadOnlyList<Candidate> functions, ProblemList problems)
    {
        foreach (var group in functions.GroupBy(f => f.Name, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1))
        {
            foreach (var function in group)
            {
                var others = string.Join(", ", group.Where(o => o != function).Select(o => o.Where));
                problems.Add(function, $"The name is also that of {others} (case does not count). Give each function a name of its own.");
            }
        }
    }

    /// <summary>Two functions on methods of one name: the worker finds a function's method by class and name, and would run one for both.</summary>
    public static void CheckMethods(IReadOnlyList<Candidate> functions, ProblemList problems)
    {
        foreach (var function in functions.GroupBy(f => (f.Class, f.Method.Name)).Where(g => g.Count() > 1).SelectMany(g => g))
        {
            problems.Add(function, $"The class has another function on a method called {function.Method.Name}, and the host could not tell them apart. Rename one method.");
        }
    }

    /// <summary>What runs without a caller returns nothing to anybody.</summary>
    public static void CheckReturnsNothing(Candidate function, ProblemList problems)
    {
        var returns = function.Method.ReturnType;
        if (returns != typeof(void) && returns != typeof(Task))
        {
            problems.Add(function, $"It returns {TypeNames.Of(returns)}, which nobody would receive (a ValueTask is not even awaited by the real worker). Return Task.");
        }
    }

    public static void CheckNoRetry(Candidate function, string reason, ProblemList problems)
    {
        if (function.Method.IsDefined(typeof(RetryAttribute)))
        {
            problems.Add(function, $"A retry attribute does not work here: {reason} Remove it.");
        }
    }

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9_-]{0,127}$")]
    private static partial Regex FunctionName();
}
