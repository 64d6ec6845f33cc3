using Hub.Matching.Comparisons;
using static Hub.Matching.Comparisons.Found;

namespace Hub.Matching.Rules;

/// <summary>
/// What no sum of weights may override: a nominal to whom one of these applies is never identified without a person's
/// look, however probable.
/// </summary>
/// <param name="Name">Short name, for records.</param>
/// <param name="Applies">Whether it applies to what the comparisons found.</param>
/// <param name="Words">What the officer is told.</param>
internal sealed record Rule(string Name, Rule.Predicate Applies, string Words)
{
    public delegate bool Predicate(ReadOnlySpan<FieldResult> found);

    /// <summary>The first that applies counts.</summary>
    public static readonly Rule[] All =
    [
        new("identifierDiffers", HasOtherIdentifier, "The PNC ID, CRO number or ViSOR reference differs."),
        new("twins", IsTwin, "Surname and date of birth agree, the given name is another or only like it, and no identifier agrees: this may be a twin."),
        new("generation", IsGeneration, "The names agree, but not the generation or the dates of birth: this may be a parent, a child or a namesake."),
        new("givenName", LacksGiven, "No given name agrees and no identifier does: this may be another of the family."),
        new("surname", LacksSurname, "No surname agrees and no identifier does."),
        new("birth", LacksBirth, "No date of birth agrees and no identifier does: others may bear the same name."),
    ];

    /// <summary>The first rule that applies; null where none does.</summary>
    public static Rule? Of(ReadOnlySpan<FieldResult> found)
    {
        foreach (var rule in All)
        {
            if (rule.Applies(found))
            {
                return rule;
            }
        }

        return null;
    }

    private const byte MiddleAlike = 2;
    private const byte MiddleDifferent = 4;

    /// <summary>Twins: the same surname and birth date, and a given name that differs, or a further one where both share the first.</summary>
    public static bool IsTwin(ReadOnlySpan<FieldResult> found) =>
        !HasIdentifier(found) && Agrees(found[(int)Field.Surname]) && found[(int)Field.Born].Level is 1
        && (IsWeak(found[(int)Field.Given]) || found[(int)Field.Middle].Level is MiddleAlike or MiddleDifferent);

    /// <summary>The same names, with births more than a slip apart, or said to be another generation: Sr and Jr.</summary>
    public static bool IsGeneration(ReadOnlySpan<FieldResult> found) =>
        !HasIdentifier(found) && !Differs(found[(int)Field.Given])
        && (found[(int)Field.Born].Level is BornNear or BornDifferent || found[(int)Field.Generation].Weight < 0);

    private static bool LacksGiven(ReadOnlySpan<FieldResult> found) =>
        !HasIdentifier(found) && (!found[(int)Field.Given].IsCompared || IsWeak(found[(int)Field.Given]));

    private static bool LacksSurname(ReadOnlySpan<FieldResult> found) => !HasIdentifier(found) && !Agrees(found[(int)Field.Surname]);

    private static bool LacksBirth(ReadOnlySpan<FieldResult> found) => !HasIdentifier(found) && found[(int)Field.Born].Weight <= 0;

    private static bool HasOtherIdentifier(ReadOnlySpan<FieldResult> found) =>
        found[(int)Field.PncId].Weight < 0 || found[(int)Field.CroNumber].Weight < 0 || found[(int)Field.VisorReference].Weight < 0;
}
