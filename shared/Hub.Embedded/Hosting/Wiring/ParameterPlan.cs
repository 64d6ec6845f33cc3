using System.Reflection;
using Hub.Embedded.Hosting.Invocation;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Embedded.Hosting.Wiring;

/// <summary>Says for each parameter of a function where its argument comes from.</summary>
internal static class ParameterPlan
{
    /// <param name="function">The function.</param>
    /// <param name="trigger">Its trigger.</param>
    /// <param name="triggerValue">Where the trigger's own parameter comes from.</param>
    /// <param name="names">Names that the binding data can have, such as route parameters.</param>
    /// <param name="problems">Parameters that nothing can fill are added here.</param>
    public static FunctionMethod Make(Candidate function, Trigger trigger, ArgumentSource triggerValue, IReadOnlyCollection<string> names, ProblemList problems) =>
        new(function.Method, [.. function.Method.GetParameters().Select(p => p == trigger.Parameter ? triggerValue : SourceOf(p, function, trigger, names, problems))]);

    private static ArgumentSource SourceOf(ParameterInfo parameter, Candidate function, Trigger trigger, IReadOnlyCollection<string> names, ProblemList problems)
    {
        if (parameter.ParameterType == typeof(FunctionContext))
        {
            return context => context;
        }

        if (parameter.ParameterType == typeof(CancellationToken))
        {
            return context => context.CancellationToken;
        }

        if (parameter.ParameterType == typeof(HttpRequest) && trigger.Attribute is HttpTriggerAttribute)
        {
            return context => context.Input.Http!.Request;
        }

        if (!names.Contains(parameter.Name!, StringComparer.OrdinalIgnoreCase))
        {
            problems.Add(function, $"Nothing can fill the parameter {TypeNames.Of(parameter.ParameterType)} {parameter.Name}. By name there {(names.Count == 0 ? "is nothing" : "are " + string.Join(", ", names))}; services belong in the constructor.");
            return Nothing;
        }

        if (TextConversion.For(parameter.ParameterType) is not { } convert)
        {
            problems.Add(function, $"The parameter {parameter.Name} is a text and cannot become {TypeNames.Of(parameter.ParameterType)}. Take it as string, Guid, a number, bool or a date.");
            return Nothing;
        }

        return ByName(parameter, convert);
    }

    private static ArgumentSource ByName(ParameterInfo parameter, Func<string, object> convert)
    {
        var name = parameter.Name!;
        var required = parameter.ParameterType.IsValueType && Nullable.GetUnderlyingType(parameter.ParameterType) is null;
        var otherwise = parameter.HasDefaultValue ? parameter.DefaultValue : null;
        return context => context.Input.BindingData.GetValueOrDefault(name) is string text
            ? convert(text)
            : required && otherwise is null
                ? throw new InvalidOperationException($"There is no value for the parameter '{name}'. Make it nullable or give it a default.")
                : otherwise;
    }

    private static object? Nothing(EmbeddedFunctionContext context) => null;
}
