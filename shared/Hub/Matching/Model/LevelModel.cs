namespace Hub.Matching.Model;

/// <summary>One level of a comparison.</summary>
/// <param name="Level">Its name, such as <c>one-slip</c>.</param>
/// <param name="M">Probability of this level when both are the same person.</param>
/// <param name="U">Probability of this level when they are not, on average over values.</param>
/// <param name="Words">What it means, in a sentence for evidence.</param>
public sealed record LevelModel(string Level, double M, double U, string Words);

/// <summary>One comparison of the model.</summary>
public sealed record ComparisonModel
{
    /// <summary>Levels, most alike first, with the last for values that differ.</summary>
    public required IReadOnlyList<LevelModel> Levels { get; init; }

    /// <summary>
    /// Where how common a value is counts: the number of nominals that the model's average weighs as much as, against
    /// what is counted on the register. Zero where commonness does not count.
    /// </summary>
    public double Strength { get; init; }

    /// <summary>No value is taken to be rarer than this among others: relatives share rare names.</summary>
    public double Rarest { get; init; }
}

/// <summary>Prior and thresholds for one purpose.</summary>
/// <param name="ExpectedOnRegister">How probable it is that the person asked about is on the register at all, 0 to 1.</param>
/// <param name="SmallestPopulation">However few are on the register, a person asked about is one of at least so many.</param>
/// <param name="Possible">From this probability a person must look.</param>
/// <param name="Match">From this probability nobody need look, unless a named rule says so.</param>
/// <param name="ClearMargin">How many bits the best must be ahead of the next for a match.</param>
public sealed record PurposeModel(double ExpectedOnRegister, int SmallestPopulation, double Possible, double Match, double ClearMargin);
