using Hub.Border.Manifests;
using Hub.Persons;
using static Hub.Tests.Border.Manifests.Csv.Reading;

namespace Hub.Tests.Border.Manifests.Csv;

public sealed class CsvPersonTests
{
    [Theory]
    [InlineData("Surname,Given")]
    [InlineData("Last Name,First Name")]
    [InlineData("FAMILY_NAME,FORENAME(S)")]
    [InlineData("\"Family-name\",\"Given names\"")]
    [InlineData("last name;first name")]
    [InlineData("Surname\tGiven")]
    public async Task A_column_is_known_by_any_common_name_and_separator(string header)
    {
        var separator = header.Contains(';', StringComparison.Ordinal) ? ";" : header.Contains('\t', StringComparison.Ordinal) ? "\t" : ",";

        var name = (await One(header, $"Moss{separator}John Paul")).Person.Name;

        Assert.Equal("Moss", name.Surname);
        Assert.Equal(["John", "Paul"], name.Given.AsEnumerable());
    }

    [Theory]
    [InlineData("SMITH/JOHN PAUL MR", "SMITH", "JOHN PAUL")]
    [InlineData("SMITH/JOHNMR", "SMITH", "JOHN")]
    [InlineData("KHAN/AMR", "KHAN", "AMR")]
    [InlineData("KHAN/AMR MR", "KHAN", "AMR")]
    [InlineData("MOSS/ADAMS MS", "MOSS", "ADAMS")]
    [InlineData("MOSS/ADA CHD", "MOSS", "ADA")]
    [InlineData("MOSS/ADA MISS INF", "MOSS", "ADA")]
    [InlineData("DE LA CRUZ/ANA MRS", "DE LA CRUZ", "ANA")]
    [InlineData("MOSS/", "MOSS", "")]
    [InlineData("MOSS/MR", "MOSS", "")]
    [InlineData("SMITH<<JOHN<PAUL", "SMITH", "JOHN PAUL")]
    [InlineData("John Paul Smith", "Smith", "John Paul")]
    [InlineData("Mr John van der Berg", "van der Berg", "John")]
    [InlineData("\"Smith, John\"", "Smith", "John")]
    [InlineData("Prince", "Prince", "")]
    public async Task A_name_in_one_column_is_taken_apart(string written, string surname, string given)
    {
        var name = (await One("name,dob", $"{written},")).Person.Name;

        Assert.Equal((surname, given), (name.Surname, string.Join(' ', name.Given)));
    }

    [Fact]
    public async Task Everything_a_row_says_of_a_person_is_read()
    {
        var traveller = await One(
            "Surname,Given name,Middle,Date of birth,Sex,Nationality,Place of birth,Passport no.,Doc type,Issuing country,Date of expiry,PNR,Return date,Return time,Return flight,Return airport",
            "Moss,Ada Mrs,Jane,19-MAY-71,F,United Kingdom,Leeds,925 665 416,Passport,GBD,01/02/2031,x7y8z9,12/12/2026,06:15,ba 010,LGW");

        Assert.Equal(["Ada", "Jane"], traveller.Person.Name.Given.AsEnumerable());
        Assert.Equal("1971-05-19", traveller.Person.Born.ToString());
        Assert.Equal((Sex.Female, "GBR", "Leeds"), (traveller.Person.Sex, traveller.Person.Nationality, traveller.Person.PlaceOfBirth));
        Assert.Equal(new TravelDocument("P", "925665416", "GBR", new DateOnly(2031, 2, 1)), Assert.Single(traveller.Person.Documents));
        Assert.Equal(("X7Y8Z9", "BA10", "LGW"), (traveller.Booking, traveller.ReturnFlight, traveller.ReturnsTo));
        Assert.Equal(new DateTimeOffset(2026, 12, 12, 6, 15, 0, TimeSpan.Zero), traveller.Returns!.Earliest);
        Assert.True(traveller.Returns.IsExact);
    }

    [Fact]
    public async Task A_row_with_a_name_only_can_be_screened()
    {
        var traveller = await One("surname,given,dob,passport", "Moss,,,");

        Assert.Equal("Moss", traveller.Person.Name.Surname);
        Assert.Null(traveller.Person.Born);
        Assert.Empty(traveller.Person.Documents);
        Assert.Equal(2, traveller.At.Line);
    }

    [Fact]
    public async Task What_only_describes_never_keeps_a_person_from_being_screened()
    {
        var traveller = await One("surname,sex,nationality,passport,issuing state,type", "Moss,woman,Atlantis,?,Nowhere,VIP");

        Assert.Equal((Sex.Unknown, null), (traveller.Person.Sex, traveller.Person.Nationality));
        Assert.Equal(new TravelDocument("P", "?"), Assert.Single(traveller.Person.Documents));
        Assert.Equal(ListKind.Passengers, traveller.List.Kind);
    }

    [Theory]
    [InlineData(",,12/05/1971", "name-missing")]
    [InlineData(",MR,12/05/1971", "name-missing")]
    [InlineData("Moss,Ada,31/02/1971", "date-not-read")]
    [InlineData("Moss,Ada,05/19/1971", "date-not-read")]
    [InlineData("Moss,Ada,190571", "date-ambiguous")]
    [InlineData("Moss,Ada,19-05-71", "date-ambiguous")]
    [InlineData("Moss,Ada,12/05/2027", "date-impossible")]
    [InlineData("Moss,Ada,12/05/1871", "date-impossible")]
    [InlineData("Mo\u0007ss,Ada,", "control-characters")]
    [InlineData("Moss,Ada", "row-malformed")]
    [InlineData("Moss,Ada,,more", "row-malformed")]
    [InlineData("\"Moss\"x,Ada,", "row-malformed")]
    public async Task A_row_that_cannot_be_used_is_set_aside_with_its_line_and_a_reason_without_its_values(string row, string code)
    {
        var setAside = await SetAside("surname,given,dob", row);

        Assert.Equal((2, code), ((int)setAside.At.Line!, setAside.Code));
        Assert.DoesNotContain("Moss", setAside.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("1971,", setAside.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2011-05-19", "2011-05-19")]
    [InlineData("19/05/2011", "2011-05-19")]
    [InlineData("9/5/2011", "2011-05-09")]
    [InlineData("05/06/2011", "2011-06-05")]
    [InlineData("19-05-2011", "2011-05-19")]
    [InlineData("19.05.2011", "2011-05-19")]
    [InlineData("19.05.11", "2011-05-19")]
    [InlineData("19-MAY-11", "2011-05-19")]
    [InlineData("19May2011", "2011-05-19")]
    [InlineData("19 may 2011", "2011-05-19")]
    [InlineData("1 September 2011", "2011-09-01")]
    [InlineData("1 Sept 11", "2011-09-01")]
    [InlineData("20110519", "2011-05-19")]
    [InlineData("2011/05/19", "2011-05-19")]
    [InlineData("2011-05-19T00:00:00", "2011-05-19")]
    [InlineData("19/05/2011 00:00", "2011-05-19")]
    [InlineData("2011-05", "2011-05")]
    [InlineData("2011", "2011")]
    [InlineData("22/11/26", "2026-11-22")]
    [InlineData("24/11/26", "1926-11-24")]
    [InlineData("29/02/96", "1996-02-29")]
    [InlineData("29/02/00", "2000-02-29")]
    public async Task A_birth_date_is_read_day_before_month_and_never_in_the_future(string written, string expected) =>
        Assert.Equal(expected, (await One("surname,dob", $"Moss,{written}")).Person.Born.ToString());

    [Theory]
    [InlineData("01/02/31", 2031)]
    [InlineData("01/02/75", 2075)]
    [InlineData("01/02/76", 1976)]
    [InlineData("01/02/99", 1999)]
    public async Task An_expiry_of_two_digits_is_of_the_nearest_century(string written, int year) =>
        Assert.Equal(new DateOnly(year, 2, 1), (await One("surname,passport,expiry", $"Moss,925665416,{written}")).Person.Documents[0].Expiry);
}
