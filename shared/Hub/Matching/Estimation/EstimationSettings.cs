namespace Hub.Matching.Estimation;

/// <summary>How a model is estimated from a register. The same register and settings give the same figures, to the byte.</summary>
public sealed record EstimationSettings
{
    /// <summary>Fewer nominals tell nothing that the starting model does not know better.</summary>
    public const int FewestNominals = 200;

    /// <summary>From which all samples are drawn.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Pairs of different nominals drawn at random for u; all pairs where the register has no more.</summary>
    public int RandomPairs { get; init; } = 1_000_000;

    /// <summary>Pairs compared in one pass for m, at the most.</summary>
    public int PairsPerPass { get; init; } = 1_000_000;

    /// <summary>Pairs taken from one block at the most: a common name or birthday must not outweigh all others.</summary>
    public int PairsPerBlock { get; init; } = 500;

    /// <summary>Rounds of expectation and maximisation in one pass at the most.</summary>
    public int Rounds { get; init; } = 200;

    /// <summary>A pass has converged when no probability changes by more than this in a round.</summary>
    public double Convergence { get; init; } = 0.00001;

    /// <summary>How many times a level must be seen for what was seen to weigh as much as the starting model's figure.</summary>
    public double PriorEvents { get; init; } = 10;

    /// <summary>A pass that expects fewer matches than this among its pairs is not used.</summary>
    public double FewestMatches { get; init; } = 50;

    /// <summary>
    /// Least average probability of a match among those pairs that a pass takes for matches, 0 to 1. Below it the pass
    /// found no group that stands apart, and is not used.
    /// </summary>
    public double LeastClarity { get; init; } = 0.8;

    /// <summary>Nominals that are screened against the register under both models to see what changes.</summary>
    public int NominalsScreened { get; init; } = 1_000;

    /// <summary>The new model's version; derived from the old one's where it is null.</summary>
    public string? Version { get; init; }

    /// <summary>What the register was and when, for the model's source; nothing where it is null.</summary>
    public string? Register { get; init; }
}
