using System.Collections.Immutable;
using Hub.Border.Travel;

namespace Hub.Desk.Pages.TravelHistory;

/// <summary>Days from one to another, both included, as far as they are known.</summary>
/// <param name="From">Null where they began before what was seen.</param>
/// <param name="To">Null where they last, or their end is not known.</param>
/// <param name="Seen">A day they hold for certain.</param>
/// <param name="Over">Where the end is not known: a day on which they were over for certain; null where none is known.</param>
public sealed record DaysAway(DateOnly? From, DateOnly? To, DateOnly Seen, DateOnly? Over = null);

/// <summary>A row of the picture: what was travelled, what was notified, or both.</summary>
/// <param name="Name">Such as <c>3. Thailand</c>.</param>
/// <param name="Outcome">How the journey was judged; null where something was notified and no journey seen.</param>
public sealed record PictureRow(string Name, TravelOutcome? Outcome, DaysAway? Travelled, DaysAway? Notified)
{
    internal IEnumerable<DaysAway> Bars => new[] { Travelled, Notified }.OfType<DaysAway>();

    internal DateOnly First => Bars.Min(b => b.From ?? b.Seen);

    internal DateOnly Last => Bars.Max(b => b.To ?? b.Seen);
}

/// <summary>A bar as it is drawn, in the units of the picture.</summary>
/// <param name="Points">Its outline, for SVG: straight at an end that is known, an arrow's head at one that is not.</param>
public sealed record PictureBar(string Points, int Left, int Right);

/// <summary>A row as it is drawn.</summary>
public sealed record DrawnRow(PictureRow Row, int Top, PictureBar? Travelled, PictureBar? Notified);

/// <summary>Where a month, a week or a year begins.</summary>
public sealed record PictureTick(int X, string Text);

/// <summary>A time during which travel had to be notified.</summary>
public sealed record PictureBand(int X, int Width);

/// <summary>
/// Journeys against what was notified, on one time line of London days: where everything is drawn. Only the newest are,
/// as far as a picture can show them beside each other; all are in the list below it.
/// </summary>
public sealed record JourneyPicture
{
    public const int Width = 960;
    public const int PlotLeft = 250;
    public const int RowHeight = 56;
    public const int PlotTop = 48;

    /// <summary>Rows drawn; of more, those that began first are left to the list.</summary>
    public const int MaxRows = 12;

    /// <summary>How long before the newest row the oldest may begin: beyond that bars become lines.</summary>
    private const int MaxDays = 800;

    /// <summary>How far from everything drawn today may lie and still be drawn.</summary>
    private const int TodayWithin = 200;

    /// <summary>How long a bar of an unknown length is at the least.</summary>
    private const int LeastOpen = 14;

    private const int PlotRight = Width - 20;
    private const int LeastWidth = 6;
    private const int Arrow = 12;

    public required ImmutableArray<DrawnRow> Rows { get; init; }

    /// <summary>How many rows were not drawn.</summary>
    public required int LeftOut { get; init; }

    public required ImmutableArray<PictureTick> Ticks { get; init; }

    public required ImmutableArray<PictureBand> Bands { get; init; }

    /// <summary>Null where today is too far away from everything drawn.</summary>
    public required int? Today { get; init; }

    public int Height => PlotTop + (Rows.Length * RowHeight) + 28;

    /// <param name="rows">In any order.</param>
    /// <param name="periods">When travel had to be notified.</param>
    /// <param name="today">London's day.</param>
    /// <returns>Null where there is nothing to draw.</returns>
    public static JourneyPicture? Of(IEnumerable<PictureRow> rows, IEnumerable<NotificationPeriod> periods, DateOnly today)
    {
        var all = rows.OrderByDescending(r => r.First).ThenByDescending(r => r.Last).ThenBy(r => r.Name, StringComparer.Ordinal).ToList();
        if (all.Count == 0)
        {
            return null;
        }

        var drawn = all.Take(MaxRows).TakeWhile(r => r.First >= all[0].First.AddDays(-MaxDays)).ToList();
        var first = drawn.Min(r => r.First);
        var last = drawn.Max(r => r.Bars.Max(b => EndOf(b, today)));
        if (today > last && today.DayNumber - last.DayNumber <= TodayWithin)
        {
            last = today;
        }
        else if (today < first && first.DayNumber - today.DayNumber <= TodayWithin)
        {
            first = today;
        }

        var margin = Math.Max(3, (last.DayNumber - first.DayNumber) / 20);
        var scale = new DayScale(first.AddDays(-margin), last.AddDays(margin + 1), PlotLeft, PlotRight);
        return new JourneyPicture
        {
            Rows = [.. drawn.Select((row, i) => Drawn(row, PlotTop + (i * RowHeight), scale, today))],
            LeftOut = all.Count - drawn.Count,
            Ticks = scale.Ticks(),
            Bands = [.. periods.Select(p => Band(p, scale)).OfType<PictureBand>()],
            Today = scale.Holds(today) ? scale.MiddleOf(today) : null,
        };
    }

    private static DrawnRow Drawn(PictureRow row, int top, DayScale scale, DateOnly today) => new(
        row, top,
        row.Travelled is { } travelled ? Bar(travelled, top + 8, 18, scale, today) : null,
        row.Notified is { } notified ? Bar(notified, top + 32, 14, scale, today) : null);

    private static PictureBar Bar(DaysAway days, int top, int height, DayScale scale, DateOnly today)
    {
        var left = scale.StartOf(days.From ?? days.Seen.AddDays(-LeastOpen));
        var right = Math.Max(scale.StartOf(EndOf(days, today).AddDays(1)), left + LeastWidth + (days.From is null || days.To is null ? Arrow : 0));
        var (bottom, middle) = (top + height, top + (height / 2));
        var start = days.From is null ? $"{left + Arrow},{top} {left},{middle} {left + Arrow},{bottom}" : $"{left},{top} {left},{bottom}";
        var end = days.To is null ? $"{right - Arrow},{bottom} {right},{middle} {right - Arrow},{top}" : $"{right},{bottom} {right},{top}";
        return new PictureBar($"{start} {end}", left, right);
    }

    /// <summary>Where the end is not known, somebody seen to leave lately is away to this day; of a journey long past a stretch is drawn that says no more than that it began.</summary>
    private static DateOnly EndOf(DaysAway days, DateOnly today)
    {
        if (days.To is { } to)
        {
            return to;
        }

        var least = days.Seen.AddDays(LeastOpen);
        var open = today > least && today <= days.Seen.AddDays(TodayWithin) ? today : least;
        return days.Over < open ? days.Over.Value : open;
    }

    private static PictureBand? Band(NotificationPeriod period, DayScale scale)
    {
        var left = Math.Max(PlotLeft, scale.StartOf(period.From));
        var right = Math.Min(PlotRight, period.To is { } to ? scale.StartOf(to.AddDays(1)) : PlotRight);
        return right > left ? new PictureBand(left, right - left) : null;
    }
}
