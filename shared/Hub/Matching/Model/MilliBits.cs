namespace Hub.Matching.Model;

/// <summary>
/// Weights of evidence as whole thousandths of a bit (log2 Bayes factors): sums come out the same in any order, on any
/// machine. Logarithms are by multiplication and table only, since those of the platform differ in their last bit.
/// </summary>
internal static class MilliBits
{
    public const int PerBit = 1000;
    private const int TableBits = 12;
    private static readonly short[] Mantissas = MakeTable();

    /// <summary>Log2 of a number above zero, rounded to a thousandth.</summary>
    public static int Log2(double value)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(value);
        var exponent = Math.ILogB(value);
        var rest = Math.ScaleB(value, -exponent);
        long fraction = 0;
        const int Steps = 20;
        for (var i = 0; i < Steps; i++)
        {
            rest *= rest;
            fraction <<= 1;
            if (rest >= 2)
            {
                rest /= 2;
                fraction |= 1;
            }
        }

        return (exponent * PerBit) + (int)(((fraction * PerBit) + (1L << (Steps - 1))) >> Steps);
    }

    /// <summary>Log2 of a whole number above zero, to about a thousandth, fast.</summary>
    public static int Log2(ulong value)
    {
        var exponent = System.Numerics.BitOperations.Log2(value);
        var mantissa = exponent >= TableBits ? value >> (exponent - TableBits) : value << (TableBits - exponent);
        return (exponent * PerBit) + Mantissas[(int)mantissa & ((1 << TableBits) - 1)];
    }

    /// <summary>The probability of log2 odds, to six places; never quite 0 or 1.</summary>
    public static double Probability(int odds)
    {
        const double Least = 0.000001;
        const int Certain = 20 * PerBit;
        if (Math.Abs(odds) >= Certain)
        {
            return odds > 0 ? 1 - Least : Least;
        }

        // Two to the power of the odds, by squaring and a table of the thousandths' binary digits.
        var whole = Math.DivRem(odds, PerBit, out var rest);
        if (rest < 0)
        {
            rest += PerBit;
            whole--;
        }

        var power = Math.ScaleB(PowerOf(rest), whole);
        return Math.Clamp(Math.Round(power / (1 + power), 6), Least, 1 - Least);
    }

    public static double ToBits(int millibits) => millibits / (double)PerBit;

    // 2^(thousandths/1000) by ten successive square roots of two; square roots are exact to the last bit everywhere.
    private static double PowerOf(int thousandths)
    {
        var fraction = (thousandths << 16) / PerBit;
        var root = 2.0;
        var power = 1.0;
        for (var bit = 15; bit >= 0; bit--)
        {
            root = Math.Sqrt(root);
            if ((fraction & (1 << bit)) != 0)
            {
                power *= root;
            }
        }

        return power;
    }

    private static short[] MakeTable()
    {
        var table = new short[1 << TableBits];
        for (var i = 0; i < table.Length; i++)
        {
            table[i] = (short)Log2(1 + (i / (double)table.Length));
        }

        return table;
    }
}
