using System.Collections.Immutable;

namespace Hub.DeportedOffenders.Cases;

/// <summary>
/// The nominals that were ever merged into one, directly: where to look for cases of the same person. Whether they still
/// are one person the register says; so nothing is ever taken out of here.
/// </summary>
internal sealed record MergedRecords
{
    public const string Sort = "deported-offender-merged";

    /// <summary>Kept of one nominal: more than any record had merged into it.</summary>
    public const int Most = 500;

    public ImmutableArray<string> Nominals { get; init; } = [];
}
