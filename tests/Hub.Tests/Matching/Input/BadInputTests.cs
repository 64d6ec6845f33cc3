using Hub.Matching;
using Hub.Nominals;
using Hub.Persons;
using Hub.Testing;

namespace Hub.Tests.Matching.Input;

/// <summary>Bad input, on the register and as the person asked about: nothing breaks, and who is asked for is found.</summary>
public sealed class BadInputTests
{
    private static readonly List<Nominal> Named = [.. Oddities.Names.Select((name, i) => A.Nominal($"O-{i:D2}") with { Names = [name] })];
    private static readonly List<Nominal> Nameless = [.. Oddities.Empty.Select((name, i) => A.Nominal($"E-{i:D2}") with { Names = [name], Born = null }), A.Nominal("E-none") with { Names = [], Born = null }];
    private static readonly List<Nominal> Dated = [.. Oddities.Births.Select((born, i) => A.Nominal($"B-{i:D2}") with { Names = [Registered.Name("Quillfeather", "Rosamund")], Born = born })];
    private static readonly Nominal Endless = Oddities.Endless("H-1");

    private static readonly List<Nominal> Everybody = [.. Named, .. Nameless, .. Dated, Endless, .. Registered.Others];
    private static readonly Screener Screener = Registered.Screener(Everybody);

    [Fact]
    public void Whoever_bears_an_odd_name_is_found_by_name_and_birth_date() => Assert.All(Named, nominal =>
        Assert.Equal(nominal.Id, Screener.Assess(Registered.Report(nominal), MatchPurpose.ArrestRouting).Candidates[0].Nominal));

    [Fact]
    public void An_odd_name_agrees_with_itself() => Assert.All(Named, nominal =>
    {
        var evidence = Screener.Explain(new PersonDetails { Names = nominal.Names }, nominal.Id, MatchPurpose.ArrestRouting)!;
        Assert.NotEmpty(evidence.Fields);
        Assert.All(evidence.Fields, f => Assert.Equal("exact", f.Level));
    });

    [Fact]
    public void A_name_that_says_nothing_is_no_evidence_and_finds_nobody() => Assert.All(Nameless, nominal =>
    {
        var person = Registered.Report(nominal);
        Assert.IsType<MatchOutcome.None>(Screener.Assess(person, MatchPurpose.ArrestRouting).Outcome);
        Assert.Empty(Screener.Screen(person, MatchPurpose.BorderScreening).Candidates);
        Assert.Empty(Screener.Explain(person, nominal.Id, MatchPurpose.ArrestRouting)!.Fields);
        Assert.Empty(new NominalSearch(Screener).Find(person, 10).Best);
    });

    [Fact]
    public void Who_has_no_name_is_found_by_a_number_but_never_by_it_alone_without_one()
    {
        var known = A.Nominal("N-1") with { Names = [], PncId = "2003/0011985X" };
        var screener = Registered.Screener([known, .. Registered.Others]);
        Assert.Equal("match N-1", Registered.Outcome(screener.Assess(Registered.Report(known), MatchPurpose.ArrestRouting).Outcome));

        var called = new PersonDetails { Names = [Registered.Name("Quillfeather", "Rosamund")], Born = known.Born };
        Assert.DoesNotContain("match", Registered.Outcome(screener.Assess(called, MatchPurpose.ArrestRouting).Outcome), StringComparison.Ordinal);
    }

    [Fact]
    public void Births_before_1900_and_in_the_future_are_compared_like_others() => Assert.All(Dated, nominal =>
    {
        var person = Registered.Report(nominal);
        var evidence = Screener.Explain(person, nominal.Id, MatchPurpose.ArrestRouting)!;
        Assert.Contains(evidence.Fields, f => f is { Field: "born", Level: "exact" } or { Field: "bornInPart", Level: "agrees" });
        Assert.Contains(nominal.Id, Screener.Screen(person, MatchPurpose.Deduplication, keep: 20).Candidates.Select(c => c.Nominal));
    });

    [Fact]
    public void Hundreds_of_names_and_addresses_are_bounded_and_the_first_of_them_found()
    {
        var whole = Registered.Report(Endless);
        Assert.Equal("match H-1", Registered.Outcome(Screener.Assess(whole, MatchPurpose.ArrestRouting).Outcome));
        Assert.InRange(Hub.Matching.BucketKeys.Of(Endless).Count, 1, 200);

        foreach (var alias in Enumerable.Range(0, 5))
        {
            var asked = new PersonDetails { Names = [Endless.Names[alias]], Born = Endless.Born };
            Assert.Equal("H-1", Screener.Assess(asked, MatchPurpose.ArrestRouting).Candidates[0].Nominal);
        }
    }

    [Fact]
    public void However_many_names_numbers_and_addresses_somebody_is_found_by_the_birth_date_and_by_the_address_lived_at()
    {
        var born = new PersonDetails { Names = [], Born = Endless.Born };
        Assert.Contains("H-1", Screener.Block(born, MatchPurpose.ArrestRouting));

        var address = new PersonDetails { Names = [], Addresses = [Endless.Addresses[0]] };
        Assert.Contains("H-1", Screener.Block(address, MatchPurpose.ArrestRouting));
    }

    [Fact]
    public void Everybody_is_weighed_against_everybody_without_a_stumble()
    {
        foreach (var person in Everybody.Where(n => n.Id[0] != 'X').Select(Registered.Report))
        {
            foreach (var purpose in Enum.GetValues<MatchPurpose>())
            {
                Assert.True(Screener.Assess(person, purpose).Candidates.Length <= 5);
            }

            foreach (var nominal in Everybody)
            {
                var evidence = Screener.Explain(person, nominal.Id, MatchPurpose.ArrestRouting)!;
                Assert.Equal(evidence.TotalBits, evidence.PriorBits + evidence.Fields.Sum(f => f.Bits), 6);
            }
        }
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(130)]
    [InlineData(2_024)]
    [InlineData(2_025)]
    [InlineData(int.MaxValue)]
    [InlineData(int.MinValue)]
    public void A_stated_age_that_nobody_has_breaks_nothing(int age)
    {
        var person = new PersonDetails { Names = Dated[0].Names, StatedAge = age };
        Assert.NotNull(Screener.Assess(person, MatchPurpose.ArrestRouting).Because);
        Assert.NotNull(Screener.Explain(person, "B-00", MatchPurpose.ArrestRouting));
    }
}
