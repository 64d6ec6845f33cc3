using System.Reflection;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Hub.Embedded.Hosting.Wiring;

/// <summary>A method with a function's name on it, before any check.</summary>
internal sealed record Candidate(string Name, MethodInfo Method)
{
    public Type Class => Method.DeclaringType!;

    public string Where => $"{Class.Name}.{Method.Name}";

    /// <summary>Its parameters that carry a trigger; exactly one where all is well.</summary>
    public IReadOnlyList<Trigger> Triggers { get; } =
        [.. from parameter in Method.GetParameters()
            from attribute in parameter.GetCustomAttributes<TriggerBindingAttribute>()
            select new Trigger(parameter, attribute)];
}

/// <summary>A trigger attribute and the parameter it stands on.</summary>
internal sealed record Trigger(ParameterInfo Parameter, TriggerBindingAttribute Attribute);
