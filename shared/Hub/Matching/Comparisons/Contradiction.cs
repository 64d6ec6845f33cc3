using Hub.Matching.Model;

namespace Hub.Matching.Comparisons;

/// <summary>
/// What a name can say at most where another part of it differs. Relatives share surnames and fathers' names however
/// rare, and compound given names go together: one without the other is no proof.
/// </summary>
internal static class Contradiction
{
    private const int SurnameAlone = 8 * MilliBits.PerBit;
    private const int GivenAlone = 6 * MilliBits.PerBit;
    private const int FurtherGiven = 2 * MilliBits.PerBit;

    public static void Limit(Span<FieldResult> results)
    {
        var surnameDiffers = results[(int)Field.Surname].Level == Levels.NameDifferent;
        var givenDiffers = results[(int)Field.Given].Level == Levels.NameDifferent;
        if (givenDiffers)
        {
            Limit(ref results[(int)Field.Surname], SurnameAlone);
        }

        if (surnameDiffers)
        {
            Limit(ref results[(int)Field.Given], GivenAlone);
        }

        if (surnameDiffers || givenDiffers || results[(int)Field.Given].Level == Levels.MiddleAsGiven)
        {
            Limit(ref results[(int)Field.Middle], FurtherGiven);
        }
    }

    private static void Limit(ref FieldResult result, int most) => result = result with { Weight = Math.Min(result.Weight, most) };
}
