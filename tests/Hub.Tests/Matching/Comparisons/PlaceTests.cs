using Hub.Nominals;
using Hub.Persons;

namespace Hub.Tests.Matching.Comparisons;

public sealed class PlaceTests
{
    private static Nominal Living(string? line, string? postcode) => Explained.Nominal with { Addresses = [At(line, postcode)] };

    private static PersonDetails Asked(string? line, string? postcode) => Explained.Person with { Addresses = [At(line, postcode)] };

    private static Address At(string? line, string? postcode) => new() { Lines = line is null ? [] : [line], Postcode = postcode };

    [Theory]
    [InlineData("E8 1EA", "e81ea", "same", 1)]
    [InlineData("E8 1EA", "E9 1EA", "one-slip", 1)]
    [InlineData("E8 1EA", "E18 1EA", "one-slip", 1)]
    [InlineData("E8 1EA", "E8 1QX", "sector", 1)]
    [InlineData("E8 1EA", "E8 1EB", "sector", 1)]
    [InlineData("E8 1EA", "SW9 7PQ", "different", -1)]
    public void A_postcode(string reported, string registered, string level, int sign) =>
        Explained.Is("postcode", level, sign, Living(null, registered), Asked(null, reported));

    [Theory]
    [InlineData("N/A")]
    [InlineData("not known")]
    [InlineData("NFA")]
    [InlineData("ZZ99 3VZ")]
    [InlineData(" - ")]
    public void A_postcode_of_no_place_is_not_compared_and_brings_nobody_together(string postcode)
    {
        Assert.Null(Explained.Field("postcode", Living(null, postcode), Asked(null, postcode)));
        Assert.Empty(Registered.Screener(Living(null, postcode)).Block(Asked(null, postcode) with { Names = [] }, Hub.Matching.MatchPurpose.ArrestRouting));
    }

    [Theory]
    [InlineData("7 Mulberry Walk", "7, MULBERRY WALK", "same", 1)]
    [InlineData("7 Mulberry Walk", "7 Mulbery Walk", "same", 1)]
    [InlineData("Flat 2, 7 Mulberry Walk", "7 Mulberry Walk", "same", 1)]
    [InlineData("7 Mulberry Walk", "91 Mulberry Walk", "mostly", 1)]
    [InlineData("7 Mulberry Walk, Hackney", "91 Cutlers Yard, Hackney", "partly", 1)]
    [InlineData("7 Mulberry Walk", "91 Cutlers Yard", "different", -1)]
    public void An_address(string reported, string registered, string level, int sign) =>
        Explained.Is("address", level, sign, Living(registered, null), Asked(reported, null));

    [Fact]
    public void An_address_tells_less_where_its_postcode_has_told_it()
    {
        var alone = Explained.Is("address", "same", 1, Living("7 Mulberry Walk", null), Asked("7 Mulberry Walk", null));
        var beside = Explained.Is("address", "same", 1, Living("7 Mulberry Walk", "E8 1EA"), Asked("7 Mulberry Walk", "E8 1EA"));
        Assert.True(beside.Bits < alone.Bits);

        var differs = Explained.Is("address", "different", -1, Living("91 Cutlers Yard", null), Asked("7 Mulberry Walk", null));
        var moved = Explained.Is("address", "different", -1, Living("91 Cutlers Yard", "SW9 7PQ"), Asked("7 Mulberry Walk", "E8 1EA"));
        Assert.True(moved.Bits > differs.Bits);
    }

    [Fact]
    public void Of_several_addresses_the_pair_most_alike_counts()
    {
        var nominal = Explained.Nominal with { Addresses = [At("1 First Street", "N1 1AA"), At("7 Mulberry Walk", "E8 1EA")] };
        var person = Explained.Person with { Addresses = [At("5 Fifth Row", "W5 5AB"), At("7 Mulberry Walk", "E8 1EA")] };
        Explained.Is("address", "same", 1, nominal, person);
        var postcode = Explained.Is("postcode", "same", 1, nominal, person);
        Assert.Equal(("E81EA", "E81EA"), (postcode.Reported, postcode.Registered));
    }

    [Theory]
    [InlineData("Mogadishu", "MOGADISHU", "same", 1)]
    [InlineData("Mogadishu, Somalia", "Mogadishu", "alike", 1)]
    [InlineData("Mogadishu", "Mogadishoo", "alike", 1)]
    [InlineData("Mogadishu", "Swansea", "different", -1)]
    public void A_place_of_birth(string reported, string registered, string level, int sign) =>
        Explained.Is("placeOfBirth", level, sign, Explained.Nominal with { PlaceOfBirth = registered }, Explained.Person with { PlaceOfBirth = reported });

    [Theory]
    [InlineData("Bus driver", "bus-driver", "same", 1)]
    [InlineData("Carpenter", "Carpentar", "alike", 1)]
    [InlineData("Carpenter", "Dentist", "different", -1)]
    public void An_occupation(string reported, string registered, string level, int sign) =>
        Explained.Is("occupation", level, sign, Explained.Nominal with { Occupation = registered }, Explained.Person with { Occupation = reported });

    [Theory]
    [InlineData(Sex.Female, Sex.Female, "same", 1)]
    [InlineData(Sex.Female, Sex.Male, "different", -1)]
    public void A_sex(Sex reported, Sex registered, string level, int sign) =>
        Explained.Is("sex", level, sign, Explained.Nominal with { Sex = registered }, Explained.Person with { Sex = reported });

    [Theory]
    [InlineData("GBR", "gbr", "same", 1)]
    [InlineData("GBR", "FRA", "different", -1)]
    public void A_nationality(string reported, string registered, string level, int sign) =>
        Explained.Is("nationality", level, sign, Explained.Nominal with { Nationality = registered }, Explained.Person with { Nationality = reported });
}
