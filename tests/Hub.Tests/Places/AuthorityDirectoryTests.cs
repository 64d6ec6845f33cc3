using Hub.Places;

namespace Hub.Tests.Places;

public sealed class AuthorityDirectoryTests
{
    private static readonly AuthorityDirectory Directory = AuthorityDirectory.Default;

    [Fact]
    public void London_is_the_32_boroughs_and_the_city_and_all_is_england_and_wales()
    {
        Assert.Equal(33, Directory.London.Length);
        Assert.Equal(Enumerable.Range(1, 33).Select(n => $"E090000{n:D2}"), Directory.London.Select(a => a.OnsCode).Order());
        Assert.Equal(22, Directory.All.Count(a => a.Region == AuthorityRegion.Wales));
        Assert.Equal(175, Directory.All.Length);
        Assert.Equal(175, Directory.All.Select(a => a.OnsCode).Distinct().Count());
    }

    [Fact]
    public void Every_authority_has_its_teams_and_only_london_has_a_public_protection_desk()
    {
        Assert.All(Directory.All, a =>
        {
            Assert.Equal(["inbox"], a.Teams["yot"].Channels.AsEnumerable());
            Assert.Equal(["inbox"], a.Teams["childrens-services"].Channels.AsEnumerable());
            Assert.Equal(a.IsLondon, a.Teams.ContainsKey("ppd"));
            Assert.Matches("^[a-z]+(-[a-z]+)*$", a.Id);
        });
    }

    [Theory]
    [InlineData("Camden", "camden")]
    [InlineData("  CAMDEN ", "camden")]
    [InlineData("London Borough of Camden", "camden")]
    [InlineData("LB Camden", "camden")]
    [InlineData("Camden Council", "camden")]
    [InlineData("Camden London Borough Council", "camden")]
    [InlineData("Camden YOT", "camden")]
    [InlineData("Royal Borough of Greenwich", "greenwich")]
    [InlineData("Kensington & Chelsea", "kensington-and-chelsea")]
    [InlineData("The Royal Borough of Kensington and Chelsea", "kensington-and-chelsea")]
    [InlineData("RBKC", "kensington-and-chelsea")]
    [InlineData("kensington-and-chelsea", "kensington-and-chelsea")]
    [InlineData("City of Westminster", "westminster")]
    [InlineData("Westminster City Council", "westminster")]
    [InlineData("City of London", "city-of-london")]
    [InlineData("City of London Corporation", "city-of-london")]
    [InlineData("Richmond-upon-Thames", "richmond-upon-thames")]
    [InlineData("Kingston", "kingston-upon-thames")]
    [InlineData("Hull City Council", "kingston-upon-hull")]
    [InlineData("Guildford", "surrey")]
    [InlineData("Epsom & Ewell Borough Council", "surrey")]
    [InlineData("Surrey County Council", "surrey")]
    [InlineData("St. Helens", "st-helens")]
    [InlineData("King’s Lynn & West Norfolk", "norfolk")]
    [InlineData("Kings Lynn and West Norfolk", "norfolk")]
    [InlineData("Allerdale", "cumberland")]
    [InlineData("South Lakeland District Council", "westmorland-and-furness")]
    [InlineData("Kettering", "north-northamptonshire")]
    [InlineData("Harrogate", "north-yorkshire")]
    [InlineData("Durham County Council", "county-durham")]
    [InlineData("Merthyr Tydfil County Borough Council", "merthyr-tydfil")]
    [InlineData("Ynys Môn", "isle-of-anglesey")]
    public void A_name_is_found_however_it_is_styled(string name, string id)
    {
        Assert.True(Directory.TryFind(name, out var authority));
        Assert.Equal(id, authority.Id);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("London")]
    [InlineData("Greater London")]
    [InlineData("Borough")]
    [InlineData("Council")]
    [InlineData("Newcastle")]
    [InlineData("Camdn")]
    [InlineData("Stoke Newington")]
    [InlineData("Edinburgh")]
    [InlineData("NFA")]
    public void What_names_no_authority_for_certain_is_not_guessed(string? name) => Assert.False(Directory.TryFind(name, out _));

    [Fact]
    public void Every_name_of_every_authority_finds_it()
    {
        foreach (var authority in Directory.All)
        {
            Assert.All((string[])[authority.Id, authority.Name, .. authority.Aliases, .. authority.Districts], name =>
            {
                foreach (var written in (string[])[name, name.ToUpperInvariant(), $"{name} Council", $"Borough of {name}"])
                {
                    Assert.True(Directory.TryFind(written, out var found), written);
                    Assert.Equal(authority, found);
                }
            });
        }
    }

    [Fact]
    public void A_name_that_two_authorities_go_by_is_refused()
    {
        var camden = Directory.Get("camden");
        var refused = Assert.Throws<InvalidOperationException>(() => new AuthorityDirectory([camden, Directory.Get("brent") with { Aliases = ["CAMDEN"] }]));
        Assert.Equal("Two authorities go by the name CAMDEN.", refused.Message);
    }
}
