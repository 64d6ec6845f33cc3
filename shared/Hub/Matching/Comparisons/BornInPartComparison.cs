using Hub.Matching.Index;

namespace Hub.Matching.Comparisons;

/// <summary>Births of which one side knows the year only, the year and month, or an age: whether they fit as far as they are known.</summary>
internal static class BornInPartComparison
{
    private const byte Agrees = 1;
    private const byte Near = 2;
    private const byte Different = 3;

    public static FieldResult Compare(Comparing pair) => Compare(pair, pair.Registered.Born);

    /// <summary>With the register's date given by itself (see <see cref="Packed.Born"/>).</summary>
    public static FieldResult Compare(Comparing pair, int registered)
    {
        var reported = pair.Reported.Born;
        if (registered == 0 || (reported != 0 && Packed.IsWhole(reported) && Packed.IsWhole(registered)))
        {
            return default;
        }

        var (first, last) = reported != 0 ? (Packed.Year(reported), Packed.Year(reported)) : pair.Reported.BornBetween;
        if (first == 0)
        {
            return default;
        }

        var level = Level(first, last, Packed.Year(registered), MonthsFit(reported, registered));
        var result = pair.Result(Field.BornInPart, level);
        return level == Agrees ? result with { Weight = result.Weight + YearCommonness.Bits(pair, Packed.Year(registered)) } : result;
    }

    private static byte Level(int first, int last, int year, bool monthsFit) =>
        year >= first && year <= last && monthsFit ? Agrees
        : year >= first - 1 && year <= last + 1 ? Near
        : Different;

    private static bool MonthsFit(int a, int b) => Packed.Month(a) == 0 || Packed.Month(b) == 0 || Packed.Month(a) == Packed.Month(b);
}
