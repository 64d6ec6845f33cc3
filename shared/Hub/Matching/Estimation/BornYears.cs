using Hub.Matching.Comparisons;
using Hub.Matching.Index;

namespace Hub.Matching.Estimation;

/// <summary>
/// The model's chance of a shared birth date is for a year as common as any of sixty, and the comparison corrects it by
/// the register's years. What is counted on a register holds its years already, so it is carried over both ways.
/// </summary>
internal static class BornYears
{
    private const int FirstYear = 1850;
    private const int LastYear = 2105;
    private static readonly int[] Corrected = [1, 2, 3, 7, 8];

    /// <summary>By how much chance agreement is commoner on this register than among people of sixty years; 1 where it is as common.</summary>
    public static double Commonness(TermStatistics terms)
    {
        var commonness = 0.0;
        for (var year = FirstYear; year <= LastYear; year++)
        {
            var (of, all) = terms.Year(year);
            if (of > 0)
            {
                commonness += of / (double)all * ((((of - 1.0) * YearCommonness.AsCommonAs) + YearCommonness.Strength) / (all + YearCommonness.Strength));
            }
        }

        return commonness == 0 ? 1 : commonness;
    }

    /// <summary>The chances with those of birth dates times a factor, and that of dates that differ making up the sum.</summary>
    public static LevelTable Times(LevelTable u, double factor)
    {
        var result = u.Copy();
        var last = LevelTable.LevelsOf(Field.Born);
        foreach (var level in Corrected)
        {
            result[Field.Born, level] *= factor;
            result[Field.Born, last] += u[Field.Born, level] - result[Field.Born, level];
        }

        return result;
    }
}
