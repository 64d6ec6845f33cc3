using Hub.Persons;

namespace Hub.Tests.Matching.Comparisons;

public sealed class BornTests
{
    [Theory]
    [InlineData("2011-05-19", "2011-05-19", "exact", 1)]
    [InlineData("2011-05-09", "2011-09-05", "day-month-swapped", 1)]
    [InlineData("2011-05-19", "2011-05-18", "one-digit", 1)]
    [InlineData("2011-05-19", "2001-05-19", "one-digit", 1)]
    [InlineData("2011-05-19", "2011-06-19", "one-digit", 1)]
    [InlineData("2019-05-19", "2091-05-19", "one-digit", 1)]
    [InlineData("2011-05-12", "2011-05-21", "one-digit", 1)]
    [InlineData("2011-05-19", "2008-05-19", "year-differs", 1)]
    [InlineData("2011-05-19", "2011-05-02", "day-differs", 1)]
    [InlineData("2011-05-19", "2011-12-19", "month-differs", 1)]
    [InlineData("2011-05-19", "2011-12-02", "near", -1)]
    [InlineData("2011-12-30", "2012-01-02", "near", -1)]
    [InlineData("2011-05-19", "1983-11-02", "different", -1)]
    [InlineData("0001-01-01", "9999-12-31", "different", -1)]
    public void Whole_dates_are_compared_by_how_they_could_have_been_mistaken(string reported, string registered, string level, int sign)
    {
        var found = Explained.Is("born", level, sign, Explained.Nominal with { Born = BirthDate.Parse(registered) }, Explained.Person with { Born = BirthDate.Parse(reported) });
        Assert.Equal((reported, registered), (found.Reported, found.Registered));

        // It makes no difference which side is asked about.
        var back = Explained.Is("born", level, sign, Explained.Nominal with { Born = BirthDate.Parse(reported) }, Explained.Person with { Born = BirthDate.Parse(registered) });
        Assert.Equal(found.Level, back.Level);
    }

    [Fact]
    public void A_first_of_January_tells_less_than_another_day()
    {
        Assert.True(Bits("2011-01-01") + 2.5 < Bits("2011-01-02"));
        static double Bits(string date) => Explained.Is("born", "exact", 1, Explained.Nominal with { Born = BirthDate.Parse(date) }, Explained.Person with { Born = BirthDate.Parse(date) }).Bits;
    }

    [Theory]
    [InlineData("2011", "2011-05-19", "agrees", 1)]
    [InlineData("2011-05-19", "2011", "agrees", 1)]
    [InlineData("2011-05", "2011-05-19", "agrees", 1)]
    [InlineData("2011-05", "2011", "agrees", 1)]
    [InlineData("2011", "2011", "agrees", 1)]
    [InlineData("2011-06", "2011-05-19", "near", 1)]
    [InlineData("2012", "2011-05-19", "near", 1)]
    [InlineData("2010", "2011", "near", 1)]
    [InlineData("2014", "2011-05-19", "different", -1)]
    [InlineData("2011-05-19", "1990-05", "different", -1)]
    public void Dates_known_in_part_are_compared_as_far_as_they_are_known(string reported, string registered, string level, int sign)
    {
        var (nominal, person) = (Explained.Nominal with { Born = BirthDate.Parse(registered) }, Explained.Person with { Born = BirthDate.Parse(reported) });
        var found = Explained.Is("bornInPart", level, sign, nominal, person);
        Assert.Equal((reported, registered), (found.Reported, found.Registered));
        Assert.Null(Explained.Field("born", nominal, person));
    }

    // It is 14 March 2025: who is 13 was born in 2011 or 2012.
    [Theory]
    [InlineData(13, "2011-05-19", "agrees", 1)]
    [InlineData(13, "2012", "agrees", 1)]
    [InlineData(13, "2010-12-31", "near", 1)]
    [InlineData(13, "2013", "near", 1)]
    [InlineData(13, "1990-01-02", "different", -1)]
    [InlineData(0, "2025-03-01", "agrees", 1)]
    public void A_stated_age_allows_two_years_of_birth(int age, string registered, string level, int sign) =>
        Explained.Is("bornInPart", level, sign, Explained.Nominal with { Born = BirthDate.Parse(registered) }, Explained.Person with { StatedAge = age });

    [Fact]
    public void A_birth_date_is_believed_before_a_stated_age()
    {
        var nominal = Explained.Nominal with { Born = BirthDate.Parse("2011-05-19") };
        var person = Explained.Person with { Born = BirthDate.Parse("2011-05-19"), StatedAge = 60 };
        Explained.Is("born", "exact", 1, nominal, person);
        Assert.Null(Explained.Field("bornInPart", nominal, person));
    }

    [Fact]
    public void A_month_that_differs_is_not_said_to_be_a_year()
    {
        var found = Explained.Is("bornInPart", "near", 1, Explained.Nominal with { Born = BirthDate.Parse("2011-05-19") }, Explained.Person with { Born = BirthDate.Parse("2011-09") });
        Assert.Contains("month", found.Words, StringComparison.OrdinalIgnoreCase);
    }
}
