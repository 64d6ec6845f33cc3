using System.Collections.Frozen;
using Hub.Matching.Comparisons;

namespace Hub.Matching.Estimation;

/// <summary>
/// Estimates the figures of a model (Fellegi and Sunter, 1969) from a register without knowing who on it is the same:
/// u from pairs at random, m by EM (Winkler, 1988) in several passes, each over pairs that share another key. Neither
/// the order the register was loaded in nor the machine changes the outcome.
/// </summary>
public static class ModelEstimation
{
    /// <summary>u is counted among the pairs that are not matches, and which these are depends on m: so often both are estimated.</summary>
    private const int Turns = 3;

    /// <param name="register">Loaded, and by the model that is the starting point.</param>
    /// <exception cref="EstimationRefusedException">The register is too small.</exception>
    public static EstimationResult Run(RegisterIndex register, EstimationSettings settings, CancellationToken cancellationToken = default)
    {
        if (register.Count < EstimationSettings.FewestNominals)
        {
            throw new EstimationRefusedException(
                $"The register has {register.Count:N0} nominals; to estimate from takes at least {EstimationSettings.FewestNominals:N0}.");
        }

        var rows = new RegisterRows(register.Snapshot);
        var comparing = new PairComparing(rows, register.Model);
        var random = RandomPairs.Of(rows, comparing, settings, cancellationToken);
        var passes = new Passes(rows, comparing, settings, cancellationToken);
        var figures = Estimate(register, random, passes, settings);
        var model = NewModel.Of(register.Model, figures, settings, rows.Count, random.Pairs);
        var changes = OutcomeChanges.Of(rows, register.Model, model, settings, cancellationToken);
        return new EstimationResult(model, ReportMaking.Of(register.Model, model, figures, changes, rows.Count, random.Pairs, settings.Seed));
    }

    private static EstimatedFigures Estimate(RegisterIndex register, PatternCounts random, Passes passes, EstimationSettings settings)
    {
        var patterns = random.Ordered();
        var seen = Tally.Of(patterns);
        passes.Show(seen);
        var shrinkage = new Shrinkage(settings.PriorEvents, seen);
        var commonness = BornYears.Commonness(register.Snapshot.Terms);
        var (priorM, priorU) = (LevelTable.M(register.Model), BornYears.Times(LevelTable.U(register.Model), commonness));
        var (m, u, shares) = (priorM, priorU, default(Shares));
        for (var turn = 1; ; turn++)
        {
            var others = ExpectationMaximisation.Expect(patterns, FrozenSet<Field>.Empty, m, u, shares).Others;
            u = shrinkage.Of(others, priorU);
            KeepShares(u, priorU);
            var outcome = passes.Run(m, u, priorM, shrinkage);
            m = outcome.M;
            shares = new Shares(Math.Min(0.5, outcome.Doubles / (register.Count * (register.Count - 1.0) / 2)), Related: 0);
            if (turn == Turns)
            {
                return new EstimatedFigures(m, BornYears.Times(u, 1 / commonness), others, outcome, shrinkage);
            }
        }
    }

    private static void KeepShares(LevelTable u, LevelTable prior)
    {
        foreach (var field in LevelTable.Fields.Where(Tally.IsShare))
        {
            u[field, 1] = prior[field, 1];
        }
    }
}

/// <summary>What was estimated, and what it rests on.</summary>
/// <param name="Others">Pairs at random that are no matches, by level.</param>
internal sealed record EstimatedFigures(LevelTable M, LevelTable U, Tally Others, PassesOutcome Passes, Shrinkage Shrinkage);
