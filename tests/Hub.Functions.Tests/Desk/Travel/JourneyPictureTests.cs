using Hub.Border.Travel;
using Hub.Desk.Pages.TravelHistory;

namespace Hub.Functions.Tests.Desk.Travel;

/// <summary>Where journeys and notifications stand in the picture.</summary>
public sealed class JourneyPictureTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Fact]
    public void There_is_no_picture_of_nothing() => Assert.Null(JourneyPicture.Of([], [new(Today, null)], Today));

    [Fact]
    public void What_was_travelled_as_notified_stands_exactly_above_it()
    {
        var row = Assert.Single(Draw(Row("1. Spain", Away(-30, -20), Away(-30, -20))).Rows);

        Assert.Equal((row.Travelled!.Left, row.Travelled.Right), (row.Notified!.Left, row.Notified.Right));
        Assert.Equal(4, row.Travelled.Points.Split(' ').Length);
    }

    [Fact]
    public void A_later_return_than_notified_is_a_longer_bar_from_the_same_start()
    {
        var row = Assert.Single(Draw(Row("1. Spain", Away(-30, -10), Away(-30, -20))).Rows);

        Assert.Equal(row.Travelled!.Left, row.Notified!.Left);
        Assert.True(row.Travelled.Right > row.Notified.Right);
    }

    [Fact]
    public void Somebody_whose_return_is_not_known_is_away_to_this_day_with_an_open_end()
    {
        var picture = Draw(Row("1. Spain", Away(-60, null)));

        var bar = Assert.Single(picture.Rows).Travelled!;
        Assert.True(bar.Left < picture.Today && picture.Today < bar.Right);
        Assert.Equal(5, bar.Points.Split(' ').Length);
    }

    [Fact]
    public void An_open_journey_ends_in_the_picture_before_the_next_begins()
    {
        var open = new DaysAway(Today.AddDays(-60), null, Today.AddDays(-60), Over: Today.AddDays(-30));
        var picture = Draw(Row("1. Spain", open), Row("2. France", Away(-30, -20)));

        Assert.Equal(["2. France", "1. Spain"], picture.Rows.Select(r => r.Row.Name));
        Assert.InRange(picture.Rows[1].Travelled!.Right, 0, picture.Rows[0].Travelled!.Left + 30);
        Assert.True(picture.Rows[1].Travelled!.Right < picture.Today);
    }

    [Fact]
    public void A_departure_not_seen_is_open_at_its_start()
    {
        var bar = Assert.Single(Draw(Row("1. Spain", new DaysAway(null, Today.AddDays(-3), Today.AddDays(-3)))).Rows).Travelled!;

        Assert.Equal(5, bar.Points.Split(' ').Length);
        Assert.True(bar.Right - bar.Left >= 18);
    }

    [Fact]
    public void A_day_is_still_seen_beside_two_years()
    {
        var picture = Draw(Row("1. Spain", Away(-700, -400)), Row("2. France", Away(-3, -3)));

        Assert.All(picture.Rows, r => Assert.True(r.Travelled!.Right - r.Travelled.Left >= 6));
    }

    [Fact]
    public void Of_many_the_newest_are_drawn_and_the_rest_counted()
    {
        var picture = Draw([.. Enumerable.Range(1, 40).Select(i => Row($"{i}", Away(i * 10, (i * 10) + 5)))]);

        Assert.Equal(JourneyPicture.MaxRows, picture.Rows.Length);
        Assert.Equal("40", picture.Rows[0].Row.Name);
        Assert.Equal(28, picture.LeftOut);
    }

    [Fact]
    public void A_journey_of_long_ago_does_not_press_the_others_together()
    {
        var picture = Draw(Row("1. Spain", Away(-4000, -3990)), Row("2. France", Away(-30, -20)));

        Assert.Equal(["2. France"], picture.Rows.Select(r => r.Row.Name));
        Assert.Equal(1, picture.LeftOut);
    }

    [Fact]
    public void Today_is_left_out_where_everything_was_years_ago()
    {
        Assert.Null(Draw(Row("1. Spain", Away(-1000, -990))).Today);
        Assert.NotNull(Draw(Row("1. Spain", Away(-100, -90))).Today);
        Assert.NotNull(Draw(Row("Spain", null, Away(100, 110))).Today);
    }

    [Fact]
    public void The_band_is_the_part_of_the_periods_that_is_in_the_picture()
    {
        var rows = new[] { Row("1. Spain", Away(-30, -10)) };
        var always = JourneyPicture.Of(rows, [new(Today.AddYears(-9), null)], Today)!;
        var until = JourneyPicture.Of(rows, [new(Today.AddYears(-9), Today.AddDays(-21))], Today)!;
        var before = JourneyPicture.Of(rows, [new(Today.AddYears(-9), Today.AddYears(-8))], Today)!;

        Assert.Equal((JourneyPicture.PlotLeft, JourneyPicture.Width - 20 - JourneyPicture.PlotLeft), (always.Bands.Single().X, always.Bands.Single().Width));
        var bar = until.Rows[0].Travelled!;
        Assert.InRange(until.Bands.Single().X + until.Bands.Single().Width, bar.Left + 1, bar.Right - 1);
        Assert.Empty(before.Bands);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(90)]
    [InlineData(400)]
    [InlineData(799)]
    [InlineData(3000)]
    public void Ticks_are_in_order_within_the_picture_and_never_over_each_other(int days)
    {
        var picture = Draw(Row("1. Spain", Away(-days, 0)), Row("2. France", Away(-2, 0)));

        Assert.InRange(picture.Ticks.Length, 1, 10);
        Assert.All(picture.Ticks.Zip(picture.Ticks.Skip(1)), pair => Assert.True(pair.Second.X - pair.First.X >= 60, $"{pair}"));
        Assert.All(picture.Ticks, t => Assert.InRange(t.X, JourneyPicture.PlotLeft, JourneyPicture.Width));
    }

    private static JourneyPicture Draw(params PictureRow[] rows) => JourneyPicture.Of(rows, [], Today)!;

    private static PictureRow Row(string name, DaysAway? travelled, DaysAway? notified = null) => new(name, travelled is null ? null : TravelOutcome.Notified, travelled, notified);

    private static DaysAway Away(int from, int? to) => new(Today.AddDays(from), to is { } days ? Today.AddDays(days) : null, Today.AddDays(from));
}
