using Hub.Matching;
using Hub.Nominals;
using Hub.Persons;
using Hub.Testing;

namespace Hub.Tests.Matching.Index;

/// <summary>Ten thousand people of one name and birthday.</summary>
public sealed class CrowdTests
{
    private const int Most = 2_000;
    private const string Pnc = "2003/0011985X";

    private static readonly Nominal Wanted = A.Nominal("Z-1") with { PncId = Pnc };

    private static readonly Screener Screener = Registered.Screener([.. Enumerable.Range(0, 10_000).Select(i => A.Nominal($"C-{i:D5}")), Wanted]);

    private static readonly PersonDetails Asked = new() { Names = Wanted.Names, Born = Wanted.Born };

    [Theory]
    [InlineData(MatchPurpose.ArrestRouting)]
    [InlineData(MatchPurpose.BorderScreening)]
    [InlineData(MatchPurpose.Deduplication)]
    public void The_work_is_bounded_and_the_assessment_says_so(MatchPurpose purpose)
    {
        var found = Screener.Assess(Asked, purpose);

        Assert.InRange(found.Considered, 1, Most);
        Assert.DoesNotContain("comes near", found.Because, StringComparison.Ordinal);
        Assert.Contains("2,000", found.Because, StringComparison.Ordinal);
        Assert.IsNotType<MatchOutcome.Match>(found.Outcome);
        Assert.InRange(found.Candidates.Length, 0, 5);
        Assert.InRange(Screener.Block(Asked, purpose).Count, 1, Most);
    }

    [Fact]
    public void With_an_identifier_the_right_one_is_found()
    {
        var found = Screener.Assess(Asked with { PncId = Pnc }, MatchPurpose.ArrestRouting);
        Assert.Equal("match Z-1", Registered.Outcome(found.Outcome));
    }

    [Fact]
    public void With_an_address_that_only_one_has_that_one_comes_first_but_a_person_must_look()
    {
        var address = new Address { Lines = ["7 Mulberry Walk"], Postcode = "E8 1EA" };
        var screener = Registered.Screener([.. Enumerable.Range(0, 3_000).Select(i => A.Nominal($"C-{i:D5}")), Wanted with { Addresses = [address] }]);
        Assert.Equal("possible Z-1", Registered.Outcome(screener.Assess(Asked with { Addresses = [address] }, MatchPurpose.ArrestRouting).Outcome));
    }

    [Fact]
    public void Asked_by_the_name_alone_it_is_not_said_that_nobody_comes_near()
    {
        var found = Screener.Assess(Asked with { Born = null }, MatchPurpose.ArrestRouting);
        Assert.IsType<MatchOutcome.None>(found.Outcome);
        Assert.DoesNotContain("Nobody on the register comes near", found.Because, StringComparison.Ordinal);
        Assert.Contains("too many", found.Because, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_search_by_name_and_year_finds_the_one_of_that_year_among_thousands_of_that_name()
    {
        var screener = Registered.Screener([.. Enumerable.Range(0, 3_000).Select(i => A.Nominal($"C-{i:D5}")), A.Nominal("Z-2") with { Born = BirthDate.Parse("1961-04-02") }]);
        var found = new NominalSearch(screener).Find(new PersonDetails { Names = [Registered.Name(Wanted.Names[0].Surname)], Born = BirthDate.Parse("1961") }, 10).Best;
        Assert.Equal("Z-2", found[0].Nominal);
    }
}
