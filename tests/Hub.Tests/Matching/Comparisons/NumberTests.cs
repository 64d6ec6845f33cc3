using Hub.Nominals;
using Hub.Persons;

namespace Hub.Tests.Matching.Comparisons;

/// <summary>Numbers that name a person, and ways to reach them.</summary>
public sealed class NumberTests
{
    [Theory]
    [InlineData("2003/0011985X", "2003/0011985X", "same", 1)]
    [InlineData("2003/0011985x", "20030011985X", "same", 1)]
    [InlineData("2003/0011985X", "2003/0011985Y", "one-slip", 1)]
    [InlineData("2003/0011985X", "2003/0011958X", "one-slip", 1)]
    [InlineData("2003/0011985X", "1998/0123456H", "different", -1)]
    public void A_PNC_ID(string reported, string registered, string level, int sign) =>
        Explained.Is("pncId", level, sign, Explained.Nominal with { PncId = registered }, Explained.Person with { PncId = reported });

    [Theory]
    [InlineData("12345/96F", "12345/96F", "same", 1)]
    [InlineData("12345/96F", "12346/96F", "one-slip", 1)]
    [InlineData("12345/96F", "98101/04K", "different", -1)]
    public void A_CRO_number(string reported, string registered, string level, int sign) =>
        Explained.Is("croNumber", level, sign, Explained.Nominal with { CroNumber = registered }, Explained.Person with { CroNumber = reported });

    [Theory]
    [InlineData("V-100234", "V100234", "same", 1)]
    [InlineData("V-100234", "V-100243", "one-slip", 1)]
    [InlineData("V-100234", "V-987100", "different", -1)]
    public void A_ViSOR_reference(string reported, string registered, string level, int sign) =>
        Explained.Is("visorReference", level, sign, Explained.Nominal with { VisorReference = registered }, Explained.Person with { VisorReference = reported });

    [Theory]
    [InlineData("AB1234567", "GBR", "AB1234567", "GBR", "same", 1)]
    [InlineData("ab 1234-567", null, "AB1234567", "GBR", "same", 1)]
    [InlineData("AB1234567", "GBR", "AB1234568", "GBR", "one-slip", 1)]
    [InlineData("AB1234567", "GBR", "AB1234589", null, "two-slips", 1)]
    [InlineData("AB1234567", "GBR", "XY7654321", "GBR", "different", -1)]
    public void A_travel_document(string reported, string? by, string registered, string? state, string level, int sign) =>
        Explained.Is("document", level, sign, With([new TravelDocument("P", registered, state)]), Asked([new TravelDocument("P", reported, by)]));

    [Fact]
    public void Documents_of_two_states_are_not_compared()
    {
        Assert.Null(Explained.Field("document", With([new TravelDocument("P", "AB1234567", "GBR")]), Asked([new TravelDocument("P", "AB1234567", "FRA")])));
        Assert.Null(Explained.Field("document", With([]), Asked([new TravelDocument("P", "AB1234567", "FRA")])));
        Assert.Null(Explained.Field("document", With([new TravelDocument("P", "-", "FRA")]), Asked([new TravelDocument("P", "AB1234567", "FRA")])));
    }

    [Fact]
    public void Of_several_documents_the_pair_most_alike_counts()
    {
        var found = Explained.Is("document", "same", 1, With([new TravelDocument("P", "XY7654321", "FRA"), new TravelDocument("I", "ZZ1112223", "GBR")]), Asked([new TravelDocument("P", "QQ5556667", "GBR"), new TravelDocument("I", "ZZ1112223")]));
        Assert.Equal(("ZZ1112223", "ZZ1112223"), (found.Reported, found.Registered));
    }

    [Theory]
    [InlineData("07700 900123", "+44 7700 900123", "same", 1)]
    [InlineData("0044 (0)7700-900123", "07700900123", "same", 1)]
    [InlineData("020 7946 0018", "+442079460018", "same", 1)]
    [InlineData("07700 900123", "07700 900132", "one-slip", 1)]
    [InlineData("07700 900123", "020 7946 0018", "different", -1)]
    public void A_telephone_number(string reported, string registered, string level, int sign) =>
        Explained.Is("phone", level, sign, Explained.Nominal with { Phones = [registered] }, Explained.Person with { Phones = [reported] });

    [Theory]
    [InlineData("ex-directory")]
    [InlineData("999")]
    [InlineData("000000000")]
    public void What_is_no_telephone_number_is_not_compared(string phone) =>
        Assert.Null(Explained.Field("phone", Explained.Nominal with { Phones = [phone] }, Explained.Person with { Phones = [phone] }));

    [Theory]
    [InlineData("Jo.Bloggs@Example.com ", "jo.bloggs@example.com", "same", 1)]
    [InlineData("jo.bloggs@example.com", "jo.bloggs@mail.example", "other-provider", 1)]
    [InlineData("jo.bloggs@example.com", "joe.bloggs@mail.example", "alike", 1)]
    [InlineData("jo@example.com", "jo@mail.example", "different", -1)]
    [InlineData("jo.bloggs@example.com", "the-window-cleaner@example.com", "different", -1)]
    public void An_e_mail_address(string reported, string registered, string level, int sign) =>
        Explained.Is("email", level, sign, Explained.Nominal with { Emails = [registered] }, Explained.Person with { Emails = [reported] });

    private static Nominal With(TravelDocument[] documents) => Explained.Nominal with { Documents = [.. documents] };

    private static PersonDetails Asked(TravelDocument[] documents) => Explained.Person with { Documents = [.. documents] };
}
