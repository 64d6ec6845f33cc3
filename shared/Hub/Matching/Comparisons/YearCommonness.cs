using Hub.Matching.Model;

namespace Hub.Matching.Comparisons;

/// <summary>How much more, or less, a year of birth tells than the model says, by how common it is on the register.</summary>
internal static class YearCommonness
{
    // The model's chance is for a year that is as common as any of sixty; it counts like a thousand nominals.
    public const int AsCommonAs = 60;
    public const int Strength = 1000;

    public static int Bits(Comparing pair, int year)
    {
        var (of, all) = pair.Terms.Year(year);
        var share = (ulong)(Math.Max(0, of - 1) * AsCommonAs) + Strength;
        return MilliBits.Log2((ulong)Math.Max(0, all) + Strength) - MilliBits.Log2(share);
    }
}
