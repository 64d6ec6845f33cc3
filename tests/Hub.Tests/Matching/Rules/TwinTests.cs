using Hub.Matching;
using Hub.Nominals;
using Hub.Persons;
using Hub.Testing;

namespace Hub.Tests.Matching.Rules;

/// <summary>Twins and others of one family whom little tells apart: never taken for each other without a person's look.</summary>
public sealed class TwinTests
{
    private static readonly Address Home = new() { Lines = ["7 Mulberry Walk"], Postcode = "E8 1EA" };

    private static readonly Nominal Known = A.Nominal("N-1") with
    {
        Names = [Registered.Name("Quillfeather", "Mohammed", "Yusuf")],
        Addresses = [Home],
        Sex = Sex.Male,
    };

    private static string Outcome(PersonDetails person, Nominal nominal) =>
        Registered.Outcome(Registered.Screener([nominal, .. Registered.Others]).Assess(person, MatchPurpose.ArrestRouting).Outcome);

    private static PersonDetails Named(params string[] given) => Registered.Report(Known) with { Names = [Registered.Name("Quillfeather", given)] };

    [Fact]
    public void Twins_who_share_the_first_given_name_are_told_by_the_next() => Assert.Equal("possible N-1", Outcome(Named("Mohammed", "Ali"), Known));

    [Fact]
    public void A_further_given_name_that_agrees_or_is_left_out_stands_against_nothing()
    {
        Assert.Equal("match N-1", Outcome(Named("Mohammed", "Yusuf"), Known));
        Assert.Equal("match N-1", Outcome(Named("Mohammed"), Known));
    }

    [Fact]
    public void An_initial_may_be_the_twins() => Assert.Equal("possible N-1", Outcome(Named("M"), Known));

    [Fact]
    public void A_family_passport_identifies_nobody_of_another_given_name_and_birth()
    {
        var passport = new TravelDocument("P", "533401372", "GBR");
        var mother = Named("Zenobia") with { Born = BirthDate.Parse("1984-02-11"), Documents = [passport] };
        Assert.DoesNotContain("match", Outcome(mother, Known with { Documents = [passport] }), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("UNKNOWN")]
    [InlineData("000000000")]
    [InlineData("N/A")]
    public void What_is_no_number_is_no_document(string number)
    {
        var document = new TravelDocument("P", number);
        Assert.Equal("possible N-1", Outcome(Named("Zenobia") with { Documents = [document] }, Known with { Documents = [document] }));
    }

    [Fact]
    public void Aliases_that_repeat_a_name_do_not_make_it_common()
    {
        var once = Registered.Screener([Known, .. Registered.Others]).Assess(Named("Mohammed"), MatchPurpose.ArrestRouting);
        var often = Known with { Names = [.. Enumerable.Repeat(Known.Names[0], 10)] };
        Assert.Equal(once.Candidates[0].TotalBits, Registered.Screener([often, .. Registered.Others]).Assess(Named("Mohammed"), MatchPurpose.ArrestRouting).Candidates[0].TotalBits);
    }
}
