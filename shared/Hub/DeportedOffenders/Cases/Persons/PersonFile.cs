using System.Collections.Immutable;

namespace Hub.DeportedOffenders.Cases;

/// <summary>The cases of one person, as the register is at the moment.</summary>
/// <param name="Nominal">The nominal that stands for the person.</param>
/// <param name="Cases">Of that nominal and of those merged into it, in the order opened.</param>
/// <param name="Others">Of nominals that were merged into it once, and stand for somebody else now.</param>
public sealed record PersonFile(string Nominal, ImmutableArray<DeportedOffenderCase> Cases, ImmutableArray<DeportedOffenderCase> Others)
{
    /// <summary>The newest closed case but for one; null where there is none.</summary>
    internal DeportedOffenderCase? Before(DeportedOffenderCase? than = null) =>
        Cases.LastOrDefault(c => !c.IsOpen && c.Id != than?.Id && (than is null || c.OpenedAt < than.OpenedAt));
}
