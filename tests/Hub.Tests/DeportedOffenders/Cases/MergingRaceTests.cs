using Hub.DeportedOffenders.Cases;
using Hub.Nominals;
using Hub.Testing.Border;
using Hub.Testing.DeportedOffenders;

namespace Hub.Tests.DeportedOffenders.Cases;

/// <summary>Merges and splits that are told twice, late, or to an instance that dies, while alerts come in.</summary>
public sealed class MergingRaceTests
{
    [Fact]
    public async Task Told_again_nothing_changes()
    {
        using var it = new MergingWorld();
        await it.OpenAsync();
        await it.OpenOtherAsync();
        await it.DecideAsync();
        it.Merge();
        await it.FollowAsync();
        var (before, live, told) = (it.State, await it.LiveAsync(), it.Told());

        await it.World.Cases.RegroupAsync(["N-1", it.Provisional], default);
        await it.World.SettleAsync();

        Assert.Equal((before.Revision, before.NextLook), (it.State.Revision, it.State.NextLook));
        Assert.Equal(live, await it.LiveAsync());
        Assert.Equal(told, it.Told());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Whenever_an_instance_dies_the_next_makes_the_merge_good(bool bothOpen)
    {
        for (var step = 0; ; step++)
        {
            using var it = new MergingWorld();
            await it.OpenAsync();
            if (bothOpen)
            {
                await it.OpenOtherAsync();
            }

            await it.DecideAsync();
            it.Merge();
            it.World.Failing.DieAfter(step);
            var died = await DiesAsync(it.FollowAsync);
            it.World.Failing.Heal();
            await it.FollowAsync();

            Assert.Equal(bothOpen ? ["A P#1", "B P#1"] : ["A P#1"], await it.LiveAsync());
            Assert.Equal(("N-1", CaseState.Decided), (it.State.Nominal, it.State.State));
            if (!died)
            {
                Assert.True(step > 4, "The test ended too early.");
                return;
            }
        }
    }

    [Fact]
    public async Task Whenever_an_instance_dies_the_next_makes_the_split_good()
    {
        for (var step = 0; ; step++)
        {
            using var it = new MergingWorld();
            await it.OpenAsync();
            await it.DecideAsync();
            it.Merge();
            await it.FollowAsync();
            await it.SendOtherAsync("B");
            it.Split();
            it.World.Failing.DieAfter(step);
            var died = await DiesAsync(it.FollowAsync);
            it.World.Failing.Heal();
            await it.FollowAsync();

            Assert.Equal(["A P#1", "B N#1"], await it.LiveAsync());
            if (!died)
            {
                Assert.True(step > 4, "The test ended too early.");
                return;
            }
        }
    }

    [Fact]
    public async Task A_merge_split_again_before_anybody_heard_of_it_leaves_the_case_where_it_was()
    {
        using var it = new MergingWorld();
        await it.OpenAsync();
        await it.DecideAsync();
        var told = it.Told();

        it.Merge();
        it.Split();
        await it.FollowAsync();

        Assert.Equal((it.Provisional, null), (it.State.Nominal, it.State.OpenedFor));
        Assert.Equal(["A P#1"], await it.LiveAsync());
        Assert.Equal(told, it.Told());
    }

    /// <summary>At every read of the alert's way into a case, another instance merges the records and follows that.</summary>
    [Fact]
    public async Task An_alert_that_joins_while_the_merge_is_followed_comes_into_the_case_that_goes_on()
    {
        for (var read = 1; ; read++)
        {
            using var it = new MergingWorld();
            await it.OpenAsync();
            await it.DecideAsync();
            await it.World.PostAsync(MergingWorld.ByOtherName("B"), AlertWorld.Charity);
            var merged = false;
            var reads = 0;
            it.World.Failing.Reading = async _ =>
            {
                if (++reads == read)
                {
                    it.Merge();
                    merged = true;
                    await it.World.Consequences.DrawAsync(default);
                }
            };

            await it.World.SettleAsync();
            it.World.Failing.Reading = null;
            if (!merged)
            {
                Assert.True(read > 5, "The test ended too early.");
                return;
            }

            await it.FollowAsync();
            Assert.Equal(["A P#1", "B P#1"], await it.LiveAsync());
            Assert.Equal(CaseState.Decided, it.State.State);
        }
    }

    /// <summary>At every read of an alert's way, the records are two again.</summary>
    [Fact]
    public async Task An_alert_that_joins_while_a_split_is_followed_comes_into_a_case_of_its_own_person()
    {
        for (var read = 1; ; read++)
        {
            using var it = new MergingWorld();
            await it.OpenAsync();
            await it.DecideAsync();
            it.Merge();
            await it.FollowAsync();
            await it.World.PostAsync(MergingWorld.ByOtherName("B"), AlertWorld.Charity);
            var split = false;
            var reads = 0;
            it.World.Failing.Reading = async _ =>
            {
                if (++reads == read)
                {
                    it.Split();
                    split = true;
                    await it.World.Consequences.DrawAsync(default);
                }
            };

            await it.World.SettleAsync();
            it.World.Failing.Reading = null;
            if (!split)
            {
                Assert.True(read > 5, "The test ended too early.");
                return;
            }

            await it.FollowAsync();
            Assert.Equal(["A P#1", "B N#1"], await it.LiveAsync());
            Assert.Equal((it.Provisional, CaseState.Decided), (it.State.Nominal, it.State.State));
        }
    }

    private static async Task<bool> DiesAsync(Func<Task> work)
    {
        try
        {
            await work();
            return false;
        }
        // What follows from the register waits where it failed, and is told to whoever had it drawn.
        catch (Exception e) when (e is ProcessDiedException or ConsequencesWaitException { InnerException: ProcessDiedException })
        {
            return true;
        }
    }
}
