using Hub.Matching.Comparisons;

namespace Hub.Matching.Estimation;

/// <summary>One figure for each level of each comparison; at level 0, where nothing was compared, none.</summary>
internal sealed class LevelTable
{
    private readonly double[][] figures = [.. Levels.All.Select(c => new double[c.Levels.Length + 1])];

    public double this[Field field, int level]
    {
        get => figures[(int)field][level];
        set => figures[(int)field][level] = value;
    }

    public static IEnumerable<Field> Fields => Enumerable.Range(0, Levels.All.Length).Select(i => (Field)i);

    public static int LevelsOf(Field field) => Levels.All[(int)field].Levels.Length;

    public static LevelTable M(MatchModel model) => Of(model, level => level.M);

    public static LevelTable U(MatchModel model) => Of(model, level => level.U);

    public LevelTable Copy()
    {
        var copy = new LevelTable();
        for (var i = 0; i < figures.Length; i++)
        {
            figures[i].CopyTo(copy.figures[i], 0);
        }

        return copy;
    }

    /// <summary>The largest difference between two tables.</summary>
    public double Largest(LevelTable other)
    {
        var largest = 0.0;
        foreach (var field in Fields)
        {
            for (var level = 1; level <= LevelsOf(field); level++)
            {
                largest = Math.Max(largest, Math.Abs(this[field, level] - other[field, level]));
            }
        }

        return largest;
    }

    private static LevelTable Of(MatchModel model, Func<Model.LevelModel, double> figure)
    {
        var table = new LevelTable();
        foreach (var field in Fields)
        {
            var levels = model.Comparisons[Levels.All[(int)field].Field].Levels;
            for (var level = 1; level <= levels.Count; level++)
            {
                table[field, level] = figure(levels[level - 1]);
            }
        }

        return table;
    }
}
