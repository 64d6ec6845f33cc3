using Hub.Matching.Comparisons;

namespace Hub.Matching.Estimation;

/// <summary>
/// From counts to probabilities, drawn towards the starting model: each of its figures counts like a given number of
/// pairs seen at that level (a gamma prior for each level's rate, made to sum to 1). So a level expected once in a
/// million pairs keeps its figure while few millions have been seen, and nothing becomes 0 or 1.
/// </summary>
internal sealed class Shrinkage(double events, Tally seen)
{
    /// <summary>
    /// True for a level that hardly any pair showed, drawn at random or from blocks: this register does not have such
    /// data, reports may. An age is stated in reports only; a register without initials says nothing about initials.
    /// </summary>
    public bool IsKept(Field field, int level) => seen[field, level] < events;

    public LevelTable Of(Tally tally, LevelTable prior)
    {
        var result = new LevelTable();
        foreach (var field in LevelTable.Fields)
        {
            Estimate(field, tally, prior, result);
        }

        return result;
    }

    private void Estimate(Field field, Tally tally, LevelTable prior, LevelTable result)
    {
        var levels = LevelTable.LevelsOf(field);
        var (whole, kept, estimated) = (0.0, 0.0, 0.0);
        for (var level = 1; level <= levels; level++)
        {
            var before = prior[field, level];
            var isKept = tally.Of(field) == 0 || IsKept(field, level);
            result[field, level] = isKept ? before : (tally[field, level] + events) / (tally.Of(field) + (events / before));
            whole += before;
            kept += isKept ? before : 0;
            estimated += isKept ? 0 : result[field, level];
        }

        if (estimated == 0 || Tally.IsShare(field))
        {
            return;
        }

        // A starting model's figures may add up to a little more than 1.
        var scale = (Math.Max(1, whole) - kept) / estimated;
        for (var level = 1; level <= levels; level++)
        {
            result[field, level] *= IsKept(field, level) ? 1 : scale;
        }
    }
}
