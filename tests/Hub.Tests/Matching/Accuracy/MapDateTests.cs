namespace Hub.Tests.Matching.Accuracy;

public sealed class MapDateTests
{
    [Theory]
    [InlineData("yyyyMMdd", "19081209", "1908-12-09")]
    [InlineData("yyyy-MM-dd", "1908-12-09", "1908-12-09")]
    [InlineData("dd/MM/yyyy", "09/12/1908", "1908-12-09")]
    [InlineData("d/M/yyyy", "9/12/1908", "1908-12-09")]
    [InlineData("d/M/yyyy", "3/1/1970", "1970-01-03")]
    [InlineData("M/d/yyyy", "3/31/1954", "1954-03-31")]
    [InlineData("dd MMM yyyy", "09 Dec 1908", "1908-12-09")]
    [InlineData("d MMM yyyy", "9 December 1908", "1908-12-09")]
    [InlineData("dd/MM/yy", "09/12/08", "2008-12-09")]
    [InlineData("dd/MM/yy", "09/12/68", "1968-12-09")]
    [InlineData("yyyy", "1908", "1908")]
    [InlineData("yyyy-MM", "1908-12", "1908-12")]
    [InlineData("DD/MM/YYYY", "09/12/1908", "1908-12-09")]
    [InlineData("%d/%m/%Y", "09/12/1908", "1908-12-09")]
    [InlineData("yyyy-MM-dd", "1908-12-09T00:00:00", "1908-12-09")]
    [InlineData("yyyy-MM-dd", "1908-12-09 00:00:00", "1908-12-09")]
    public void A_date_is_read_by_its_format(string format, string text, string expected) => Assert.Equal(expected, Born(format, text));

    [Theory]
    [InlineData("yyyyMMdd", "19081912", "1908-12-19")]
    [InlineData("yyyyMMdd", "19080231", "1908-02")]
    [InlineData("yyyyMMdd", "19081399", "1908")]
    [InlineData("yyyyMMdd", "190812o9", "1908-12")]
    [InlineData("yyyyMMdd", "1908l2o9", "1908")]
    [InlineData("yyyyMMdd", "l9081209", null)]
    [InlineData("yyyyMMdd", "99991209", null)]
    [InlineData("yyyyMMdd", "1908", null)]
    [InlineData("dd/MM/yyyy", "12/19/1908", "1908-12-19")]
    public void What_is_no_date_is_read_as_far_as_it_can_be(string format, string text, string? expected) => Assert.Equal(expected, Born(format, text));

    [Theory]
    [InlineData("19081209")]
    [InlineData("1908-12-09")]
    [InlineData("09/12/1908")]
    public void Without_formats_the_usual_ones_are_tried(string text) =>
        Assert.Equal("1908-12-09", Sample.Only("""{ "born": "d" }""", "d", text).Person.Born.ToString());

    [Theory]
    [InlineData("1908,12,9", "1908-12-09")]
    [InlineData("1908,Dec,9", "1908-12-09")]
    [InlineData("1908,12,", "1908-12")]
    [InlineData("1908,,", "1908")]
    [InlineData(",,", null)]
    public void A_date_may_be_in_three_columns(string row, string? expected) =>
        Assert.Equal(expected, Sample.Only("""{ "surname": "s", "born": { "year": "y", "month": "m", "day": "d" } }""", "s,y,m,d", "x," + row).Person.Born?.ToString());

    [Fact]
    public void What_had_to_be_mended_is_counted()
    {
        var set = Sample.Read("""{ "born": { "column": "d", "formats": ["yyyyMMdd"] } }""", "d", "19081912", "19080231", "xx");
        Assert.Equal(
            [("born: day and month the other way about", 1), ("born: not readable", 1), ("born: only year and month", 1)],
            set.Counts.All.Select(c => (c.Key, c.Value)));
    }

    private static string? Born(string format, string text) =>
        Sample.Only($$"""{ "surname": "s", "born": { "column": "d", "formats": ["{{format}}"] } }""", "s,d", "x," + text).Person.Born?.ToString();
}
