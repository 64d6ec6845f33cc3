using Hub.Identity;

namespace Hub.Functions.Identity;

/// <summary>What an HTTP function is in the access matrix.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class RequiresAttribute(Operation operation) : Attribute
{
    public Operation Operation { get; } = operation;

    /// <summary>The feed it takes reports of.</summary>
    public string? Feed { get; init; }
}

/// <summary>Says on purpose that an HTTP function answers anybody.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class OpenToAllAttribute(string why) : Attribute
{
    public string Why { get; } = why;
}
