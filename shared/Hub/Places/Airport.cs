namespace Hub.Places;

/// <summary>An airport that passengers fly from and to.</summary>
/// <param name="Code">IATA code, such as <c>LHR</c>.</param>
/// <param name="Name">As commonly called.</param>
/// <param name="Country">ISO 3166-1 alpha-3, such as <c>GBR</c>. Jersey, Guernsey and the Isle of Man are countries of their own: outside the United Kingdom.</param>
/// <param name="Zone">Its time zone.</param>
public sealed record Airport(string Code, string Name, string Country, TimeZoneInfo Zone)
{
    public const string UnitedKingdom = "GBR";

    /// <summary>ICAO code, such as <c>EGLL</c>; null where it has none.</summary>
    public string? Icao { get; init; }

    public bool InUnitedKingdom => Country == UnitedKingdom;
}
