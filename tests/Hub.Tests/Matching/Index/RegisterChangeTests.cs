using Hub.Matching;
using Hub.Nominals;
using Hub.Persons;
using Hub.Testing;

namespace Hub.Tests.Matching.Index;

/// <summary>What a change of the register does to who is found.</summary>
public sealed class RegisterChangeTests
{
    private static readonly Nominal Before = A.Nominal("N-1") with
    {
        Names = [Registered.Name("Quillfeather", "Rosamund")],
        Born = BirthDate.Parse("1983-04-11"),
        PncId = "2003/0011985X",
        Addresses = [new Address { Lines = ["7 Mulberry Walk"], Postcode = "E8 1EA" }],
        Emails = ["rosamund.q@example.com"],
    };

    private static readonly Nominal After = A.Nominal("N-1") with
    {
        Names = [Registered.Name("Osgathorpe", "Ignatius")],
        Born = BirthDate.Parse("1957-12-28"),
        PncId = "1998/0123456H",
        Addresses = [new Address { Lines = ["91 Cutlers Yard"], Postcode = "SW9 7PQ" }],
        Emails = ["ignatius@example.net"],
    };

    private static IReadOnlyList<string> Blocked(RegisterIndex index, PersonDetails person) => Registered.Screener(index).Block(person, MatchPurpose.ArrestRouting);

    [Fact]
    public void No_key_of_what_a_nominal_was_finds_it_and_every_key_of_what_it_is_does()
    {
        var index = Registered.Index(Before);
        index.Apply(new RegisterChanges([After], 2));
        Assert.All(Parts(Before), part => Assert.Empty(Blocked(index, part)));
        Assert.All(Parts(After), part => Assert.Equal(["N-1"], Blocked(index, part)));
        Assert.Equal((1, 2L), (index.Count, index.Mark));
    }

    [Fact]
    public void Of_one_id_twice_in_a_batch_the_last_counts()
    {
        var index = Registered.Index(Before, After);
        Assert.Equal(1, index.Count);
        Assert.Empty(Blocked(index, Registered.Report(Before)));
        Assert.Equal(["N-1"], Blocked(index, Registered.Report(After)));
    }

    [Fact]
    public void One_that_ends_within_the_batch_that_brings_it_is_not_there()
    {
        var index = Registered.Index(Before, Before with { Ended = A.Moment });
        Assert.Equal(0, index.Count);
        Assert.Empty(Blocked(index, Registered.Report(Before)));

        index.Apply(new RegisterChanges([Before with { Ended = A.Moment }, After], 2));
        Assert.Equal((1, 2L), (index.Count, index.Mark));
    }

    [Fact]
    public void Ending_twice_and_coming_back_twice_counts_once()
    {
        var index = Registered.Index(Before);
        var ended = new RegisterChanges([Before with { Ended = A.Moment }], 2);
        index.Apply(ended);
        index.Apply(ended);
        Assert.Equal(0, index.Count);

        index.Apply(new RegisterChanges([After], 3));
        index.Apply(new RegisterChanges([After], 4));
        Assert.Equal((1, 4L), (index.Count, index.Mark));
    }

    [Fact]
    public void A_batch_of_nothing_moves_the_mark_alone()
    {
        var index = Registered.Index(Before);
        index.Apply(new RegisterChanges([], 9));
        Assert.Equal((1, 9L), (index.Count, index.Mark));
    }

    [Fact]
    public void An_empty_register_knows_nobody_and_says_so()
    {
        var screener = Registered.Screener(new RegisterIndex(MatchModel.Shipped));
        var person = Registered.Report(Before);
        var found = screener.Assess(person, MatchPurpose.ArrestRouting);

        Assert.IsType<MatchOutcome.None>(found.Outcome);
        Assert.Equal(("Nobody on the register comes near.", 0, 0L), (found.Because, found.Considered, found.RegisterMark));
        Assert.Empty(found.Candidates);
        Assert.Empty(screener.Screen(person, MatchPurpose.BorderScreening).Candidates);
        Assert.Null(screener.Explain(person, "N-1", MatchPurpose.ArrestRouting));
        Assert.Empty(new NominalSearch(screener).Find(person, 10).Best);
    }

    [Fact]
    public void A_batch_that_cannot_be_read_changes_nothing()
    {
        var index = Registered.Index([Before, .. Registered.Others]);
        var before = Weight(index);
        var unreadable = A.Nominal("N-2") with { Names = default };
        for (var attempt = 0; attempt < 30; attempt++)
        {
            Assert.ThrowsAny<Exception>(() => index.Apply(new RegisterChanges([.. Registered.Others, unreadable], 2)));
        }

        Assert.Equal(before, Weight(index));
        Assert.Equal((51, 1L), (index.Count, index.Mark));

        static double? Weight(RegisterIndex index) =>
            Registered.Screener(index).Explain(Registered.Report(Registered.Others.First()), "X-00", MatchPurpose.ArrestRouting)?.TotalBits;
    }

    private static IEnumerable<PersonDetails> Parts(Nominal nominal)
    {
        var nobody = new PersonDetails { Names = [] };
        yield return nobody with { Names = nominal.Names };
        yield return nobody with { Names = [Registered.Name(nominal.Names[0].Surname)] };
        yield return nobody with { Names = [Registered.Name("", [.. nominal.Names[0].Given])] };
        yield return nobody with { Born = nominal.Born };
        yield return nobody with { PncId = nominal.PncId };
        yield return nobody with { Addresses = nominal.Addresses };
        yield return nobody with { Emails = nominal.Emails };
    }
}
