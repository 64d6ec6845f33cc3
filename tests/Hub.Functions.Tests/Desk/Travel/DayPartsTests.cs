using System.Collections.Immutable;
using Hub.Desk.Forms;

namespace Hub.Functions.Tests.Desk.Travel;

/// <summary>Boxes for day, month, year and time become the text that the API reads.</summary>
public sealed class DayPartsTests
{
    [Theory]
    [InlineData("6", "12", "2026", "", "2026-12-06")]
    [InlineData("06", "Dec", "2026", "06:15", "2026-12-06T06:15")]
    [InlineData("6", "december", "2026", "6.15am", "2026-12-06T06:15")]
    [InlineData("6", "12", "2026", "9:05pm", "2026-12-06T21:05")]
    [InlineData("29", "2", "2028", "0:00", "2028-02-29T00:00")]
    public void A_day_is_written_as_the_reading_takes_it(string day, string month, string year, string time, string expected) =>
        Assert.Equal(expected, Form(day, month, year, time).JoinDay("at").Value("at"));

    [Theory]
    [InlineData("29", "2", "2026", "")]
    [InlineData("6", "13", "2026", "")]
    [InlineData("6", "12", "26", "")]
    [InlineData("6", "12", "", "")]
    [InlineData("6", "12", "2026", "25:00")]
    [InlineData("", "", "", "9:00")]
    public void What_is_no_day_is_handed_on_for_the_reading_to_refuse(string day, string month, string year, string time)
    {
        var text = Form(day, month, year, time).JoinDay("at").Value("at");

        Assert.NotEmpty(text);
        Assert.Contains('/', text);
    }

    [Fact]
    public void Empty_boxes_are_nothing() => Assert.Empty(Form("", " ", "", "").JoinDay("at").Values);

    [Theory]
    [InlineData("8", "11", "2026", "14:30", "2026-11-08T14:30:00+00:00")]
    [InlineData("8", "7", "2026", "14:30", "2026-07-08T14:30:00+01:00")]
    [InlineData("25", "10", "2026", "1:30", "2026-10-25T01:30:00+01:00")]
    public void A_moment_has_londons_offset_and_of_an_hour_lived_twice_is_the_first(string day, string month, string year, string time, string expected) =>
        Assert.Equal(expected, Form(day, month, year, time).JoinMoment("at").Value("at"));

    [Fact]
    public void A_time_that_londons_clocks_never_showed_is_no_moment() => Assert.Contains('/', Form("29", "3", "2026", "1:30").JoinMoment("at").Value("at"));

    private static FormState Form(string day, string month, string year, string time) => FormState.Empty with
    {
        Values = ImmutableDictionary<string, ImmutableArray<string>>.Empty.Add("at.day", [day]).Add("at.month", [month]).Add("at.year", [year]).Add("at.time", [time]),
    };
}
