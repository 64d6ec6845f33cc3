using System.Runtime.CompilerServices;
using Hub.Border.Flights;
using Hub.Places;

namespace Hub.Border.Manifests;

/// <summary>
/// Reads a manifest of either format, told apart by how it begins: UN/EDIFACT by a service segment (<c>UNA</c>,
/// <c>UNB</c>, or <c>UNG</c>, <c>UNH</c> where the envelope is broken), anything else is for the reader of lines to
/// read or refuse. The stream need not seek.
/// </summary>
public sealed class ManifestReader(IManifestReader paxlst, IManifestReader csv) : IManifestReader
{
    private const int Looked = 256;
    private const int TagLength = 3;

    public async IAsyncEnumerable<ManifestItem> ReadAsync(
        Stream content, ManifestContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (beginning, all) = await PeekedContent.OpenAsync(content, Looked, cancellationToken);
        await using (all)
        {
            var saysItsFlights = IsEdifact(beginning.Span);
            await foreach (var item in (saysItsFlights ? paxlst : csv).ReadAsync(all, context, cancellationToken))
            {
                if (saysItsFlights && item is ManifestItem.Begun { List: var list } && context.Stated is { } stated)
                {
                    RefuseOther(list, stated, context.Airports);
                }

                yield return item;
            }
        }
    }

    /// <summary>PAXLST says its own flight; where the sender states another beside it, one of the two is a mistake. A file of lines is checked row by row.</summary>
    private static void RefuseOther(ManifestList list, StatedFlight stated, AirportDirectory airports)
    {
        var stops = list.Flight.Stops;
        var other = stated.Flight is { } flight && !(FlightDesignator.TryParse(flight, out var designator) && designator.ToString() == list.Flight.Designator) ? "flight"
            : stated.From is { } from && !(airports.TryFind(from, out var first) && stops[..^1].Contains(first.Code)) ? "departure airport"
            : stated.To is { } to && !(airports.TryFind(to, out var last) && stops[1..].Contains(last.Code)) ? "arrival airport"
            : null;
        if (other is not null)
        {
            throw new ManifestRefusedException(list.At, "flight-not-as-stated", $"The list's {other} is not the one stated beside the file; the message itself says its flight, and nothing need be stated.");
        }
    }

    internal static bool IsEdifact(ReadOnlySpan<byte> beginning)
    {
        var text = beginning.StartsWith("\uFEFF"u8) ? beginning[3..] : beginning;
        text = text.TrimStart(" \t\r\n"u8);
        return text.Length > TagLength
            && (text.StartsWith("UNA"u8) || text.StartsWith("UNB"u8) || text.StartsWith("UNG"u8) || text.StartsWith("UNH"u8))
            && !char.IsAsciiLetterOrDigit((char)text[TagLength]);
    }
}
