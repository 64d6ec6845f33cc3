using Hub.Matching;
using Hub.Nominals;
using Hub.Persons;
using Hub.Testing;
using Moq;

namespace Hub.Tests.Matching;

public sealed class RegisterMatcherTests
{
    private static readonly PersonDetails Jon = new()
    {
        Names = [new PersonName { Surname = "Featherstonehaugh", Given = ["Jon"] }],
        Born = BirthDate.Parse("2011-05-19"),
        Addresses = [new Address { Lines = ["1 High Street"], Postcode = "E8 1EA" }],
    };

    private static readonly Nominal Known = A.Nominal("N-1") with { Addresses = Jon.Addresses };

    private static PersonName Name(string surname, params string[] given) => new() { Surname = surname, Given = [.. given] };

    private static RegisterMatcher Matcher(RegisterIndex index, RegisterFollower follower) => new(new Screener(index, TimeProvider.System), follower);

    internal static async Task<MatchAssessment> MatchAsync(PersonDetails person, params Nominal[] register)
    {
        var index = new RegisterIndex(MatchModel.Shipped);
        var source = new Mock<INominalRegister>();
        source.Setup(r => r.ChangesSinceAsync(It.IsAny<long>(), It.IsAny<int>(), default)).ReturnsAsync(new RegisterChanges([], 7));
        using var follower = new RegisterFollower(source.Object, index);
        await follower.CatchUpAsync(default);

        // Others, so that agreeing on a field says something.
        index.Apply(new RegisterChanges([.. Enumerable.Range(0, 50).Select(i => A.Nominal($"X-{i}") with { Names = [Name($"Other{i}", $"Some{i}")], Born = BirthDate.Parse($"{1950 + i}-01-02") }), .. register], 7));
        return await Matcher(index, follower).MatchAsync(person, MatchPurpose.ArrestRouting, default);
    }

    private static async Task<string> OutcomeAsync(PersonDetails person, params Nominal[] register) => (await MatchAsync(person, register)).Outcome switch
    {
        MatchOutcome.Match m => $"match {m.Nominal}",
        MatchOutcome.Possible p => $"possible {p.Nominal}",
        _ => "none",
    };

    [Fact]
    public async Task The_same_name_and_date_of_birth_is_a_match_with_its_evidence()
    {
        var found = await MatchAsync(Jon, Known);

        Assert.Equal("N-1", Assert.IsType<MatchOutcome.Match>(found.Outcome).Nominal);
        var evidence = found.Candidates[0];
        Assert.Equal(["address", "born", "given", "postcode", "surname"], evidence.Fields.Select(f => f.Field).Order());
        Assert.Equal(evidence.TotalBits, evidence.PriorBits + evidence.Fields.Sum(f => f.Bits), 2);
        Assert.Equal(7, found.RegisterMark);
    }

    [Fact]
    public async Task A_twin_of_one_on_the_register_is_never_identified()
    {
        Assert.Equal("possible N-1", await OutcomeAsync(Jon with { Names = [Name("Featherstonehaugh", "Amelia")] }, Known));
        Assert.Equal("match N-1", await OutcomeAsync(Jon, Known, Known with { Id = "N-2", Names = [Name("Featherstonehaugh", "Amelia")] }));
    }

    [Fact]
    public async Task Two_as_likely_are_for_a_person_to_look_at()
    {
        var found = await MatchAsync(Jon, Known with { Id = "N-2" }, Known);
        Assert.Equal("N-1", Assert.IsType<MatchOutcome.Possible>(found.Outcome).Nominal);
        Assert.Equal(["N-1", "N-2"], found.Candidates.Select(c => c.Nominal));
    }

    [Fact]
    public async Task A_field_missing_on_either_side_says_nothing()
    {
        var whole = Jon with { PncId = "2003/0011985X", Sex = Sex.Female };
        var bare = (await MatchAsync(Jon, Known)).Candidates[0];

        Assert.Equal(bare.TotalBits, (await MatchAsync(whole, Known)).Candidates[0].TotalBits);
        Assert.Equal("match N-1", await OutcomeAsync(Jon with { Addresses = [] }, Known));
    }

    [Fact]
    public async Task Names_written_the_wrong_way_round_agree_when_swapped()
    {
        var found = await MatchAsync(Jon with { Names = [Name("Jon", "Featherstonehaugh")] }, Known);
        Assert.IsType<MatchOutcome.Match>(found.Outcome);
        Assert.Contains(found.Candidates[0].Fields, f => f is { Field: "nameOrder", Level: "swapped" });
    }

    [Theory]
    [InlineData("JON", "FEATHERSTONEHAUGH")]
    [InlineData("Jôn", "Featherstone-haugh")]
    [InlineData("Jon", "Featherstonehaug")]
    public async Task A_name_written_a_little_otherwise_matches(string given, string surname) =>
        Assert.Equal("match N-1", await OutcomeAsync(Jon with { Names = [Name(surname, given)] }, Known));

    [Fact]
    public async Task An_alias_matches_as_a_name_does() =>
        Assert.Equal("match N-1", await OutcomeAsync(Jon, Known with { Names = [Name("Smith", "Bob"), .. Known.Names] }));

    [Fact]
    public async Task A_common_token_alone_is_no_match()
    {
        Assert.Equal("none", await OutcomeAsync(Jon with { Names = [Name("Somebody", "Jon")], Addresses = [] }, Known with { Born = BirthDate.Parse("1980-01-01") }));
        Assert.Equal("none", await OutcomeAsync(Jon with { Names = [Name("Quite", "Other")], Born = null }, Known with { Names = [Name("Someone", "Else")] }));
    }

    [Fact]
    public async Task An_ended_nominal_matches_nobody() => Assert.Equal("none", await OutcomeAsync(Jon, Known with { Ended = A.Moment }));

    [Fact]
    public async Task However_many_share_a_postcode_the_one_with_the_same_pnc_id_is_weighed()
    {
        var crowd = Enumerable.Range(0, 2_500).Select(i => Known with { Id = $"A-{i:D4}", Names = [Name($"Crowd{i}", "Person")], Born = null }).ToArray();
        var wanted = Known with { Id = "Z", PncId = "2003/0011985X" };
        var found = await MatchAsync(Jon with { PncId = "2003/0011985X" }, [.. crowd, wanted]);

        Assert.Equal("Z", Assert.IsType<MatchOutcome.Match>(found.Outcome).Nominal);
    }

    [Fact]
    public async Task The_same_person_and_register_give_the_same_assessment()
    {
        var twins = new[] { Known, Known with { Id = "N-2" }, Known with { Id = "N-0" } };
        var there = await MatchAsync(Jon, twins);
        var back = await MatchAsync(Jon, [.. twins.Reverse()]);
        Assert.Equal(there.Candidates.Select(c => (c.Nominal, c.TotalBits)), back.Candidates.Select(c => (c.Nominal, c.TotalBits)));
    }

    [Fact]
    public async Task Nobody_is_said_to_be_unknown_before_the_register_is_read()
    {
        using var follower = new RegisterFollower(Mock.Of<INominalRegister>(), new RegisterIndex(MatchModel.Shipped));
        using var stop = new CancellationTokenSource();
        var wanted = follower.WhenWantedAsync(stop.Token);
        Assert.False(wanted.IsCompleted);
        var matching = Matcher(new RegisterIndex(MatchModel.Shipped), follower).MatchAsync(Jon, MatchPurpose.ArrestRouting, stop.Token).AsTask();

        Assert.False(matching.IsCompleted);
        await wanted;
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => matching);
    }
}
