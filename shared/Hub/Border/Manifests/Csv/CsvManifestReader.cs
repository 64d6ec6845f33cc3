using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Hub.Border.Flights;

namespace Hub.Border.Manifests.Csv;

/// <summary>Reads passenger lists in CSV: see the README of the folder above for the header, and for how days are written.</summary>
public sealed class CsvManifestReader : IManifestReader
{
    public async IAsyncEnumerable<ManifestItem> ReadAsync(
        Stream content, ManifestContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var table = await CsvTable.OpenAsync(content, cancellationToken);
        var columns = ManifestColumns.OfManifest(table);
        var flights = new FlightReading(context, columns, table.HeaderAt);
        var lists = new FlightLists();
        await foreach (var line in table.RowsAsync(cancellationToken))
        {
            var at = new ManifestPlace(line.Line);
            if (line.Values is not { } values)
            {
                yield return new ManifestItem.SetAside(at, "row-malformed", table.WhyMalformed);
                continue;
            }

            var row = new RowFields(columns, values, context.Now);
            var begun = false;
            var list = flights.Of(row, values, line.Line) is { } flight ? lists.Of(flight, RowCrew.Read(row) == true ? ListKind.Crew : ListKind.Passengers, row, at, out begun) : null;
            if (begun)
            {
                yield return new ManifestItem.Begun(list!);
            }

            var traveller = list is null ? null : Read(row, list, at, context);
            yield return row.Problem is { } problem
                ? new ManifestItem.SetAside(at, problem.Code, problem.Reason)
                : new ManifestItem.Listed(traveller!);
        }
    }

    private static Traveller? Read(RowFields row, ManifestList list, ManifestPlace at, ManifestContext context)
    {
        if (RowPerson.Read(row, context.Countries) is not { } person)
        {
            return null;
        }

        var (boards, leaves) = Hops(row, list.Flight, context);
        var back = RowReturn.Read(row, context.Airports, list.Flight);
        return new Traveller
        {
            List = list,
            Person = person,
            Booking = row.Text("booking")?.ToUpperInvariant(),
            Boards = boards,
            Leaves = leaves,
            Returns = back.Lands,
            ReturnsTo = back.To?.Code,
            ReturnFlight = back.Flight?.ToString(),
            At = at,
        };
    }

    /// <summary>
    /// Where the person gets on and off, if that is on the flight's way: under these names carriers also give where
    /// the whole journey began and ends, which says nothing of this flight.
    /// </summary>
    private static (string? Boards, string? Leaves) Hops(RowFields row, Flight flight, ManifestContext context)
    {
        ImmutableArray<string> stops = [flight.Legs[0].From, .. flight.Legs.Select(leg => leg.To)];
        var boards = context.Airports.TryFind(row.Text("boards"), out var from) ? stops.IndexOf(from.Code) : -1;
        var leaves = context.Airports.TryFind(row.Text("leaves"), out var to) ? stops.LastIndexOf(to.Code) : -1;
        return boards >= 0 && leaves >= 0 && leaves <= boards ? (null, null)
            : (boards < 0 || boards == stops.Length - 1 ? null : stops[boards], leaves <= 0 ? null : stops[leaves]);
    }
}
