using System.Globalization;
using Hub.Time;

namespace Hub.Tests.Time;

public sealed class LondonTimeTests
{
    private static DateTimeOffset At(string instant) => DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture);

    [Theory]
    [InlineData("2026-11-22T08:00:00Z", "Sunday 22 November 2026 at 8:00am")]
    [InlineData("2026-07-01T11:00:00Z", "Wednesday 1 July 2026 at midday")]
    [InlineData("2026-07-01T23:00:00Z", "Thursday 2 July 2026 at midnight")]
    [InlineData("2026-07-01T23:05:00Z", "Thursday 2 July 2026 at 12:05am")]
    [InlineData("2026-12-31T23:59:59Z", "Thursday 31 December 2026 at 11:59pm")]
    [InlineData("2026-11-22T12:30:00+05:00", "Sunday 22 November 2026 at 7:30am")]
    [InlineData("2026-03-29T00:59:00Z", "Sunday 29 March 2026 at 12:59am")]
    [InlineData("2026-03-29T01:00:00Z", "Sunday 29 March 2026 at 2:00am")]
    [InlineData("2026-10-25T00:30:00Z", "Sunday 25 October 2026 at 1:30am (BST)")]
    [InlineData("2026-10-25T01:30:00Z", "Sunday 25 October 2026 at 1:30am (GMT)")]
    [InlineData("2026-10-25T02:00:00Z", "Sunday 25 October 2026 at 2:00am")]
    public void An_instant_reads_as_londons_clocks_show_it(string instant, string words) => Assert.Equal(words, LondonTime.Words(At(instant)));

    [Theory]
    [InlineData("2026-06-30T22:59:59Z", "2026-06-30")]
    [InlineData("2026-06-30T23:00:00Z", "2026-07-01")]
    [InlineData("2026-12-31T23:59:59Z", "2026-12-31")]
    public void A_date_is_londons(string instant, string date) =>
        Assert.Equal(DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture), LondonTime.DateOf(At(instant)));

    [Fact]
    public void Days_follow_each_other_without_gap_through_the_year_with_one_of_23_and_one_of_25_hours()
    {
        var day = new DateOnly(2026, 1, 1);
        var lengths = new List<double>();
        for (; day.Year == 2026; day = day.AddDays(1))
        {
            var start = LondonTime.StartOf(day);
            Assert.Equal(day, LondonTime.DateOf(start));
            Assert.Equal(day.AddDays(-1), LondonTime.DateOf(start.AddTicks(-1)));
            lengths.Add((LondonTime.StartOf(day.AddDays(1)) - start).TotalHours);
        }

        Assert.Equal([(23, 1), (24, 363), (25, 1)], lengths.GroupBy(h => (int)h).Select(g => (g.Key, g.Count())).Order());
    }
}
