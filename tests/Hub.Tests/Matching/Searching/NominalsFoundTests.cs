using Hub.Matching;
using Hub.Matching.Searching;
using Hub.Nominals;
using Hub.Persons;
using Hub.Testing;

namespace Hub.Tests.Matching.Searching;

public sealed class NominalsFoundTests
{
    private static readonly Nominal[] Known =
    [
        A.Nominal("N-1") with { Names = [Registered.Name("Smith", "John", "Paul")], Born = BirthDate.Parse("1971-03-04"), PncId = "2003/0011985X", Addresses = [new Address { Lines = ["1 High Road"], Postcode = "E8 1AB" }], Phones = ["020 7946 0144"] },
        A.Nominal("N-2") with { Names = [Registered.Name("John", "Smith")], Born = BirthDate.Parse("1980-01-09"), Addresses = [new Address { Lines = ["2 Low Road"], Postcode = "N1 9GU" }] },
        A.Nominal("N-3") with { Names = [Registered.Name("Smith", "Jon")], Born = BirthDate.Parse("1980") },
        A.Nominal("N-4") with { Names = [Registered.Name("Smith", "Agatha")], Born = BirthDate.Parse("1971-03-04") },
        A.Nominal("N-5") with { Names = [Registered.Name("van der Berg", "Jan")], Born = BirthDate.Parse("1990-05-05"), Documents = [new TravelDocument("P", "925665416", "NLD")] },
        A.Nominal("E8") with { Names = [Registered.Name("Pemberley", "Rose")] },
    ];

    // A crowd of one surname, more than are ever weighed, born in three years.
    private static readonly Screener Crowd = Registered.Screener(
        [.. Known, .. Enumerable.Range(0, 12_000).Select(i => A.Nominal($"C-{i:D5}") with { Names = [Registered.Name("Crowdson", $"Given{i % 997}x")], Born = BirthDate.Parse($"{1930 + (i % 60)}-02-03") })]);

    private static NominalsFound Find(string words, int max = 20)
    {
        Assert.True(SearchReading.TryRead(words, [], A.Moment, out var question, out var errors), string.Join(' ', errors));
        return new NominalSearch(Crowd).Find(question, max);
    }

    private static string[] Ids(string words) => [.. Find(words).Best.Select(f => f.Nominal)];

    [Theory]
    [InlineData("smith john")]
    [InlineData("John SMITH")]
    [InlineData("smith, john")]
    [InlineData("surname:smith given:john")]
    public void A_name_is_found_in_either_order_and_spelling(string words) => Assert.Equal(["N-1", "N-2", "N-3"], Ids(words).Order());

    [Theory]
    [InlineData("john smith 4.3.71", "N-1")]
    [InlineData("smith E8 john", "N-1")]
    [InlineData("020 7946 0144", "N-1")]
    [InlineData("03/11985x", "N-1")]
    [InlineData("e8 1ab", "N-1")]
    [InlineData("925665416", "N-5")]
    [InlineData("van der berg jan", "N-5")]
    [InlineData("berg 1990", "N-5")]
    public void What_is_known_finds_the_person_first(string words, string id) => Assert.Equal(id, Ids(words)[0]);

    [Fact]
    public void Who_differs_in_anything_asked_for_is_left_out()
    {
        Assert.Equal(["N-1"], Ids("john smith 1971"));
        Assert.DoesNotContain("N-2", Ids("smith E8"));
        Assert.DoesNotContain("N-4", Ids("john smith"));
    }

    [Theory]
    [InlineData("agatha smith 03/11985x", "N-1")]
    [InlineData("jane doe 1.1.1999 03/11985x", "N-1")]
    [InlineData("smith 925665416", "N-5")]
    public void Who_has_a_number_asked_for_is_shown_under_whatever_name_and_date(string words, string id) =>
        Assert.Contains("different", Assert.Single(Find(words).Best, f => f.Nominal == id).Fields.Select(f => f.Level));

    [Fact]
    public void By_an_age()
    {
        Assert.Equal(["N-2", "N-3"], Ids("john smith aged 45").Order());
        Assert.Equal(["N-1"], Ids("john smith 54 yrs"));
    }

    [Fact]
    public void By_another_name_that_is_said_too() => Assert.Equal("N-5", Ids("zebediah quxley aka jan van der berg")[0]);

    [Fact]
    public void Of_whom_the_evidence_says_that_it_is_somebody_else_is_not_found() =>
        Assert.All(Find("cowdsen").Best, f => Assert.DoesNotContain("other-person", f.Fields.Select(field => field.Level)));

    [Fact]
    public void Many_ways_to_read_a_search_share_the_work_and_it_says_so()
    {
        var found = Find("ann bea cleo crowdsen crowdsan crowdson 123456");
        Assert.False(found.AllLookedAt);
    }

    [Fact]
    public void The_first_part_of_a_postcode_is_named_in_the_evidence() =>
        Assert.Contains(Find("smith E8").Best[0].Fields, f => f is { Field: "postcode", Level: "district", Reported: "E8", Registered: "E81AB" });

    [Fact]
    public void An_id_finds_its_nominal_first_whatever_else_the_words_may_be()
    {
        Assert.Equal("N-4", Ids("n-4 smith")[0]);
        Assert.Equal("E8", Ids("id:E8 smith")[0]);
        var other = Find("id:N-4 jones");
        Assert.Equal("N-4", other.Best[0].Nominal);
        Assert.Contains(other.Best[0].Fields, f => f.Level == "different");
        Assert.Equal("N-4", Assert.Single(other.ById));
    }

    [Fact]
    public void A_crowd_is_not_cut_before_everything_asked_was_looked_at()
    {
        var crowd = Find("crowdson");
        Assert.False(crowd.AllLookedAt);
        Assert.Equal(20, crowd.Best.Length);
        Assert.Contains("not all were looked at", crowd.CutShort, StringComparison.Ordinal);

        var year = Find("crowdson 1944");
        Assert.True(year.AllLookedAt);
        Assert.Equal(200, year.Fit);
        Assert.StartsWith("200 people fit.", year.CutShort, StringComparison.Ordinal);
        Assert.Equal("C-00014", Ids("surname:crowdson given:given14x 1944")[0]);
    }

    [Fact]
    public void A_year_alone_says_how_many_and_shows_the_first()
    {
        var found = Find("1971");
        Assert.Equal((2 + 200, true), (found.Fit, found.AllLookedAt));
        Assert.Equal(20, found.Best.Length);
    }

    [Fact]
    public void Nobody_is_told_of_as_found_who_is_not()
    {
        var found = Find("quxley zebediah");
        Assert.Equal((0, null), (found.Fit, found.CutShort));
        Assert.Null(Find("john smith 1971").CutShort);
    }
}
