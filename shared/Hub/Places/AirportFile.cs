using System.Collections.Immutable;

namespace Hub.Places;

/// <summary>An airport by its codes; its time zone is looked up when it is first asked for.</summary>
internal sealed record AirportEntry(string Iata, string? Icao, Lazy<Airport> Airport);

/// <summary>Reads <c>airports.data.tsv</c> and <c>metropolitan-areas.data.json</c>: see this folder's README.</summary>
internal static class AirportFile
{
    private const int Columns = 5;

    /// <exception cref="InvalidOperationException">The data is not as the README says.</exception>
    internal static IEnumerable<AirportEntry> Read()
    {
        var rows = Rows().ToDictionary(row => row.Iata);
        return rows.Values.Concat(EmbeddedData.Read<ImmutableArray<Area>>("metropolitan-areas.data.json").Select(area => Standing(area, rows)))
            .Select(row => new AirportEntry(row.Iata, row.Icao, new Lazy<Airport>(row.Airport)));
    }

    private static IEnumerable<Row> Rows()
    {
        using var reader = new StreamReader(EmbeddedData.Open("airports.data.tsv"));
        reader.ReadLine();
        while (reader.ReadLine() is { } line)
        {
            yield return line.Split('\t') is [var iata, var icao, var country, var zone, var name]
                ? new Row(iata, icao.Length == 0 ? null : icao, country, zone, name)
                : throw new InvalidOperationException($"A line of airports.data.tsv has not {Columns} columns: {line}");
        }
    }

    /// <summary>One airport that stands for any of a city: good for a country and a clock, as all of them share both.</summary>
    private static Row Standing(Area area, Dictionary<string, Row> rows)
    {
        var places = area.Airports.Select(iata => (rows[iata].Country, rows[iata].Zone)).Distinct().ToArray();
        return places is [var (country, zone)]
            ? new Row(area.Code, null, country, zone, $"{area.Name} (airport not said)")
            : throw new InvalidOperationException($"The airports of {area.Code} do not share country and time zone.");
    }

    private sealed record Row(string Iata, string? Icao, string Country, string Zone, string Name)
    {
        internal Airport Airport() => new(Iata, Name, Country, TimeZoneInfo.FindSystemTimeZoneById(Zone)) { Icao = Icao };
    }

    private sealed record Area(string Code, string Name, ImmutableArray<string> Airports);
}
