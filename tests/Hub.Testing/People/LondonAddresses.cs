using Hub.Persons;

namespace Hub.Testing.People;

/// <summary>Made-up addresses on made-up streets in real London postcode districts.</summary>
public static class LondonAddresses
{
    private const int HighestNumber = 180;
    private const int FlatShare = 350;
    private const int HighestFlat = 60;
    private const string InwardLetters = "ABDEFGHJLNPQRSTUWXYZ";

    private static readonly string[] Districts =
        ("E1 E2 E3 E4 E5 E6 E7 E8 E9 E10 E11 E12 E13 E14 E15 E16 E17 E18 N1 N2 N4 N5 N7 N8 N9 N11 N12 N13 N15 N16 N17 N18 N19 N20 N21 N22 " +
        "NW1 NW2 NW3 NW4 NW5 NW6 NW7 NW8 NW9 NW10 NW11 SE1 SE2 SE3 SE4 SE5 SE6 SE7 SE8 SE9 SE10 SE11 SE12 SE13 SE14 SE15 SE16 SE17 SE18 SE20 SE23 SE25 SE28 " +
        "SW2 SW4 SW6 SW8 SW9 SW11 SW12 SW15 SW16 SW17 SW18 SW19 W2 W3 W4 W5 W6 W7 W9 W10 W11 W12 W13 BR1 BR5 CR0 CR4 CR7 EN1 EN3 HA0 HA1 HA3 HA9 IG1 IG3 IG11 KT2 RM1 RM8 RM10 SM1 SM4 TW3 TW7 TW13 UB1 UB3 UB5 UB8").Split(' ');

    private static readonly string[] Names =
        ("Albert Alma Arnold Balfour Beech Belmont Brook Burgoyne Cambridge Carlton Cedar Chapel Chester Church Clarence Cleveland Coburg Cranbrook Crescent Derby Devonshire Dunmow Eagle Elm Essex Fairfield " +
        "Farm Forest Garden Gladstone Glebe Gordon Grange Grove Hamilton Harold Hartington High Hill Holly Hope Ivy Jubilee Kent Kingsley Lansdowne Laurel Lime Linden London Lower Manor Maple Marsh Mayfield " +
        "Meadow Mill Milton Napier Nelson Norfolk Northcote Oak Oakfield Orchard Osborne Oxford Palmerston Park Percy Poplar Prince Priory Queens Railway Rectory Richmond Rosebery Russell Salisbury School " +
        "Selborne Sidney Somerset Southfield Spring Stanley Station Sunny Sussex Sydenham Tower Upper Vale Victoria Vine Warwick Waterloo Wellington Wharf Wilton Windsor Wood York").Split(' ');

    private static readonly string[] Kinds = ["Road", "Road", "Road", "Street", "Street", "Avenue", "Close", "Gardens", "Lane", "Grove", "Way", "Court"];

    public static Address Next(SeededRandom random)
    {
        // One postcode is one side of a street: the inward half follows from the street, so that neighbours share it.
        var (name, kind, district) = (random.Pick(Names), random.Pick(Kinds), random.Pick(Districts));
        var number = 1 + random.Below(HighestNumber);
        var street = SeededRandom.For(SeededRandom.Number(name), SeededRandom.Number(district), SeededRandom.Number(kind) + (ulong)(number % 2));
        var postcode = $"{district} {street.Below(10)}{InwardLetters[street.Below(InwardLetters.Length)]}{InwardLetters[street.Below(InwardLetters.Length)]}";
        return new Address
        {
            Lines = random.Chance(FlatShare) ? [$"Flat {1 + random.Below(HighestFlat)}", $"{number} {name} {kind}"] : [$"{number} {name} {kind}"],
            Postcode = postcode,
        };
    }
}
