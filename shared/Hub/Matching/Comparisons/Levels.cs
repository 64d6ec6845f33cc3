namespace Hub.Matching.Comparisons;

/// <summary>
/// The levels of every comparison by name, most alike first; a level's number is its place, from 1. The model file must
/// give each of them its probabilities.
/// </summary>
internal static class Levels
{
    /// <summary>Names that agree in one of several parts, as double-barrelled ones do.</summary>
    public const byte Part = 15;

    /// <summary>Somebody's first given name is the other's middle name.</summary>
    public const byte MiddleAsGiven = 15;

    public const byte NameDifferent = 14;

    /// <summary>One part of the surnames agrees, another differs.</summary>
    public const byte PartDiffers = 16;

    /// <summary>The surname of one stands among the other's given names.</summary>
    public const byte SurnameElsewhere = 17;

    /// <summary>As before, but other words of the names differ.</summary>
    public const byte SurnamePartElsewhere = 18;

    /// <summary>The given name of one stands in the other's surname.</summary>
    public const byte GivenElsewhere = 16;

    public static readonly (string Field, string[] Levels)[] All =
    [
        ("surname", [.. Words, "part", "part-differs", "elsewhere", "part-elsewhere"]),
        ("given", [.. Words, "middle-as-given", "elsewhere"]),
        ("middle", ["exact", "alike", "initial", "different", "partly"]),
        ("nameOrder", ["swapped"]),
        ("generation", ["same", "different"]),
        ("born", ["exact", "day-month-swapped", "one-digit", "year-differs", "day-differs", "month-differs", "near", "different"]),
        ("bornInPart", ["agrees", "near", "different"]),
        ("sex", ["same", "different"]),
        ("nationality", ["same", "different"]),
        ("pncId", ["same", "one-slip", "different"]),
        ("croNumber", ["same", "one-slip", "different"]),
        ("visorReference", ["same", "one-slip", "different"]),
        ("document", ["same", "one-slip", "two-slips", "different"]),
        ("postcode", ["same", "one-slip", "sector", "different"]),
        ("address", ["same", "mostly", "partly", "different"]),
        ("placeOfBirth", ["same", "alike", "different"]),
        ("occupation", ["same", "alike", "different"]),
        ("phone", ["same", "one-slip", "different"]),
        ("email", ["same", "other-provider", "alike", "different"]),
        ("relation", ["same-household", "other-person"]),
    ];

    // In the order of TokenLevel.
    private static string[] Words => ["exact", "spelling", "variant", "one-slip", "shortened", "sounds-alike", "language", "two-slips", "clipped", "initial", "skeleton", "near-skeleton", "similar", "different"];
}
