using System.Collections.Immutable;

namespace Hub.Functions.Tests.Infra.Bicep;

/// <summary>An expression of a Bicep file; what this repository uses of the language.</summary>
public abstract record BicepExpression
{
    /// <summary>Expressions directly in this one.</summary>
    public virtual IEnumerable<BicepExpression> Parts => [];

    /// <summary>This and all in it.</summary>
    public IEnumerable<BicepExpression> Tree => Parts.SelectMany(p => p.Tree).Prepend(this);
}

/// <summary>A number, <c>true</c>, <c>false</c> or <c>null</c>.</summary>
public sealed record BicepLiteral(object? Value) : BicepExpression;

/// <summary>A string; <see cref="Plain"/> where nothing is interpolated.</summary>
public sealed record BicepText(string? Plain, ImmutableArray<BicepExpression> Holes) : BicepExpression
{
    public override IEnumerable<BicepExpression> Parts => Holes;
}

public sealed record BicepArray(ImmutableArray<BicepExpression> Items) : BicepExpression
{
    public override IEnumerable<BicepExpression> Parts => Items;
}

/// <summary>A member of an object; its key may be interpolated.</summary>
public sealed record BicepMember(BicepText Key, BicepExpression Value);

/// <summary>An object, with the resources nested in it.</summary>
public sealed record BicepObject(ImmutableArray<BicepMember> Members, ImmutableArray<BicepDeclaration> Nested) : BicepExpression
{
    public override IEnumerable<BicepExpression> Parts => [.. Members.Select(m => m.Key), .. Members.Select(m => m.Value), .. Nested.Select(n => n.Value!)];

    public BicepExpression? this[string key] => Members.FirstOrDefault(m => m.Key.Plain == key)?.Value;
}

public sealed record BicepName(string Name, int Line) : BicepExpression;

/// <summary><c>target.name</c>, <c>target::name</c> or <c>target!.name</c>.</summary>
public sealed record BicepAccess(BicepExpression Target, string Name) : BicepExpression
{
    public override IEnumerable<BicepExpression> Parts => [Target];
}

public sealed record BicepIndex(BicepExpression Target, BicepExpression At) : BicepExpression
{
    public override IEnumerable<BicepExpression> Parts => [Target, At];
}

public sealed record BicepCall(string Function, ImmutableArray<BicepExpression> Arguments, int Line) : BicepExpression
{
    public override IEnumerable<BicepExpression> Parts => Arguments;
}

public sealed record BicepLambda(string Parameter, BicepExpression Body) : BicepExpression
{
    public override IEnumerable<BicepExpression> Parts => [Body];
}

/// <summary>An operator and what it is applied to.</summary>
public sealed record BicepOperation(string Operator, ImmutableArray<BicepExpression> Operands) : BicepExpression
{
    public override IEnumerable<BicepExpression> Parts => Operands;
}

/// <summary><c>if (condition) value</c>, of a resource or module.</summary>
public sealed record BicepConditional(BicepExpression Condition, BicepExpression Value) : BicepExpression
{
    public override IEnumerable<BicepExpression> Parts => [Condition, Value];
}

/// <summary><c>[for (item, index) in collection: body]</c>.</summary>
public sealed record BicepLoop(string Item, string? Index, BicepExpression Collection, BicepExpression Body) : BicepExpression
{
    public override IEnumerable<BicepExpression> Parts => [Collection, Body];
}

/// <summary>A statement.</summary>
/// <param name="Keyword"><c>param</c>, <c>var</c>, <c>resource</c>, <c>module</c>, <c>output</c>, <c>targetScope</c> or <c>using</c>.</param>
/// <param name="Name">What it declares; empty where it declares nothing.</param>
/// <param name="Type">A parameter's or output's type, a resource's type and version, a module's path.</param>
/// <param name="Existing">A resource that is only referred to.</param>
public sealed record BicepDeclaration(string Keyword, string Name, string Type, bool Existing, BicepExpression? Value, int Line);

/// <summary>A file that could not be read as Bicep.</summary>
public sealed class BicepException(string file, int line, string problem) : Exception($"{file}({line}): {problem}");
