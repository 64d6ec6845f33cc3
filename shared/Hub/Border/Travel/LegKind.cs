using Hub.Places;

namespace Hub.Border.Travel;

/// <summary>What a flight is to an absence from the United Kingdom. The Republic of Ireland, Jersey, Guernsey and the Isle of Man are outside it.</summary>
public enum LegKind
{
    /// <summary>From the United Kingdom to a place outside it.</summary>
    Out,

    /// <summary>From one place outside the United Kingdom to another.</summary>
    Between,

    /// <summary>From outside to the United Kingdom.</summary>
    Back,

    /// <summary>Within the United Kingdom.</summary>
    Domestic,
}

/// <summary>Tells legs apart.</summary>
public static class LegKinds
{
    public static LegKind Kind(this Sighting sighting) => (InUnitedKingdom(sighting.FromCountry), InUnitedKingdom(sighting.ToCountry)) switch
    {
        (true, false) => LegKind.Out,
        (false, false) => LegKind.Between,
        (false, true) => LegKind.Back,
        (true, true) => LegKind.Domestic,
    };

    /// <summary>Whether the journey is one flight within the United Kingdom, which is no absence from it.</summary>
    public static bool IsDomestic(this Journey journey) => journey.Sightings.All(sighting => sighting.Kind() == LegKind.Domestic);

    private static bool InUnitedKingdom(string country) => country == Airport.UnitedKingdom;
}
