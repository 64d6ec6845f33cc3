using System.Globalization;
using Hub.Matching;
using Hub.Nominals;
using Hub.Persons;
using Hub.Testing;

namespace Hub.Tests.Matching.Rules;

/// <summary>Others of one household, beside the one who is meant.</summary>
public sealed class HouseholdTests
{
    private static readonly Address Home = new() { Lines = ["7 Mulberry Walk"], Postcode = "E8 1EA" };

    private static readonly string[] Given = ["Bartholomew", "Ignatius", "Ottoline", "Zenobia", "Hepzibah", "Leopold", "Winifred", "Godfrey"];

    private static readonly PersonDetails Asked = new()
    {
        Names = [Registered.Name("Quillfeather", "Rosamund")],
        Born = BirthDate.Parse("2011-05-19"),
        Addresses = [Home],
        Sex = Sex.Female,
        Nationality = "GBR",
        PlaceOfBirth = "Ullapool",
    };

    // As likely by weight as can be, and yet another of the household.
    private static IEnumerable<Nominal> Household(int size) => Given.Take(size).Select((given, i) => A.Nominal($"H-{i}") with
    {
        Names = [Registered.Name("Quillfeather", given)],
        Born = BirthDate.Parse(string.Create(CultureInfo.InvariantCulture, $"{1961 + (3 * i)}-11-02")),
        Addresses = [Home],
        Sex = Sex.Female,
        Nationality = "GBR",
        PlaceOfBirth = "Ullapool",
    });

    // Who is meant: elsewhere on the register, misspelt, so that the household outweighs her.
    private static readonly Nominal Meant = A.Nominal("N-1") with { Names = [Registered.Name("Quilfeathers", "Rosamond")], Born = BirthDate.Parse("2011-05-18") };

    [Fact]
    public void They_come_after_the_one_who_is_meant_and_say_why()
    {
        var found = Registered.Screener([.. Household(3), Meant, .. Registered.Others]).Assess(Asked, MatchPurpose.ArrestRouting);
        Assert.Equal("N-1", found.Candidates[0].Nominal);
        Assert.True(found.Candidates[0].TotalBits > found.Candidates[1].TotalBits);
        Assert.Contains("same household", found.Candidates[1].Verdict, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(8)]
    public void However_many_they_are_the_one_who_is_meant_is_found(int size)
    {
        var screener = Registered.Screener([.. Household(size), Meant, .. Registered.Others]);
        Assert.All([1, 2, 5, 20], keep => Assert.Equal("possible N-1", Registered.Outcome(screener.Screen(Asked, MatchPurpose.ArrestRouting, keep).Outcome)));
        Assert.Equal("possible N-1", Registered.Outcome(screener.Assess(Asked, MatchPurpose.ArrestRouting).Outcome));
    }

    [Fact]
    public void None_of_them_is_nearly_as_likely()
    {
        var sure = Meant with { Names = Asked.Names, Born = Asked.Born };
        var screener = Registered.Screener([.. Household(1), sure, .. Registered.Others]);
        var found = screener.Assess(Asked, MatchPurpose.ArrestRouting);
        Assert.Equal("match N-1", Registered.Outcome(found.Outcome));
    }
}
