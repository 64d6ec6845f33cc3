using Hub.Places;

namespace Hub.Tests.Places;

public sealed class CountryDirectoryTests
{
    private static readonly CountryDirectory Directory = CountryDirectory.Default;

    [Theory]
    [InlineData("GBR", "GBR")]
    [InlineData("gb", "GBR")]
    [InlineData("UK", "GBR")]
    [InlineData("Great Britain", "GBR")]
    [InlineData("united kingdom", "GBR")]
    [InlineData("GBD", "GBR")]
    [InlineData("GBN", "GBR")]
    [InlineData("GBO", "GBR")]
    [InlineData("GBP", "GBR")]
    [InlineData("GBS", "GBR")]
    [InlineData("D", "DEU")]
    [InlineData("D<<", "DEU")]
    [InlineData("U.S.A.", "USA")]
    [InlineData("United States", "USA")]
    [InlineData("South Korea", "KOR")]
    [InlineData("Korea, Republic of", "KOR")]
    [InlineData("North Korea", "PRK")]
    [InlineData("Russia", "RUS")]
    [InlineData("Viet Nam", "VNM")]
    [InlineData("Vietnam", "VNM")]
    [InlineData("Ivory Coast", "CIV")]
    [InlineData("Cote d'Ivoire", "CIV")]
    [InlineData("Côte d’Ivoire", "CIV")]
    [InlineData("Bosnia & Herzegovina", "BIH")]
    [InlineData("RKS", "XKX")]
    [InlineData("XKX", "XKX")]
    [InlineData("UNK", "XKX")]
    [InlineData("Jersey", "JEY")]
    [InlineData("Isle of Man", "IMN")]
    [InlineData("Turkey", "TUR")]
    public void A_country_is_found_by_any_code_or_name(string written, string code)
    {
        Assert.True(Directory.TryFind(written, out var country));
        Assert.Equal(code, country.Code);
    }

    [Theory]
    [InlineData("XXA")]
    [InlineData("XXB")]
    [InlineData("XXC")]
    [InlineData("XXX")]
    [InlineData("UNO")]
    [InlineData("ZZ")]
    [InlineData("Atlantis")]
    [InlineData("<<<")]
    [InlineData("")]
    [InlineData(null)]
    public void What_is_no_country_is_not_found(string? written) => Assert.False(Directory.TryFind(written, out _));

    [Fact]
    public void All_are_iso_3166_1_and_kosovo()
    {
        Assert.Equal(250, Directory.All.Length);
        Assert.All(Directory.All, country =>
        {
            Assert.Matches("^[A-Z]{3}$", country.Code);
            Assert.Matches("^[A-Z]{2}$", country.Alpha2);
        });
    }

    [Fact]
    public void Two_countries_of_one_name_are_refused() =>
        Assert.Throws<InvalidOperationException>(() => new CountryDirectory([new("AAA", "AA", "One"), new("BBB", "BB", "ONE")]));
}
