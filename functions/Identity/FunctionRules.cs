using System.Collections.Frozen;
using System.Reflection;
using Hub.Identity;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Identity;

/// <summary>Which operation each HTTP function is. A function that says nothing stops the start: none answers without a decision.</summary>
public sealed class FunctionRules
{
    private readonly FrozenDictionary<string, FunctionRule> rules;

    /// <exception cref="InvalidOperationException">HTTP functions without <see cref="RequiresAttribute"/> or <see cref="OpenToAllAttribute"/>; all are named.</exception>
    public FunctionRules(IEnumerable<Assembly> assemblies)
    {
        var found = new Dictionary<string, FunctionRule>(StringComparer.OrdinalIgnoreCase);
        var silent = new List<string>();
        foreach (var method in assemblies.SelectMany(a => a.GetTypes()).SelectMany(t => t.GetMethods()))
        {
            if (method.GetCustomAttribute<FunctionAttribute>() is not { } function
                || !method.GetParameters().Any(p => p.IsDefined(typeof(HttpTriggerAttribute))))
            {
                continue;
            }

            if (method.GetCustomAttribute<RequiresAttribute>() is { } requires)
            {
                found[function.Name] = new FunctionRule(requires.Operation, requires.Feed, method.GetCustomAttribute<PageAttribute>());
            }
            else if (method.IsDefined(typeof(OpenToAllAttribute)))
            {
                found[function.Name] = new FunctionRule(null, null, method.GetCustomAttribute<PageAttribute>());
            }
            else
            {
                silent.Add($"{function.Name} ({method.DeclaringType!.Name}.{method.Name})");
            }
        }

        if (silent.Count > 0)
        {
            throw new InvalidOperationException($"These HTTP functions do not say who may call them; add [Requires(…)] or [OpenToAll(\"why\")]: {string.Join(", ", silent)}.");
        }

        rules = found.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    public FunctionRule this[string function] => rules[function];

    public IReadOnlyDictionary<string, FunctionRule> All => rules;
}

/// <summary>One function's place in the access matrix.</summary>
/// <param name="Operation">Null: open to all.</param>
/// <param name="Feed">The feed it takes reports of.</param>
/// <param name="Page">Set where it is a page for people.</param>
public sealed record FunctionRule(Operation? Operation, string? Feed, PageAttribute? Page);
