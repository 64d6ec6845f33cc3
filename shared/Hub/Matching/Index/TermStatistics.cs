namespace Hub.Matching.Index;

/// <summary>
/// How common values are on the register: what makes Smith weigh less than Featherstonehaugh. Counts of nominals;
/// one thread changes them, any number read.
/// </summary>
internal sealed class TermStatistics(TokenTable tokens)
{
    private const int FirstYear = 1850;
    private const int Years = 256;
    private const int RoleShift = 24;
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
            years[Index(Packed.Year(traits.Born))] += change;
            born += change;
        }

        if (traits.Nationality != 0)
        {
            nationalities[traits.Nationality] += change;
            withNationality += change;
        }

        foreach (var name in traits.Names)
        {
            CountWords(TermRole.Surname, traits, name.Surname, change);
            CountWords(TermRole.Given, traits, name.Given, change);
        }

        foreach (var address in traits.Addresses)
        {
            CountWords(TermRole.Place, traits, address.Words, change);
        }

        CountWords(TermRole.Place, traits, traits.PlaceOfBirth, change);
        CountWords(TermRole.Place, traits, traits.Occupation, change);
        counted.Clear();
    }

    // A word counts once for a nominal, however many aliases or addresses have it.
    private void CountWords(TermRole role, Traits traits, WordRange range, int change)
    {
        for (var i = 0; i < range.Count; i++)
        {
            var word = traits.Word(range, i);
            var once = ((int)role << RoleShift) | word;
            if (!counted.Contains(once))
            {
                counted.Add(once);
                tokens.CountTerm(role, word, change);
            }
        }
    }

    private static int Index(int year) => Math.Clamp(year - FirstYear, 0, Years - 1);
}
