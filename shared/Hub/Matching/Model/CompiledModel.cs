using Hub.Matching.Comparisons;

namespace Hub.Matching.Model;

/// <summary>The model's figures as weighing uses them: logarithms in thousandths of a bit, by field and level.</summary>
internal sealed class CompiledModel
{
    private const int Scale = 4096;
    private readonly int[][] weights;
    private readonly int[][] agreement;
    private readonly double[][] chances;
    private readonly double[] strength;
    private readonly double[] rarest;

    public CompiledModel(MatchModel model)
    {
        var comparisons = Levels.All.Select(c => model.Comparisons[c.Field]).ToArray();
        weights = [.. comparisons.Select(c => c.Levels.Select(l => MilliBits.Log2(l.M / l.U)).Prepend(0).ToArray())];
        agreement = [.. comparisons.Select(c => c.Levels.Select(l => MilliBits.Log2(l.M)).Prepend(0).ToArray())];
        chances = [.. comparisons.Select(c => c.Levels.Select(l => l.U).Prepend(0).ToArray())];
        strength = [.. comparisons.Select(c => c.Strength)];
        rarest = [.. comparisons.Select(c => c.Rarest)];
    }

    /// <summary>The weight of a level whose chance does not depend on the value.</summary>
    public int Weight(Field field, byte level) => weights[(int)field][level];

    /// <summary>The logarithm of a level's probability for the same person.</summary>
    public int Agreement(Field field, byte level) => agreement[(int)field][level];

    /// <summary>
    /// The weight of a level for a value that others have too. For values that are the same, the model's chance counts
    /// like so many nominals beside those on the register; for values that are only alike, the chance of being alike at
    /// all comes on top of that of having the commoner value.
    /// </summary>
    /// <param name="others">How many other nominals have it.</param>
    /// <param name="population">How many nominals have the field.</param>
    public int Weight(Field field, byte level, int others, int population)
    {
        var i = (int)field;
        var all = population + strength[i];
        var chance = Math.Max(Math.Max(0, others) + (chances[i][level] * (level == 1 ? strength[i] : all)), rarest[i] * all);
        return agreement[i][level] + MilliBits.Log2((ulong)(all * Scale)) - MilliBits.Log2((ulong)Math.Max(1, chance * Scale));
    }
}
