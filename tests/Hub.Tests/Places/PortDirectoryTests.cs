using Hub.Places;

namespace Hub.Tests.Places;

/// <summary>Whose force meets somebody who lands.</summary>
public sealed class PortDirectoryTests
{
    private readonly PortDirectory ports = PortDirectory.Default;

    [Fact]
    public void Every_airport_of_the_United_Kingdom_has_a_force()
    {
        // A city's code stands for any of its airports, and does not say which.
        var airports = AirportDirectory.Default.All.Where(a => a.InUnitedKingdom && a.Code != "LON").ToList();
        Assert.Equal(91, airports.Count);
        Assert.All(airports, a => Assert.True(ports.TryFind(a.Code, out var port) && port.Code == a.Code, a.Code));
        Assert.All(airports.Where(a => a.Icao is not null), a => Assert.True(ports.TryFind(a.Icao, out var port) && port.Code == a.Code, a.Icao));
    }

    [Theory]
    [InlineData("LHR", "metropolitan")]
    [InlineData("heathrow", "metropolitan")]
    [InlineData("EGLL", "metropolitan")]
    [InlineData("GBLHR", "metropolitan")]
    [InlineData("London Heathrow Airport", "metropolitan")]
    [InlineData("London City", "metropolitan")]
    [InlineData("Biggin Hill", "metropolitan")]
    [InlineData("NHT", "metropolitan")]
    [InlineData("St Pancras", "metropolitan")]
    [InlineData("Gatwick Airport", "sussex")]
    [InlineData("STN", "essex")]
    [InlineData("Southend", "essex")]
    [InlineData("Luton", "bedfordshire")]
    [InlineData("MAN", "greater-manchester")]
    [InlineData("East Midlands", "leicestershire")]
    [InlineData("BHX", "west-midlands")]
    [InlineData("MME", "durham")]
    [InlineData("Port of Dover", "kent")]
    [InlineData("Eurotunnel", "kent")]
    [InlineData("Harwich", "essex")]
    [InlineData("Holyhead", "north-wales")]
    [InlineData("Cairnryan", "police-scotland")]
    [InlineData("Larne", "psni")]
    [InlineData("GBSOU", "hampshire")]
    public void A_port_is_found_by_code_or_name_with_its_force(string text, string force)
    {
        Assert.True(ports.TryFind(text, out var port));
        Assert.Equal(force, port.Force.Id);
        Assert.Equal(force == "metropolitan", port.IsLondon);
    }

    [Theory]
    [InlineData("LON")]
    [InlineData("CDG")]
    [InlineData("Heathro")]
    [InlineData("Airport")]
    [InlineData("")]
    [InlineData("...")]
    [InlineData(null)]
    public void What_is_no_port_is_not_found(string? text) => Assert.False(ports.TryFind(text, out _));

    [Fact]
    public void There_are_the_forty_three_forces_and_those_of_Scotland_and_Northern_Ireland()
    {
        Assert.Equal(45, ports.Forces.Select(f => f.Id).Distinct().Count());
        Assert.True(ports.TryGetForce("psni", out _));
        Assert.False(ports.TryGetForce("gotham", out _));
        Assert.False(ports.TryGetForce(null, out _));
    }

    [Fact]
    public void A_code_stands_for_one_port() => Assert.Distinct(ports.All.Select(p => p.Code));

    [Fact]
    public void A_port_of_an_unknown_force_or_with_anothers_name_stops_the_directory()
    {
        PoliceForce[] forces = [new("kent", "Kent Police")];
        Assert.Throws<InvalidOperationException>(() => new PortDirectory(forces, [new PortRow("GBDVR", "gotham", "Dover", [])], AirportDirectory.Default));
        Assert.Throws<InvalidOperationException>(() => new PortDirectory(forces, [new PortRow("GBDVR", "kent", "Dover", []), new PortRow("GBRMG", "kent", "Ramsgate", ["dover"])], AirportDirectory.Default));
    }
}
