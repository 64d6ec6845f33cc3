namespace Hub.Functions.Demo;

/// <summary>Names and streets to invent people from. Any likeness is chance.</summary>
internal static class DemoNames
{
    public static readonly string[] Surnames =
    [
        "Abara", "Ainsworth", "Banerjee", "Barrowclough", "Cardoso", "Chaudhry", "Coverdale", "Dacosta", "Eastaugh", "Egbuna", "Fairweather", "Ferreira", "Gascoigne",
        "Gyasi", "Haddad", "Hollingbury", "Ibekwe", "Iyer", "Jankowski", "Kaplan", "Kettlewell", "Lathbury", "Lungu", "Mahmud", "Mensah", "Nakamura", "Netherwood",
        "Osbourne", "Ozturk", "Pemberton", "Quaye", "Ravenhill", "Saleh", "Sidhu", "Tamburini", "Underhill", "Vasquez", "Wainscott", "Yeboah", "Zielinski",
    ];

    public static readonly string[] Given =
    [
        "Aaliyah", "Adam", "Bethany", "Bilal", "Caitlin", "Caleb", "Daniel", "Esme", "Farah", "Finn", "Grace", "Hamza", "Imogen", "Isaac", "Jayden", "Keira", "Kofi",
        "Layla", "Luca", "Maya", "Nathan", "Niamh", "Omar", "Poppy", "Rhys", "Rosa", "Samir", "Skye", "Theo", "Una", "Violet", "Wesley", "Yara", "Zain", "Zofia",
    ];

    public static readonly string[] Streets = ["Almond Road", "Bakers Row", "Canal Walk", "Dovecote Lane", "Elder Street", "Foundry Mews", "Granary Close", "Holly Terrace", "Ivy Gardens"];

    /// <summary>Boroughs, each with a postcode district of its own and its police station.</summary>
    public static readonly (string Borough, string District, string Station)[] Boroughs =
    [
        ("Camden", "NW1", "Kentish Town"), ("Brent", "NW10", "Wembley"), ("Lambeth", "SW9", "Brixton"), ("Ealing", "W5", "Acton"),
        ("Hackney", "E8", "Stoke Newington"), ("Southwark", "SE15", "Walworth"), ("Croydon", "CR0", "Croydon"), ("Newham", "E6", "Forest Gate"),
    ];
}
