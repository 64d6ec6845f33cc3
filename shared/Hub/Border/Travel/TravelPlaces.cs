using Hub.Places;

namespace Hub.Border.Travel;

/// <summary>Where the places of a notification are looked up.</summary>
/// <param name="Countries">By code or name.</param>
/// <param name="Airports">By code.</param>
public sealed record TravelPlaces(CountryDirectory Countries, AirportDirectory Airports)
{
    private static readonly Lazy<TravelPlaces> Published = new(() => new TravelPlaces(CountryDirectory.Default, AirportDirectory.Default));

    /// <summary>The directories as published with the hub.</summary>
    public static TravelPlaces Default => Published.Value;
}
