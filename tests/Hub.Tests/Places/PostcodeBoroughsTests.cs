using Hub.Identifiers;
using Hub.Places;

namespace Hub.Tests.Places;

public sealed class PostcodeBoroughsTests
{
    private static PostcodePlace Find(string postcode) => PostcodeBoroughs.Default.Find(Postcode.Parse(postcode));

    [Theory]
    [InlineData("E17 9NJ", "waltham-forest")]
    [InlineData("SW1A 1AA", "westminster")]
    [InlineData("EC2V 7HH", "city-of-london")]
    [InlineData("SE7 7AA", "greenwich")]
    [InlineData("TW11 8AA", "richmond-upon-thames")]
    [InlineData("KT10 9AA", "surrey")]
    public void A_district_within_one_authority_decides(string postcode, string id) =>
        Assert.Equal(id, Assert.IsType<PostcodePlace.Decided>(Find(postcode)).Authority.Id);

    [Theory]
    [InlineData("SW16 1AA", "lambeth")]
    [InlineData("N22 6AA", "haringey")]
    [InlineData("SW18 4AA", "wandsworth")]
    [InlineData("TN16 3AA", "bromley")]
    public void A_district_that_straddles_a_boundary_does_not_decide(string postcode, string oneOfThem) =>
        Assert.Contains(Assert.IsType<PostcodePlace.Ambiguous>(Find(postcode)).Authorities, a => a.Id == oneOfThem);

    [Fact]
    public void A_sector_within_one_authority_decides_though_its_district_does_not()
    {
        Assert.IsType<PostcodePlace.Ambiguous>(Find("SW18 5AA"));
        Assert.Equal("wandsworth", Assert.IsType<PostcodePlace.Decided>(Find("SW18 1AA")).Authority.Id);
    }

    [Theory]
    [InlineData("M1 1AE")]
    [InlineData("GU1 1AA")]
    [InlineData("TN1 1AA")]
    [InlineData("GIR 0AA")]
    [InlineData("CF10 1EP")]
    public void Another_area_is_outside_london(string postcode) => Assert.IsType<PostcodePlace.OutsideLondon>(Find(postcode));

    [Theory]
    [InlineData("E98 1TT")]
    [InlineData("SE29 1AA")]
    [InlineData("CR9 1AA")]
    public void A_district_of_london_that_is_not_known_is_unknown(string postcode) => Assert.IsType<PostcodePlace.Unknown>(Find(postcode));
}
