using static Hub.Testing.People.WeightedList;

namespace Hub.Testing.People;

internal static class BritishNames
{
    private static readonly WeightedList<string> Female = Ranked(
        "Olivia Amelia Emily Sophie Chloe Jessica Grace Lily Ella Charlotte Lucy Hannah Megan Ruby Evie Ava Isabella Poppy Mia Freya Daisy Holly Katie Elizabeth Sarah Emma Rebecca Lauren Rachel Victoria Claire Nicola Samantha Natalie Michelle Joanne Louise Helen Karen Susan Margaret Catherine Jane Anne Alice Florence Phoebe Abigail Zoe Jasmine Leah Molly Georgia Eleanor Matilda Maisie Harriet Imogen Tracey Donna Lisa Patricia Christine Linda Jacqueline Deborah Kimberley Stephanie Gemma Kelly Beth Frances Rosemary Dorothy Joan Doris Edith Jean",
        12);

    private static readonly WeightedList<string> Male = Ranked(
        "Jack Oliver Harry George James Thomas William Joshua Daniel Charlie Jacob Alfie Samuel Joseph Alexander Benjamin Matthew Callum Luke Ryan Lewis Ethan Adam Connor Max Archie Leo Oscar Henry Liam Michael David Andrew Christopher Paul Mark Stephen Richard Robert John Peter Anthony Kevin Gary Jason Lee Craig Simon Jonathan Nicholas Edward Charles Toby Freddie Kieran Jordan Kyle Aaron Nathan Bradley Reece Dylan Tyler Cameron Jamie Dean Darren Stuart Neil Ian Alan Brian Keith Graham Ronald Kenneth Derek Raymond Gerald Stanley",
        12);

    private static readonly RareSurnames Places = new(
        "Al Ash Bark Barn Beck Ber Bick Black Bol Brad Bram Bran Brom Bur But Cal Car Chad Clay Clif Col Cop Cran Crow Cul Dal Dar Den Dray Dun East Ed El Fair Far Fen Fox Gar Gil Glad Gran Green Had Hal Ham Har Hat Hazel Hex Hol Hor Hun Kel Ken Kil King Lang Lin Lock Lud Mal Mar Mel Mid Mil Mor Nor Oak Old Os Pem Pick Pres Quar Rad Ray Red Ring Rock Ros Rush Sal San Sel Shel Ship Stan Stock Sut Swan Tad Tal Thorn Til Tor Tun Up Wad Wake Wal War Wat Wen West Whit Wil Win Wood Wor Yar",
        "a be bur cher der en er ing ken ler low man mer ner ning per rel ring sen ster ter ton ven wer",
        "bourne bridge brook burn bury by cliffe combe cote croft dale den field ford gate grave ham hurst land leigh ley lock man mere more ridge sall shaw son stead stone thorpe ton vale well wick wood worth yard");

    public static Culture English { get; } = new()
    {
        Surnames = Ranked(
            "Smith Jones Williams Taylor Brown Davies Evans Wilson Thomas Johnson Roberts Robinson Thompson Wright Walker White Edwards Hughes Green Hall Lewis Harris Clarke Jackson Wood Turner Martin Cooper Hill Ward Morris Moore Clark Lee King Baker Harrison Morgan Allen James Scott Phillips Watson Davis Parker Price Bennett Young Griffiths Mitchell Cook Carter Richardson Bailey Collins Bell Shaw Murphy Miller Cox Richards Khan Marshall Anderson Simpson Ellis Adams Singh Begum Wilkinson Foster Chapman Powell Webb Rogers Gray Mason Ali Hunt Hussain Campbell Matthews Owen Palmer Holmes Mills Barnes Knight Lloyd Butler Russell Barker Fisher Stevens Jenkins Murray Dixon Harvey Graham Pearson Fletcher Walsh Kaur Gibson Howard Andrews Stewart Elliott Reynolds Ford Payne Fox Pearce Day Brooks West Lawrence Cole Atkinson Bradley Spencer Dawson Watts Burton Featherstone",
            14),
        Female = Female,
        Male = Male,
        Rare = Places,
        RareShare = 350,
        Nationalities = Cultures.Nationalities(("GBR", 970), ("USA", 10), ("AUS", 10), ("ZAF", 10)),
        MiddleNames = 600,
    };

    public static Culture Irish { get; } = new()
    {
        Surnames = Ranked(
            "Murphy Kelly O'Sullivan Walsh Smith O'Brien Byrne Ryan O'Connor O'Neill O'Reilly Doyle McCarthy Gallagher Doherty Kennedy Lynch Murray Quinn Moore McLaughlin O'Carroll Connolly Daly O'Connell Wilson Dunne Brennan Burke Collins Campbell Clarke Johnston Hughes O'Farrell Fitzgerald Brown Martin Maguire Nolan Flynn Thompson O'Callaghan O'Donnell Duffy O'Mahony Boyle Healy O'Shea White Sweeney Hayes Kavanagh Power McGrath Moran Brady Stewart Casey Foley Fitzpatrick O'Leary McDonnell McMahon Donnelly Regan Donovan Burns Flanagan Mullan Barry Kane Robinson Cunningham Griffin Kenny Sheehan Ward Whelan Lyons Reid Graham Higgins Cullen Keane King Maher McKenna Bell Scott Hogan McManus",
            10),
        Female = Ranked("Aoife Ciara Niamh Sinead Siobhan Orla Grainne Roisin Caoimhe Aisling Mary Bridget Kathleen Eileen Maureen Deirdre Fionnuala Emma Sarah Grace Clodagh Maeve Una Nuala", 6),
        Male = Ranked("Sean Patrick Conor Liam Declan Brendan Kieran Eoin Padraig Brian Michael John James Niall Cormac Fergus Aidan Dermot Colm Ronan Cathal Oisin Darragh Donal", 6),
        Rare = new RareSurnames("Mc Mac O'", "Al Bran Carr Cor Dev Don Dun Fad Far Fin Gar Gil Gor Her Kel Ken Kin Lar Lough Mal Mur Nal Que Rod Sha Tier Tul", "an e ey gan in ley loe man more nell ney ran ry ty ve"),
        RareShare = 200,
        Nationalities = Cultures.Nationalities(("IRL", 450), ("GBR", 550)),
        MiddleNames = 500,
    };

    public static Culture Caribbean { get; } = new()
    {
        Surnames = Ranked("Brown Williams Campbell Johnson Clarke Francis Gordon Grant Reid Thompson Morgan Henry Joseph Charles Bailey Lewis Edwards Simpson Powell Stewart Scott Allen Wright Walters Palmer Douglas Dacosta Bennett Forbes Blake Gayle Cunningham Barrett Beckford Pinnock Lawes Mcfarlane Mckenzie Samuels Hylton", 10),
        Female = Ranked("Shanice Tanisha Keisha Monique Chantelle Natasha Jade Jasmine Aaliyah Naomi Rochelle Latoya Marcia Sharon Beverley Yvonne Paulette Angela Kiara Tiana Renee Simone Destiny Alicia Grace Hyacinth", 8),
        Male = Ranked("Jordan Jermaine Tyrone Marcus Dwayne Andre Leon Devante Malachi Tyrell Kemar Ricardo Delroy Winston Errol Trevor Carlton Desmond Rashawn Kyron Nathaniel Isaiah Elijah Micah Romario Shaquille", 8),
        Rare = Places,
        RareShare = 100,
        Nationalities = Cultures.Nationalities(("GBR", 800), ("JAM", 150), ("TTO", 30), ("BRB", 20)),
        MiddleNames = 500,
    };
}
