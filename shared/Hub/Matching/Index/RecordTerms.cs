namespace Hub.Matching.Index;

/// <summary>Which words of a record are counted for how common they are: each once in a role, however many aliases or addresses have it.</summary>
internal static class RecordTerms
{
    private const int RoleShift = 24;

    /// <summary>Fills in the terms of a record, names and rest read: role and word in one number.</summary>
    public static void Of(Traits traits, List<int> into)
    {
        into.Clear();
        foreach (var name in traits.Names)
        {
            Add(TermRole.Surname, traits, name.Surname, into);
            Add(TermRole.Given, traits, name.Given, into);
        }

        foreach (var address in traits.Addresses)
        {
            Add(TermRole.Place, traits, address.Words, into);
        }

        Add(TermRole.Place, traits, traits.PlaceOfBirth, into);
        Add(TermRole.Place, traits, traits.Occupation, into);
    }

    public static TermRole Role(int term) => (TermRole)(term >> RoleShift);

    public static int Word(int term) => term & ((1 << RoleShift) - 1);

    private static void Add(TermRole role, Traits traits, WordRange range, List<int> into)
    {
        for (var i = 0; i < range.Count; i++)
        {
            var term = ((int)role << RoleShift) | traits.Word(range, i);
            if (!into.Contains(term))
            {
                into.Add(term);
            }
        }
    }
}
