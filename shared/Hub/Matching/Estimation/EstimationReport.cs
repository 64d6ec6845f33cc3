namespace Hub.Matching.Estimation;

/// <summary>How a model estimated from a register differs from the one it started from.</summary>
public sealed record EstimationReport
{
    public required string FromVersion { get; init; }

    public required string Version { get; init; }

    /// <summary>As the new model names it.</summary>
    public required string Source { get; init; }

    public required int Nominals { get; init; }

    public required ulong Seed { get; init; }

    /// <summary>Pairs at random that u rests on.</summary>
    public required long RandomPairs { get; init; }

    public required IReadOnlyList<PassReport> Passes { get; init; }

    /// <summary>How many pairs of nominals on the register are one person, by estimate; 0 where no pass found any.</summary>
    public required double Doubles { get; init; }

    public required IReadOnlyList<LevelChange> Levels { get; init; }

    public required IReadOnlyList<OutcomeChange> Outcomes { get; init; }

    /// <summary>The report as Markdown.</summary>
    public string ToMarkdown() => ReportText.Of(this);
}

/// <summary>One pass for m.</summary>
/// <param name="Key">What the pairs share.</param>
/// <param name="Holders">Nominals that have it.</param>
/// <param name="InBlocks">Pairs that share one.</param>
/// <param name="Pairs">Pairs compared.</param>
/// <param name="ExpectedMatches">How many of these are one person.</param>
/// <param name="Relatives">How many are two of a family.</param>
/// <param name="Clarity">Average probability among them, 0 to 1.</param>
/// <param name="Rounds">Rounds of EM.</param>
/// <param name="IsUsed">False where there were too few matches, or none that stand apart.</param>
public sealed record PassReport(string Key, int Holders, long InBlocks, long Pairs, double ExpectedMatches, double Relatives, double Clarity, int Rounds, bool IsUsed);

/// <summary>One level before and after.</summary>
/// <param name="OldBits">Weight of evidence, log2 of m through u, without what a value's commonness adds.</param>
/// <param name="RandomPairs">Pairs at random at this level.</param>
/// <param name="Matches">Matches at this level, in expectation.</param>
/// <param name="Note">What a reader should look at.</param>
public sealed record LevelChange(
    string Comparison, string Level, double OldM, double M, double OldU, double U, double OldBits, double Bits, double RandomPairs, double Matches, LevelNote Note);

/// <summary>What a reader should look at in a level's figures.</summary>
[Flags]
public enum LevelNote
{
    None = 0,

    /// <summary>For want of matches to learn from, m is as it was.</summary>
    MKept = 1,

    /// <summary>For want of pairs that show the level, or where u is set by definition, u is as it was.</summary>
    UKept = 2,

    /// <summary>The level now weighs more than the one before it, which is more alike; in the starting model it did not.</summary>
    OutOfOrder = 4,

    /// <summary>What spoke for the same person now speaks against, or the other way round.</summary>
    SignChanged = 8,
}

/// <summary>Candidates of sampled nominals by their outcome under the old and the new model, named rules included.</summary>
/// <param name="Counts">How many went from which outcome to which; those that stayed too.</param>
public sealed record OutcomeChange(MatchPurpose Purpose, IReadOnlyList<(string From, string To, long Pairs)> Counts);
