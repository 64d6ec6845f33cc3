using Hub.Places;

namespace Hub.Tests.Places;

public sealed class AirportDirectoryTests
{
    private static readonly AirportDirectory Directory = AirportDirectory.Default;

    [Theory]
    [InlineData("LHR", "EGLL", "GBR", "Europe/London")]
    [InlineData("LGW", "EGKK", "GBR", "Europe/London")]
    [InlineData("STN", "EGSS", "GBR", "Europe/London")]
    [InlineData("LTN", "EGGW", "GBR", "Europe/London")]
    [InlineData("LCY", "EGLC", "GBR", "Europe/London")]
    [InlineData("MAN", "EGCC", "GBR", "Europe/London")]
    [InlineData("EDI", "EGPH", "GBR", "Europe/London")]
    [InlineData("BFS", "EGAA", "GBR", "Europe/London")]
    [InlineData("BHX", "EGBB", "GBR", "Europe/London")]
    [InlineData("GLA", "EGPF", "GBR", "Europe/London")]
    [InlineData("JER", "EGJJ", "JEY", "Europe/Jersey")]
    [InlineData("GCI", "EGJB", "GGY", "Europe/Guernsey")]
    [InlineData("IOM", "EGNS", "IMN", "Europe/Isle_of_Man")]
    [InlineData("DUB", "EIDW", "IRL", "Europe/Dublin")]
    [InlineData("CDG", "LFPG", "FRA", "Europe/Paris")]
    [InlineData("FRA", "EDDF", "DEU", "Europe/Berlin")]
    [InlineData("IAD", "KIAD", "USA", "America/New_York")]
    [InlineData("BKK", "VTBS", "THA", "Asia/Bangkok")]
    [InlineData("HKT", "VTSP", "THA", "Asia/Bangkok")]
    [InlineData("PNH", "VDPP", "KHM", "Asia/Phnom_Penh")]
    [InlineData("KTI", "VDTI", "KHM", "Asia/Phnom_Penh")]
    [InlineData("MNL", "RPLL", "PHL", "Asia/Manila")]
    [InlineData("SYD", "YSSY", "AUS", "Australia/Sydney")]
    [InlineData("AKL", "NZAA", "NZL", "Pacific/Auckland")]
    [InlineData("APW", "NSFA", "WSM", "Pacific/Apia")]
    [InlineData("PPG", "NSTU", "ASM", "Pacific/Pago_Pago")]
    [InlineData("HNL", "PHNL", "USA", "Pacific/Honolulu")]
    [InlineData("KTM", "VNKT", "NPL", "Asia/Kathmandu")]
    [InlineData("GRU", "SBGR", "BRA", "America/Sao_Paulo")]
    [InlineData("SVO", "UUEE", "RUS", "Europe/Moscow")]
    [InlineData("DEL", "VIDP", "IND", "Asia/Kolkata")]
    [InlineData("IST", "LTFM", "TUR", "Europe/Istanbul")]
    [InlineData("URC", "ZWWW", "CHN", "Asia/Shanghai")]
    [InlineData("PRN", "BKPR", "XKX", "Europe/Belgrade")]
    public void An_airport_is_found_by_its_codes_with_its_country_and_zone(string iata, string icao, string country, string zone)
    {
        Assert.True(Directory.TryFind(iata, out var airport));
        Assert.Equal((iata, icao, country, zone), (airport.Code, airport.Icao, airport.Country, airport.Zone.Id));
        Assert.Equal(country == "GBR", airport.InUnitedKingdom);
        Assert.True(Directory.TryFind($" {icao.ToLowerInvariant()} ", out var byIcao));
        Assert.Same(airport, byIcao);
    }

    [Theory]
    [InlineData("GBLHR", "LHR")]
    [InlineData("thbkk", "BKK")]
    [InlineData("JEJER", "JER")]
    [InlineData("XKPRN", "PRN")]
    public void A_un_locode_is_found_where_its_country_is_that_of_the_airport(string code, string expected)
    {
        Assert.True(Directory.TryFind(code, out var airport));
        Assert.Equal(expected, airport.Code);
    }

    [Theory]
    [InlineData("FRLHR")]
    [InlineData("GBJER")]
    [InlineData("ZZLHR")]
    [InlineData("XXX")]
    [InlineData("EGXX")]
    [InlineData("LH")]
    [InlineData("L R")]
    [InlineData("LHRLHR")]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData(null)]
    public void What_is_no_airport_is_not_found(string? code) => Assert.False(Directory.TryFind(code, out _));

    [Theory]
    [InlineData("LON", "GBR", "Europe/London")]
    [InlineData("PAR", "FRA", "Europe/Paris")]
    [InlineData("NYC", "USA", "America/New_York")]
    [InlineData("TYO", "JPN", "Asia/Tokyo")]
    public void The_code_of_a_city_gives_its_country_and_clock(string code, string country, string zone)
    {
        Assert.True(Directory.TryFind(code, out var airport));
        Assert.Equal((code, country, zone), (airport.Code, airport.Country, airport.Zone.Id));
        Assert.EndsWith("(airport not said)", airport.Name, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_airport_has_a_known_country_codes_of_the_right_form_and_a_zone_this_machine_knows()
    {
        var all = Directory.All.ToArray();
        Assert.InRange(all.Length, 5_000, 7_000);
        Assert.All(all, airport =>
        {
            Assert.Matches("^[A-Z]{3}$", airport.Code);
            Assert.Matches("^([A-Z]{4})?$", airport.Icao ?? "");
            Assert.True(CountryDirectory.Default.TryFind(airport.Country, out var country));
            Assert.Equal(airport.Country, country.Code);
            Assert.NotEmpty(airport.Name);
            Assert.Equal(airport.Zone, TimeZoneInfo.FindSystemTimeZoneById(airport.Zone.Id));
        });
    }

    [Fact]
    public void A_directory_of_ones_own_holds_what_it_is_given_and_refuses_a_code_twice()
    {
        var own = new Airport("ZZA", "Own", "GBR", TimeZoneInfo.Utc) { Icao = "ZZZA" };
        var directory = new AirportDirectory([own]);

        Assert.True(directory.TryFind("zzza", out var found));
        Assert.Same(own, found);
        Assert.False(directory.TryFind("LHR", out _));
        Assert.Throws<InvalidOperationException>(() => new AirportDirectory([own, own with { Icao = null }]));
    }
}
