using Hub.Matching;
using Hub.Nominals;
using Hub.Persons;
using Hub.Testing;

namespace Hub.Tests.Matching.Rules;

/// <summary>What no weight may override.</summary>
public sealed class RuleTests
{
    private static readonly Address Home = new() { Lines = ["7 Mulberry Walk"], Postcode = "E8 1EA" };

    private static readonly Nominal Known = A.Nominal("N-1") with { Names = [Registered.Name("Quillfeather", "Rosamund")], Addresses = [Home], Sex = Sex.Female, Nationality = "GBR" };

    private static readonly PersonDetails Same = Registered.Report(Known);

    private static MatchAssessment Assess(PersonDetails person, params Nominal[] register) =>
        Registered.Screener([.. register, .. Registered.Others]).Assess(person, MatchPurpose.ArrestRouting);

    private static string Outcome(PersonDetails person, params Nominal[] register) => Registered.Outcome(Assess(person, register).Outcome);

    [Fact]
    public void The_person_themself_is_a_match() => Assert.Equal("match N-1", Outcome(Same, Known));

    [Theory]
    [InlineData("Ottoline")]
    [InlineData("Rosabel")]
    [InlineData("Reesamond")]
    public void A_twin_is_never_a_match_with_or_without_an_address(string given)
    {
        var twin = Same with { Names = [Registered.Name("Quillfeather", given)] };
        Assert.DoesNotContain("match", Outcome(twin, Known), StringComparison.Ordinal);
        Assert.DoesNotContain("match", Outcome(twin with { Addresses = [] }, Known), StringComparison.Ordinal);
    }

    [Fact]
    public void Given_names_that_sound_alike_are_those_of_twins()
    {
        // Same consonants, other vowels; both would be the best of friends by weight alone.
        var found = Assess(Same with { Names = [Registered.Name("Quillfeather", "Karen")] }, Known with { Names = [Registered.Name("Quillfeather", "Corin")] });
        Assert.Equal("possible N-1", Registered.Outcome(found.Outcome));
        Assert.Contains("twin", found.Because, StringComparison.Ordinal);
    }

    [Fact]
    public void A_twin_with_the_same_PNC_ID_is_the_person() => Assert.Equal(
        "match N-1", Outcome(Same with { Names = [Registered.Name("Quillfeather", "Ottoline")], PncId = "2003/0011985X" }, Known with { PncId = "2003/0011985X" }));

    [Fact]
    public void Another_of_the_same_household_is_excluded_and_it_is_said_why()
    {
        var found = Assess(Same with { Names = [Registered.Name("Quillfeather", "Bartholomew")], Born = BirthDate.Parse("1979-11-02") }, Known);
        Assert.IsType<MatchOutcome.None>(found.Outcome);
        Assert.Contains("same household", found.Because, StringComparison.Ordinal);
        Assert.Equal(found.Because, found.Candidates[0].Verdict);
    }

    [Fact]
    public void Father_and_son_of_one_name_are_for_a_person_to_look_at()
    {
        var found = Assess(Same with { Born = BirthDate.Parse("1979-11-02") }, Known);
        Assert.Equal("possible N-1", Registered.Outcome(found.Outcome));
        Assert.Contains("parent, a child or a namesake", found.Because, StringComparison.Ordinal);
    }

    [Fact]
    public void A_brother_or_sister_without_a_birth_date_is_never_a_match()
    {
        var found = Assess(Same with { Names = [Registered.Name("Quillfeather", "Bartholomew")], Born = null, Phones = ["07700 900123"] }, Known with { Phones = ["07700900123"] });
        Assert.Equal("possible N-1", Registered.Outcome(found.Outcome));
        Assert.Contains("another of the family", found.Because, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_no_name_agrees_nobody_is_identified()
    {
        var other = Same with { Names = [Registered.Name("Osgathorpe", "Ignatius")], Phones = ["07700 900123"], Emails = ["rq@example.com"] };
        Assert.DoesNotContain("match", Outcome(other, Known with { Phones = ["07700900123"], Emails = ["rq@example.com"] }), StringComparison.Ordinal);
        Assert.DoesNotContain("match", Outcome(other with { Names = [] }, Known with { Phones = ["07700900123"], Emails = ["rq@example.com"] }), StringComparison.Ordinal);
    }

    [Fact]
    public void Somebody_else_at_the_same_place_is_excluded()
    {
        var found = Assess(Same with { Names = [Registered.Name("Osgathorpe", "Ignatius")], Born = BirthDate.Parse("1979-11-02") }, Known);
        Assert.IsType<MatchOutcome.None>(found.Outcome);
    }

    [Fact]
    public void Names_alone_never_identify()
    {
        PersonName[] many = [Registered.Name("Quillfeather", "Rosamund", "Zenobia", "Hepzibah")];
        var found = Assess(new PersonDetails { Names = [.. many], Sex = Sex.Female, Nationality = "GBR", Occupation = "Glass blower" }, Known with { Names = [.. many], Occupation = "Glass blower" });
        Assert.Equal("possible N-1", Registered.Outcome(found.Outcome));
    }

    [Theory]
    [InlineData("1998/0123456H")]
    [InlineData("1998/0123456")]
    public void A_PNC_ID_that_differs_is_never_a_match(string pnc)
    {
        var found = Assess(Same with { PncId = "2003/0011985X" }, Known with { PncId = pnc });
        Assert.Equal("possible N-1", Registered.Outcome(found.Outcome));
        Assert.Contains("differs", found.Because, StringComparison.Ordinal);
    }

    [Fact]
    public void A_second_who_is_nearly_as_likely_is_named()
    {
        var found = Assess(Same, Known, Known with { Id = "N-2", Sex = Sex.Unknown });
        Assert.Equal("possible N-1", Registered.Outcome(found.Outcome));
        Assert.Contains("N-2 is nearly as likely", found.Because, StringComparison.Ordinal);
    }

    [Fact]
    public void The_runner_up_is_told_what_it_lacks()
    {
        var found = Assess(Same, Known, Known with { Id = "N-2", Born = BirthDate.Parse("2011-05-02"), Addresses = [] });
        Assert.Equal(["N-1", "N-2"], found.Candidates.Select(c => c.Nominal));
        Assert.Contains("bits behind N-1", found.Candidates[1].Verdict, StringComparison.Ordinal);
        Assert.Contains("the day differs", found.Candidates[1].Verdict, StringComparison.Ordinal);
        Assert.Contains("No address to compare", found.Candidates[1].Verdict, StringComparison.Ordinal);
    }
}
