using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Embedded.Hosting.Wiring;

/// <summary>Finds the methods that carry a function's name, in the order in which the real host tries them.</summary>
internal static class Discovery
{
    private const BindingFlags AnyOwnMethod = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static IReadOnlyList<Candidate> Find(IEnumerable<Assembly> assemblies, IEnumerable<Type> types)
    {
        var found =
            from type in assemblies.SelectMany(a => a.GetTypes()).Concat(types).Distinct()
            from method in type.GetMethods(AnyOwnMethod)
            let attribute = method.GetCustomAttribute<FunctionAttribute>(inherit: false)
            where attribute is not null
            select new Candidate(attribute.Name, method);
        return [.. found.OrderBy(f => f.Name, StringComparer.OrdinalIgnoreCase)];
    }
}
