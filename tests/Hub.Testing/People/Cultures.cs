namespace Hub.Testing.People;

/// <summary>Who lives in London, roughly by the censuses' shares; the names were written for this project.</summary>
internal static class Cultures
{
    /// <summary>Out of a thousand people.</summary>
    public static WeightedList<Culture> All { get; } = new(
    [
        (BritishNames.English, 450),
        (BritishNames.Irish, 60),
        (BritishNames.Caribbean, 50),
        (SouthAsianNames.Muslim, 110),
        (SouthAsianNames.HinduAndSikh, 80),
        (AfricanNames.West, 80),
        (AfricanNames.ArabAndHorn, 60),
        (EuropeanNames.Polish, 35),
        (EuropeanNames.Romanian, 30),
        (EuropeanNames.Turkish, 20),
        (EuropeanNames.Portuguese, 10),
        (EastAsianNames.Chinese, 15),
    ]);

    internal static WeightedList<string> Nationalities(params (string Code, int Weight)[] weights) => new(weights);
}
