namespace Hub.Matching;

/// <summary>Where matching finds the register (setting <c>Register__Index</c>).</summary>
public sealed record RegisterIndexSettings
{
    public const string Section = "Register";

    /// <summary>In memory up to some millions of nominals, in buckets beyond.</summary>
    public RegisterIndexKind Index { get; init; } = RegisterIndexKind.Memory;
}

/// <summary>How the register is indexed.</summary>
public enum RegisterIndexKind
{
    /// <summary>Everybody in the memory of every instance: read at the start, followed from then on.</summary>
    Memory,

    /// <summary>Reports are matched by buckets in the store; in memory are only those whose travel is watched.</summary>
    Buckets,
}
