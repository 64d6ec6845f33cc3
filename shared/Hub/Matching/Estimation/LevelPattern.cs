using Hub.Matching.Comparisons;

namespace Hub.Matching.Estimation;

/// <summary>The levels of all comparisons for one pair, in one number: pairs with the same pattern count as one.</summary>
internal readonly record struct LevelPattern(UInt128 Packed) : IComparable<LevelPattern>
{
    private const int BitsPerField = 5;
    private const int Mask = (1 << BitsPerField) - 1;

    /// <summary>The level of a comparison, from 1; 0 where it was not compared.</summary>
    public int this[Field field] => (int)(uint)(Packed >> ((int)field * BitsPerField)) & Mask;

    public static LevelPattern Of(ReadOnlySpan<FieldResult> results)
    {
        var packed = UInt128.Zero;
        for (var i = results.Length - 1; i >= 0; i--)
        {
            packed = (packed << BitsPerField) | results[i].Level;
        }

        return new(packed);
    }

    public int CompareTo(LevelPattern other) => Packed.CompareTo(other.Packed);
}
