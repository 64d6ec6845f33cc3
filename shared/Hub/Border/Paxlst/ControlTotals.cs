using System.Globalization;
using Hub.Border.Edifact;
using Hub.Border.Manifests;

namespace Hub.Border.Paxlst;

/// <summary>
/// Whether a message is whole, by what it counts itself. What matters is that nobody is missing: fewer persons than
/// CNT states refuse the file, more do not. The segment count of UNT is the weaker witness (most public samples of
/// real systems have it wrong): it is asked only where no CNT states persons.
/// </summary>
internal sealed class ControlTotals
{
    private const int Crew = 41;
    private const int Passengers = 42;

    private long? _crew;
    private long? _passengers;

    /// <summary>Persons stated; null where no CNT states any.</summary>
    public long? Stated => _crew is null && _passengers is null ? null : (_crew ?? 0) + (_passengers ?? 0);

    /// <summary>A CNT: its total is the second component, or with some senders the second element.</summary>
    public void Take(SegmentReader segments)
    {
        var qualifier = segments.Code(1);
        if (qualifier is not (Crew or Passengers))
        {
            return;
        }

        var value = segments.Text(1, 1);
        var total = Number(value.Length > 0 ? value : segments.Text(2), segments);
        if (qualifier == Crew)
        {
            _crew = total;
        }
        else
        {
            _passengers = total;
        }
    }

    /// <summary>Compares, at the UNT.</summary>
    /// <param name="isPart">The totals are those of several messages together.</param>
    public void Check(SegmentReader segments, bool isPart, long persons, int messageSegments)
    {
        if (Stated is null)
        {
            if (Number(segments.Text(1), segments) > messageSegments)
            {
                throw new ManifestRefusedException(
                    segments.Place, "segments-missing",
                    string.Create(CultureInfo.InvariantCulture, $"The message has {messageSegments} segments, fewer than its UNT states, and no control total of persons says that it is whole."));
            }
        }
        else if (persons < Stated && !isPart)
        {
            throw new ManifestRefusedException(
                segments.Place, "persons-missing",
                string.Create(CultureInfo.InvariantCulture, $"The message has {persons} persons, fewer than its control total states."));
        }
    }

    private static long Number(string text, SegmentReader segments) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < int.MaxValue
            ? number
            : throw new ManifestRefusedException(segments.Place, "count-unreadable", "The total is not a whole number.");
}
