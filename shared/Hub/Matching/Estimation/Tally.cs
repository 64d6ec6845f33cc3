using Hub.Matching.Comparisons;

namespace Hub.Matching.Estimation;

/// <summary>How many pairs, whole or in expectation, were at each level, and in how many each comparison was made at all.</summary>
internal sealed class Tally
{
    private readonly double[] totals = new double[Levels.All.Length];
    private readonly LevelTable counts = new();

    public static Tally Of(PatternCount[] patterns)
    {
        var tally = new Tally();
        foreach (var (pattern, count, _) in patterns)
        {
            tally.Add(pattern, count);
        }

        return tally;
    }

    public double this[Field field, int level] => counts[field, level];

    public double Of(Field field) => totals[(int)field];

    public void Add(LevelPattern pattern, double pairs)
    {
        for (var field = Field.Surname; field < Field.Count; field++)
        {
            var level = pattern[field];
            if (level != 0)
            {
                counts[field, level] += pairs;
            }

            if (level != 0 || (IsShare(field) && (pattern[Field.Surname] != 0 || pattern[Field.Given] != 0)))
            {
                totals[(int)field] += pairs;
            }
        }
    }

    /// <summary>Adds what another counted, except for the comparisons left out.</summary>
    public void Add(Tally other, IReadOnlySet<Field> except)
    {
        foreach (var field in LevelTable.Fields.Where(f => !except.Contains(f)))
        {
            totals[(int)field] += other.Of(field);
            for (var level = 1; level <= LevelTable.LevelsOf(field); level++)
            {
                counts[field, level] += other[field, level];
            }
        }
    }

    /// <summary>
    /// True for a comparison of one level, made only where that holds, such as names the other way round: its m is a
    /// share of all matches whose names were compared, and its u no chance that pairs at random could show.
    /// </summary>
    public static bool IsShare(Field field) => LevelTable.LevelsOf(field) == 1;
}
