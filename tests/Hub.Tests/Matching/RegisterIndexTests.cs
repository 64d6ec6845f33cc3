using Hub.Matching;
using Hub.Nominals;
using Hub.Persons;
using Hub.Testing;
using Moq;

namespace Hub.Tests.Matching;

public sealed class RegisterIndexTests
{
    private static readonly PersonDetails Wanted = new() { Names = A.Nominal("x").Names };

    private static RegisterIndex With(params Nominal[] nominals)
    {
        var index = new RegisterIndex(MatchModel.Shipped);
        index.Apply(new RegisterChanges(nominals, 1));
        return index;
    }

    private static string[] Found(RegisterIndex index, PersonDetails? wanted = null) =>
        [.. new NominalSearch(new Screener(index, TimeProvider.System)).Find(wanted ?? Wanted, 10).Best.Select(f => f.Nominal)];

    [Fact]
    public void A_nominal_replaced_is_found_as_it_is_now()
    {
        var index = With(A.Nominal("N-1"));
        index.Apply(new RegisterChanges([A.Nominal("N-1") with { Names = [new PersonName { Surname = "Moss" }] }], 2));

        Assert.Empty(Found(index));
        Assert.Equal(["N-1"], Found(index, new PersonDetails { Names = [new PersonName { Surname = "Moss" }] }));
        Assert.Equal((1, 2L), (index.Count, index.Mark));
    }

    [Fact]
    public void An_ended_nominal_is_gone_and_may_come_back()
    {
        var index = With(A.Nominal("N-1"), A.Nominal("N-2"));
        index.Apply(new RegisterChanges([A.Nominal("N-1") with { Ended = A.Moment }, A.Nominal("N-9") with { Ended = A.Moment }], 2));
        Assert.Equal((1, "N-2"), (index.Count, Found(index).Single()));

        index.Apply(new RegisterChanges([A.Nominal("N-1")], 3));
        Assert.Equal(["N-1", "N-2"], Found(index));
    }

    [Fact]
    public void The_mark_never_goes_back()
    {
        var index = With(A.Nominal("N-1"));
        index.Apply(new RegisterChanges([], 0));
        Assert.Equal(1, index.Mark);
    }

    [Fact]
    public async Task A_reader_never_finds_a_nominal_missing_while_it_is_changed()
    {
        // Its postcode comes and goes; its name and date of birth, by which it is looked for, stay.
        var index = With(A.Nominal("N-1"));
        var register = new Mock<INominalRegister>();
        register.Setup(r => r.ChangesSinceAsync(It.IsAny<long>(), It.IsAny<int>(), default)).ReturnsAsync(new RegisterChanges([], 1));
        using var follower = new RegisterFollower(register.Object, index);
        await follower.CatchUpAsync(default);
        var matcher = new RegisterMatcher(new Screener(index, TimeProvider.System), follower);
        var moved = A.Nominal("N-1") with { Addresses = [new Address { Postcode = "E8 1EA" }] };
        using var stop = new CancellationTokenSource();
        var changing = Task.Run(() =>
        {
            for (var i = 0; !stop.IsCancellationRequested; i++)
            {
                index.Apply(new RegisterChanges([i % 2 == 0 ? moved : A.Nominal("N-1")], i));
            }
        });

        for (var i = 0; i < 5_000; i++)
        {
            Assert.Equal(1, (await matcher.MatchAsync(Wanted, MatchPurpose.ArrestRouting, default)).Considered);
        }

        await stop.CancelAsync();
        await changing;
    }

    [Fact]
    public void A_search_leaves_out_whoever_differs_in_anything_asked_for()
    {
        var index = With(A.Nominal("N-1"), A.Nominal("N-2") with { Born = BirthDate.Parse("1999-01-01") });
        Assert.Equal(["N-1"], Found(index, Wanted with { Born = BirthDate.Parse("2011-05-19") }));
    }
}
