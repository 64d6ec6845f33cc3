namespace Hub.Matching.Searching;

/// <summary>What a word of a search may be.</summary>
public enum SearchField
{
    /// <summary>The nominal's own id on the register.</summary>
    Id,

    Surname,

    /// <summary>Given names in order.</summary>
    Given,

    /// <summary>Names of which nobody said which is the surname.</summary>
    Name,

    /// <summary>A date of birth as far as it is known.</summary>
    Born,

    /// <summary>In whole years, today.</summary>
    Age,
    PncId,
    CroNumber,
    VisorReference,

    /// <summary>The number of a passport or another document.</summary>
    Document,

    /// <summary>A postcode, or its outward part.</summary>
    Postcode,
    Phone,
    Email,
}
