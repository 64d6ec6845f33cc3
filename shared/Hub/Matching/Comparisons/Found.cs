using Hub.Matching.Names;

namespace Hub.Matching.Comparisons;

/// <summary>What relations and rules ask of the results of the comparisons.</summary>
internal static class Found
{
    public const byte BornNear = 7;
    public const byte BornDifferent = 8;

    // A town alone is no home: so little tells no address.
    private const int TownWeight = 6_000;

    // A family may travel on one document: it identifies with a given name or a birth date that agrees.
    public static bool HasIdentifier(ReadOnlySpan<FieldResult> found) =>
        found[(int)Field.PncId].Level is 1 || found[(int)Field.CroNumber].Level is 1 || found[(int)Field.VisorReference].Level is 1
        || (found[(int)Field.Document].Level is 1 && (Agrees(found[(int)Field.Given]) || found[(int)Field.Born].Weight > 0));

    // Brothers and sisters are given names that sound alike, or come of one: Mia and Mary, Darla and Darlene.
    public static bool IsWeak(FieldResult given) => given.Level is
        (byte)TokenLevel.Variant + 1 or (byte)TokenLevel.SoundsAlike + 1 or (byte)TokenLevel.Language + 1 or >= (byte)TokenLevel.Clipped + 1;

    // A number of the person's own agrees, or nearly. Telephone and e-mail may be the household's where the home is the same.
    public static bool HasOwn(ReadOnlySpan<FieldResult> found) =>
        found[(int)Field.PncId].Weight > 0 || found[(int)Field.CroNumber].Weight > 0 || found[(int)Field.VisorReference].Weight > 0
        || found[(int)Field.Document].Weight > 0 || (!SharesHome(found) && (found[(int)Field.Email].Weight > 0 || found[(int)Field.Phone].Weight > 0));

    public static bool SharesHome(ReadOnlySpan<FieldResult> found) =>
        found[(int)Field.Postcode].Level is 1 || (found[(int)Field.Address].Level is 1 or 2 && found[(int)Field.Address].Weight > TownWeight);

    public static bool Agrees(FieldResult name) => name.IsCompared && name.Level is not ((byte)TokenLevel.Similar + 1) and not Levels.NameDifferent;

    public static bool Differs(FieldResult name) => name.Level is Levels.NameDifferent or (byte)TokenLevel.Similar + 1;
}
