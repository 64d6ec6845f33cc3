namespace Hub.Border.Paxlst;

/// <summary>Lengths that a person of a list may have; the same as of a person in a report.</summary>
internal static class PersonLimits
{
    /// <summary>Characters of a code or number.</summary>
    public const int Code = 64;

    /// <summary>Characters of a name or a place.</summary>
    public const int Text = 200;

    /// <summary>Given names.</summary>
    public const int GivenNames = 50;
}
