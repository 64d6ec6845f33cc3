using Hub.Matching;
using Hub.Nominals;
using Hub.Persons;
using Hub.Testing;

namespace Hub.Tests.Matching.Index;

/// <summary>How common a value is on the register now decides how much it tells.</summary>
public sealed class TermFrequencyTests
{
    private static readonly Nominal Smith = Named("S-1", "Smith");
    private static readonly Nominal Rare = Named("R-1", "Featherstonehaugh");

    private static Nominal Named(string id, string surname) => A.Nominal(id) with { Names = [Registered.Name(surname, "Alexandra")], Nationality = "GBR" };

    private static IEnumerable<Nominal> Crowd(Func<int, Nominal> of) => Enumerable.Range(0, 800).Select(of);

    private static double Bits(RegisterIndex index, Nominal nominal, string field) =>
        Registered.Screener(index).Explain(Registered.Report(nominal), nominal.Id, MatchPurpose.ArrestRouting)!.Fields.Single(f => f.Field == field).Bits;

    [Fact]
    public void A_common_surname_weighs_less_than_a_rare_one()
    {
        var index = Registered.Index([Smith, Rare, .. Crowd(i => Named($"C-{i}", "Smith"))]);
        Assert.True(Bits(index, Smith, "surname") + 4 < Bits(index, Rare, "surname"));
    }

    [Fact]
    public void Nominals_replaced_or_ended_take_their_words_out_again()
    {
        var once = Bits(Registered.Index([Smith, .. Crowd(i => Named($"C-{i}", "Otherwise"))]), Smith, "surname");
        var index = Registered.Index([Smith, .. Crowd(i => Named($"C-{i}", "Smith"))]);
        Assert.True(Bits(index, Smith, "surname") < once);

        index.Apply(new RegisterChanges([.. Crowd(i => Named($"C-{i}", "Otherwise"))], 2));
        Assert.Equal(once, Bits(index, Smith, "surname"));

        index.Apply(new RegisterChanges([.. Crowd(i => Named($"C-{i}", "Smith"))], 3));
        Assert.True(Bits(index, Smith, "surname") < once);
        index.Apply(new RegisterChanges([.. Crowd(i => Named($"C-{i}", "Smith") with { Ended = A.Moment })], 4));
        Assert.Equal(Bits(Registered.Index(Smith), Smith, "surname"), Bits(index, Smith, "surname"));
    }

    [Fact]
    public void A_year_in_which_most_are_born_tells_less_than_one_of_few()
    {
        var index = Registered.Index([Rare with { Born = BirthDate.Parse("1951-03-02") }, Smith, .. Crowd(i => Named($"C-{i}", $"Other{i}"))]);
        Assert.True(Bits(index, Smith, "born") + 2 < Bits(index, Rare with { Born = BirthDate.Parse("1951-03-02") }, "born"));
    }

    [Fact]
    public void A_nationality_that_most_have_tells_less_than_one_that_few_have()
    {
        var index = Registered.Index([Rare with { Nationality = "ISL" }, Smith, .. Crowd(i => Named($"C-{i}", $"Other{i}"))]);
        Assert.True(Bits(index, Smith, "nationality") < Bits(index, Rare with { Nationality = "ISL" }, "nationality"));
    }
}
