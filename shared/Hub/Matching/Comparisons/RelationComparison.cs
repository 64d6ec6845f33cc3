using static Hub.Matching.Comparisons.Found;

namespace Hub.Matching.Comparisons;

/// <summary>
/// What fields tell together that they do not tell one by one: relatives share surname and home, and strangers a home,
/// without being one person. Weighs against whoever is so related; nothing is found where neither holds.
/// </summary>
internal static class RelationComparison
{
    private const byte SameHousehold = 1;
    private const byte OtherPerson = 2;

    /// <summary>From the results of all other comparisons.</summary>
    public static FieldResult Compare(Comparing pair, ReadOnlySpan<FieldResult> found) =>
        IsOtherPerson(found) ? pair.Result(Field.Relation, OtherPerson)
        : IsSameHousehold(found) ? pair.Result(Field.Relation, SameHousehold)
        : default;

    /// <summary>Somebody else: names and birth date were compared, and differ.</summary>
    public static bool IsOtherPerson(ReadOnlySpan<FieldResult> found) =>
        !HasOwn(found) && !Agrees(found[(int)Field.Surname]) && !Agrees(found[(int)Field.Given])
        && (Differs(found[(int)Field.Surname]) || Differs(found[(int)Field.Given])) && found[(int)Field.Born].Weight <= 0 && found[(int)Field.BornInPart].Weight <= 0;

    /// <summary>One household: the same surname and address, another given name, and another birth date.</summary>
    public static bool IsSameHousehold(ReadOnlySpan<FieldResult> found) =>
        !HasOwn(found) && Agrees(found[(int)Field.Surname]) && SharesHome(found)
        && IsWeak(found[(int)Field.Given]) && (found[(int)Field.Born].Level is BornNear or BornDifferent);
}
