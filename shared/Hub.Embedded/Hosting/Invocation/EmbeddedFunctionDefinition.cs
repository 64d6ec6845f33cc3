using System.Collections.Immutable;
using System.Reflection;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Embedded.Hosting.Invocation;

internal sealed class EmbeddedFunctionDefinition : FunctionDefinition
{
    public EmbeddedFunctionDefinition(string name, MethodInfo method, ParameterInfo trigger, string triggerType)
    {
        Name = name;
        PathToAssembly = method.DeclaringType!.Assembly.Location;
        EntryPoint = $"{method.DeclaringType.FullName}.{method.Name}";
        Parameters = [.. method.GetParameters().Select(p => new FunctionParameter(p.Name!, p.ParameterType))];
        InputBindings = ImmutableDictionary<string, BindingMetadata>.Empty.Add(trigger.Name!, new TriggerMetadata(trigger.Name!, triggerType));
    }

    public override ImmutableArray<FunctionParameter> Parameters { get; }

    public override string PathToAssembly { get; }

    public override string EntryPoint { get; }

    // Unique already: two functions of one name stop the start.
    public override string Id => Name;

    public override string Name { get; }

    public override IImmutableDictionary<string, BindingMetadata> InputBindings { get; }

    public override IImmutableDictionary<string, BindingMetadata> OutputBindings => ImmutableDictionary<string, BindingMetadata>.Empty;

    private sealed class TriggerMetadata(string name, string type) : BindingMetadata
    {
        public override string Name => name;

        public override string Type => type;

        public override BindingDirection Direction => BindingDirection.In;
    }
}
