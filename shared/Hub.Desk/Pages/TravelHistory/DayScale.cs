using System.Collections.Immutable;
using System.Globalization;

namespace Hub.Desk.Pages.TravelHistory;

/// <summary>Days along a line.</summary>
/// <param name="From">The day at its left end.</param>
/// <param name="Until">The day that begins at its right end.</param>
internal sealed record DayScale(DateOnly From, DateOnly Until, int Left, int Right)
{
    /// <summary>Room that the text of a tick needs.</summary>
    private const int TickWidth = 76;

    private int Days => Math.Max(1, Until.DayNumber - From.DayNumber);

    public bool Holds(DateOnly day) => From <= day && day < Until;

    /// <summary>Where a day begins; days beyond either end are at it.</summary>
    public int StartOf(DateOnly day) => Left + (int)((long)Math.Clamp(day.DayNumber - From.DayNumber, 0, Days) * (Right - Left) / Days);

    public int MiddleOf(DateOnly day) => (StartOf(day) + StartOf(day.AddDays(1))) / 2;

    /// <summary>Weeks, months, quarters or years: as many as have room.</summary>
    public ImmutableArray<PictureTick> Ticks()
    {
        var most = (Right - Left) / TickWidth;
        var months = ((Until.Year - From.Year) * 12) + Until.Month - From.Month + 1;
        return Days / 7 <= most ? Weeks()
            : months <= most ? Months(1)
            : months <= most * 3 ? Months(3)
            : Months(12 * ((months / 12 / most) + 1));
    }

    private ImmutableArray<PictureTick> Weeks() =>
    [
        .. Enumerable.Range(0, Days).Select(i => From.AddDays(i)).Where(d => d.DayOfWeek == DayOfWeek.Monday)
            .Select(d => Tick(d, "d MMM")).Where(HasRoom),
    ];

    private ImmutableArray<PictureTick> Months(int every) =>
    [
        .. Enumerable.Range(0, ((Until.Year - From.Year) * 12) + Until.Month - From.Month + 1)
            .Select(i => new DateOnly(From.Year, From.Month, 1).AddMonths(i))
            .Where(d => ((d.Year * 12) + d.Month - 1) % every == 0 && d >= From)
            .Select(d => Tick(d, every % 12 == 0 ? "yyyy" : "MMM yyyy")).Where(HasRoom),
    ];

    private PictureTick Tick(DateOnly day, string format) => new(StartOf(day), day.ToString(format, CultureInfo.InvariantCulture));

    private bool HasRoom(PictureTick tick) => tick.X + (TickWidth / 2) <= Right + 20;
}
