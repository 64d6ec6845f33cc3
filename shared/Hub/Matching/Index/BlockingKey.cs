namespace Hub.Matching.Index;

/// <summary>
/// One blocking key: two people who share one are compared. Its number is the same on every machine and in every
/// run, so that it can address a bucket of a register kept elsewhere.
/// </summary>
/// <param name="Kind">What was taken together.</param>
/// <param name="Value">64 bits that stand for the values.</param>
public readonly record struct BlockingKey(BlockingKind Kind, ulong Value)
{
    internal uint Hash => (uint)(Value >> 32);

    internal static BlockingKey Of(BlockingKind kind, ulong a, ulong b = 0, ulong c = 0) =>
        new(kind, Hashing.Combine(Hashing.Combine(Hashing.Combine((ulong)kind + 1, a), b), c));
}

/// <summary>What a blocking key takes together, the most telling first.</summary>
public enum BlockingKind
{
    /// <summary>The nominal's own id: finds it again, never a match.</summary>
    Id,
    PncId,
    CroNumber,
    VisorReference,
    Document,
    Phone,
    Email,

    /// <summary>Surname and given name by sound, in either order.</summary>
    NamePair,

    /// <summary>Surname by sound and a given name's family of short forms.</summary>
    NameFamily,
    SurnameYearMonth,
    SurnameYearDay,
    SurnameMonthDay,
    GivenYearMonth,
    GivenYearDay,
    GivenMonthDay,
    Born,

    /// <summary>The first two words of an address: the house and the street.</summary>
    AddressPair,
    Postcode,

    /// <summary>The first or the last half of a document's number.</summary>
    DocumentHalf,

    /// <summary>One word of an address.</summary>
    PlaceWord,
    Surname,
    Given,
}
