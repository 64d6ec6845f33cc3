using System.Diagnostics.CodeAnalysis;

namespace Hub.Places;

/// <summary>The airports that passengers fly from and to: see this folder's README. Immutable, read once.</summary>
public sealed class AirportDirectory
{
    private const int IataLength = 3;
    private const int IcaoLength = 4;
    private const int UnLocodeLength = 5;

    private static readonly Lazy<AirportDirectory> Published = new(() => new AirportDirectory(AirportFile.Read()));

    private readonly Dictionary<string, AirportEntry> _byIata = [];
    private readonly Dictionary<string, AirportEntry> _byIcao = [];

    /// <exception cref="InvalidOperationException">Two airports have the same code.</exception>
    public AirportDirectory(IEnumerable<Airport> airports)
        : this(airports.Select(airport => new AirportEntry(airport.Code, airport.Icao, new Lazy<Airport>(airport))))
    {
    }

    private AirportDirectory(IEnumerable<AirportEntry> entries)
    {
        foreach (var entry in entries)
        {
            Add(_byIata, entry.Iata, entry);
            if (entry.Icao is { } icao)
            {
                Add(_byIcao, icao, entry);
            }
        }
    }

    /// <summary>The directory as published with the hub.</summary>
    public static AirportDirectory Default => Published.Value;

    /// <summary>In no order. Metropolitan areas are among them, as <see cref="TryFind"/> finds them.</summary>
    public IEnumerable<Airport> All => _byIata.Values.Select(entry => entry.Airport.Value);

    /// <summary>
    /// The airport by its IATA code (<c>LHR</c>), ICAO code (<c>EGLL</c>) or UN/LOCODE made of its country and IATA
    /// code (<c>GBLHR</c>), in any case. The published directory also knows the code of a city whose airports share
    /// country and time zone (<c>LON</c>): what it gives then stands for any of them, under that code.
    /// </summary>
    /// <exception cref="TimeZoneNotFoundException">This machine's time zone data is too old to know the airport's zone.</exception>
    public bool TryFind(string? code, [NotNullWhen(true)] out Airport? airport)
    {
        var key = code?.Trim().ToUpperInvariant() ?? "";
        airport = key.Length switch
        {
            IataLength => _byIata.GetValueOrDefault(key)?.Airport.Value,
            IcaoLength => _byIcao.GetValueOrDefault(key)?.Airport.Value,
            UnLocodeLength => InCountry(key[..2], _byIata.GetValueOrDefault(key[2..])?.Airport.Value),
            _ => null,
        };
        return airport is not null;
    }

    private static Airport? InCountry(string alpha2, Airport? airport) =>
        airport is not null && CountryDirectory.Default.TryFind(alpha2, out var country) && country.Code == airport.Country ? airport : null;

    private static void Add(Dictionary<string, AirportEntry> entries, string code, AirportEntry entry)
    {
        if (!entries.TryAdd(code, entry))
        {
            throw new InvalidOperationException($"Two airports have the code {code}.");
        }
    }
}
