namespace Hub.Persons;

/// <summary>A passport or other travel document.</summary>
/// <param name="Type">ICAO 9303 document code, such as <c>P</c>.</param>
/// <param name="Number">As printed.</param>
/// <param name="IssuingState">ICAO 9303 / ISO 3166-1 alpha-3 code, such as <c>GBR</c>; null where not known.</param>
/// <param name="Expiry">Last day of validity.</param>
public sealed record TravelDocument(string Type, string Number, string? IssuingState = null, DateOnly? Expiry = null);
