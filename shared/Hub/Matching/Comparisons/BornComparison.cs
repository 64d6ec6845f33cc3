using Hub.Matching.Index;

namespace Hub.Matching.Comparisons;

/// <summary>
/// Whole dates of birth: the same, day and month swapped, one digit wrong or two neighbours swapped, one of day, month
/// and year wrong. How common the year is on the register counts: among children a shared birthday says less.
/// </summary>
internal static class BornComparison
{
    private const byte Exact = 1;
    private const byte Swapped = 2;
    private const byte OneDigit = 3;
    private const byte YearDiffers = 4;
    private const byte DayDiffers = 5;
    private const byte MonthDiffers = 6;
    private const byte Near = 7;
    private const byte Different = 8;

    // A first of January is often only a year: such days are taken to be so much commoner than others.
    private const int FirstOfYearBits = 3;

    public static FieldResult Compare(Comparing pair) => Compare(pair, pair.Registered.Born);

    /// <summary>With the register's date given by itself (see <see cref="Packed.Born"/>).</summary>
    public static FieldResult Compare(Comparing pair, int registered)
    {
        var reported = pair.Reported.Born;
        if (!Packed.IsWhole(reported) || !Packed.IsWhole(registered))
        {
            return default;
        }

        var level = Level(reported, registered);
        return level is Exact or Swapped or OneDigit ? OfYear(pair, level, registered) : pair.Result(Field.Born, level);
    }

    private static byte Level(int a, int b)
    {
        if (a == b)
        {
            return Exact;
        }

        var (year, month, day) = (Packed.Year(a) == Packed.Year(b), Packed.Month(a) == Packed.Month(b), Packed.Day(a) == Packed.Day(b));
        if (year && Packed.Month(a) == Packed.Day(b) && Packed.Day(a) == Packed.Month(b))
        {
            return Swapped;
        }

        if (IsOneSlip(a, b))
        {
            return OneDigit;
        }

        return (year, month, day) switch
        {
            (false, true, true) => YearDiffers,
            (true, true, false) => DayDiffers,
            (true, false, true) => MonthDiffers,
            _ => Math.Abs(Ordinal(a) - Ordinal(b)) <= NearDays ? Near : Different,
        };
    }

    private const int NearDays = 366;

    private static int Ordinal(int born) => (Packed.Year(born) * 366) + (Packed.Month(born) * 31) + Packed.Day(born);

    /// <summary>One digit of yyyyMMdd wrong, or two neighbours the wrong way round.</summary>
    private static bool IsOneSlip(int a, int b)
    {
        var (x, y) = (Digits(a), Digits(b));
        var (differing, first, last, at) = (0, 0, 0, 0);
        for (; x > 0 || y > 0; x /= 10, y /= 10, at++)
        {
            if (x % 10 != y % 10)
            {
                differing++;
                (first, last) = differing == 1 ? (at, at) : (first, at);
            }
        }

        return differing == 1 || (differing == 2 && last == first + 1 && SwappedAt(Digits(a), Digits(b), first));
    }

    private static bool SwappedAt(int x, int y, int at)
    {
        for (; at > 0; at--)
        {
            x /= 10;
            y /= 10;
        }

        return x % 10 == y / 10 % 10 && x / 10 % 10 == y % 10;
    }

    private static int Digits(int born) => (Packed.Year(born) * 10000) + (Packed.Month(born) * 100) + Packed.Day(born);

    private static FieldResult OfYear(Comparing pair, byte level, int registered)
    {
        var firstOfYear = level == Exact && Packed.Month(registered) == 1 && Packed.Day(registered) == 1 ? FirstOfYearBits * Model.MilliBits.PerBit : 0;
        return new(level, pair.Model.Weight(Field.Born, level) + YearCommonness.Bits(pair, Packed.Year(registered)) - firstOfYear);
    }
}
