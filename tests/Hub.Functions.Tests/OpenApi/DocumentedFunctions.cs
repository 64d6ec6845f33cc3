using System.Reflection;
using System.Text.RegularExpressions;
using Hub.Functions.Hosting;
using Hub.Functions.Identity;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Tests.OpenApi;

/// <summary>The HTTP functions of the API as their attributes declare them, in the words the document uses.</summary>
internal static partial class DocumentedFunctions
{
    /// <summary>Method, path and operation id of each; HEAD beside another method has an id of its own, as ids must be unique.</summary>
    public static IReadOnlyList<(string Method, string Path, string OperationId)> All { get; } =
    [
        .. typeof(HubServices).Assembly.GetTypes().SelectMany(t => t.GetMethods())
            .Where(m => !m.IsDefined(typeof(PageAttribute)))
            .Select(m => (Name: m.GetCustomAttribute<FunctionAttribute>()?.Name, Trigger: m.GetParameters().Select(p => p.GetCustomAttribute<HttpTriggerAttribute>()).FirstOrDefault(a => a is not null)))
            .Where(f => f is { Name: not null, Trigger: not null })
            .SelectMany(f => f.Trigger!.Methods!.Select(method => (method.ToUpperInvariant(), PathOf(f.Trigger.Route!), IdOf(f.Name!, method)))),
    ];

    /// <summary>The function an operation is, by its id.</summary>
    public static string NameOf(string operationId) => operationId.EndsWith("_head", StringComparison.Ordinal) ? operationId[..^"_head".Length] : operationId;

    private static string IdOf(string function, string method) => method == "head" ? $"{function}_head" : function;

    private static string PathOf(string route) => "/" + Constraint().Replace(OptionalPart().Replace(route, ""), "{$1}");

    [GeneratedRegex(@"\{[^}]*\?\}")]
    private static partial Regex OptionalPart();

    [GeneratedRegex(@"\{(\w+):[^}]*\}")]
    private static partial Regex Constraint();
}
