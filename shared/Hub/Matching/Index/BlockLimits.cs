namespace Hub.Matching.Index;

/// <summary>
/// How many may share a key for it to be used. Keys that say much are always used. One that says little and is shared by
/// many brings nobody who could come near a threshold without another key: who bears a common name and is not born on
/// a like day is not found by that name alone.
/// </summary>
/// <param name="Names">For surname and given name together.</param>
/// <param name="Weak">For a postcode, a house and street, one name.</param>
/// <param name="Scraps">For half a number, one word of an address.</param>
internal readonly record struct BlockLimits(int Names, int Weak, int Scraps)
{
    // Where names are nearly all there is, they are all that can be gone by.
    private const int NamesWithoutBirth = 2_000;

    public static BlockLimits Of(MatchPurpose purpose, bool hasBirth) => purpose switch
    {
        MatchPurpose.BorderScreening => new(hasBirth ? 50 : NamesWithoutBirth, 50, 0),
        MatchPurpose.ArrestRouting => new(hasBirth ? 300 : NamesWithoutBirth, 300, 200),
        _ => new(NamesWithoutBirth, 500, 500),
    };

    public int Of(BlockingKind kind) => kind switch
    {
        BlockingKind.NamePair or BlockingKind.NameFamily => Names,
        BlockingKind.DocumentHalf or BlockingKind.PlaceWord => Scraps,
        >= BlockingKind.AddressPair => Weak,
        _ => int.MaxValue,
    };
}
