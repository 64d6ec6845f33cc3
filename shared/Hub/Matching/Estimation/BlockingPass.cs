using System.Collections.Frozen;
using Hub.Matching.Comparisons;
using Hub.Matching.Index;

namespace Hub.Matching.Estimation;

/// <summary>
/// One pass for m: pairs that share a key, among which many are one person twice. What the key is made of agrees in
/// all of them, tells nothing there, and is left out.
/// </summary>
/// <param name="Kind">The key.</param>
/// <param name="Key">The comparison whose first level the key stands for; null where it stands for several.</param>
/// <param name="LeftOut">Comparisons that the key is made of; with names, also sex and nationality, which names tell.</param>
internal sealed record BlockingPass(BlockingKind Kind, Field? Key, FrozenSet<Field> LeftOut)
{
    /// <summary>
    /// Keys of which two persons seldom share one, and that between them leave no comparison out of all passes. None of
    /// a household's: family members who live together would be taken for one person.
    /// </summary>
    public static readonly BlockingPass[] All =
    [
        new(BlockingKind.Born, Field.Born, FrozenSet.Create(Field.Born, Field.BornInPart)),
        new(BlockingKind.NamePair, null, FrozenSet.Create(Field.Surname, Field.Given, Field.NameOrder, Field.Sex, Field.Nationality)),
        On(BlockingKind.Document, Field.Document),
        On(BlockingKind.PncId, Field.PncId),
        On(BlockingKind.CroNumber, Field.CroNumber),
        On(BlockingKind.VisorReference, Field.VisorReference),
    ];

    private static BlockingPass On(BlockingKind kind, Field field) => new(kind, field, FrozenSet.Create(field));
}
