namespace Hub.Border.Routes;

/// <summary>
/// A route whose flights are screened, in both directions. Either end is an airport (IATA code, three
/// letters) or a country (ISO 3166-1 alpha-2, two letters: some alpha-3 codes are airports too): <c>LHR</c> and
/// <c>TH</c> are the ends of every flight between Heathrow and Thailand.
/// </summary>
/// <param name="Between">One end.</param>
/// <param name="And">The other.</param>
/// <param name="Because">Why flights on it are screened: what makes the screening proportionate.</param>
public sealed record MonitoredRoute(string Between, string And, string Because);
