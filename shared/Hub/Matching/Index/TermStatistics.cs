namespace Hub.Matching.Index;

/// <summary>
/// How common values are on the register: what makes Smith weigh less than Featherstonehaugh. Counts of nominals;
/// one thread changes them, any number read.
/// </summary>
internal sealed class TermStatistics(TokenTable tokens)
{
    private const int FirstYear = 1850;
    private const int Years = 256;
    private readonly int[] years = new int[Years];
    private readonly int[] nationalities = new int[Packed.NationalityCount];
    private int born;
    private int withNationality;
    private readonly List<int> counted = [];

    public TokenTable Tokens => tokens;

    /// <summary>Nominals born in this year, and nominals with any year of birth.</summary>
    public (int Of, int All) Year(int year) => (years[Index(year)], born);

    public (int Of, int All) Nationality(ushort nationality) => (nationalities[nationality], withNationality);

    /// <summary>Counts one nominal in (1) or out (-1), names and rest read.</summary>
    public void Count(Traits traits, int change)
    {
        if (traits.Born != 0)
        {
            CountYear(Packed.Year(traits.Born), change);
        }

        if (traits.Nationality != 0)
        {
            CountNationality(traits.Nationality, change);
        }

        RecordTerms.Of(traits, counted);
        foreach (var term in counted)
        {
            tokens.CountTerm(RecordTerms.Role(term), RecordTerms.Word(term), change);
        }
    }

    public void CountYear(int year, int change)
    {
        years[Index(year)] += change;
        born += change;
    }

    public void CountNationality(ushort nationality, int change)
    {
        nationalities[nationality] += change;
        withNationality += change;
    }

    /// <summary>Years that are counted apart: those before the first count as it, those after the last as that.</summary>
    public static int YearCounted(int year) => FirstYear + Index(year);

    /// <summary>All years that are counted apart.</summary>
    public static IEnumerable<int> YearsCounted => Enumerable.Range(FirstYear, Years);

    private static int Index(int year) => Math.Clamp(year - FirstYear, 0, Years - 1);
}
