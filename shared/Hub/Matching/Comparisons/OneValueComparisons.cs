namespace Hub.Matching.Comparisons;

/// <summary>Sex and nationality: the same or not.</summary>
internal static class OneValueComparisons
{
    private const byte Same = 1;
    private const byte Different = 2;

    public static FieldResult Sex(Comparing pair)
    {
        var (a, b) = (pair.Reported.Sex, pair.Registered.Sex);
        return a == Persons.Sex.Unknown || b == Persons.Sex.Unknown ? default : pair.Result(Field.Sex, a == b ? Same : Different);
    }

    /// <summary>A nationality that few on the register have says more than one that most have.</summary>
    public static FieldResult Nationality(Comparing pair)
    {
        var (a, b) = (pair.Reported.Nationality, pair.Registered.Nationality);
        if (a == 0 || b == 0)
        {
            return default;
        }

        if (a != b)
        {
            return pair.Result(Field.Nationality, Different);
        }

        var (of, all) = pair.Terms.Nationality(b);
        return new(Same, pair.Model.Weight(Field.Nationality, Same, of - 1, all));
    }
}
