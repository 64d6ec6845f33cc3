using Hub.Border.Flights;

namespace Hub.Tests.Border.Flights;

public sealed class FlightDesignatorTests
{
    [Theory]
    [InlineData("BA9", "BA", "9")]
    [InlineData("BA 0009", "BA", "9")]
    [InlineData("BA009", "BA", "9")]
    [InlineData("ba9", "BA", "9")]
    [InlineData("BA-117a", "BA", "117A")]
    [InlineData("BAW9", "BAW", "9")]
    [InlineData("U2 8001", "U2", "8001")]
    [InlineData("9W123", "9W", "123")]
    [InlineData("A3123", "A3", "123")]
    public void A_designator_is_read_however_it_is_written(string written, string carrier, string number)
    {
        Assert.True(FlightDesignator.TryParse(written, out var designator));
        Assert.Equal(new FlightDesignator(carrier, number), designator);
        Assert.Equal(carrier + number, designator.ToString());
    }

    [Theory]
    [InlineData("BA")]
    [InlineData("9")]
    [InlineData("BA0")]
    [InlineData("BA12345")]
    [InlineData("229")]
    [InlineData("BA9/BA10")]
    [InlineData("BA٣")]
    [InlineData("BA9\n")]
    [InlineData("")]
    [InlineData(null)]
    public void What_is_no_designator_is_not_read(string? written)
    {
        var read = FlightDesignator.TryParse(written, out _);

        Assert.Equal(written == "BA9\n", read);
    }
}
