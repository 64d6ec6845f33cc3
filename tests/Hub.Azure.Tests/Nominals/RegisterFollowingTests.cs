using Hub.Azure.Tests.StandIns.Cosmos;
using Hub.Nominals;
using Hub.Testing;

namespace Hub.Azure.Tests.Nominals;

public sealed class RegisterFollowingTests : IDisposable
{
    private const int Batch = 1_000;
    private static readonly CancellationToken None = CancellationToken.None;
    private readonly RegisterWorld world = new(new ManualTime(A.Moment));

    public void Dispose() => world.Dispose();

    [Fact]
    public async Task A_follower_far_behind_reads_the_nominals_page_by_page_and_misses_none_that_move_meanwhile()
    {
        var (writer, follower) = (world.Open(), world.Open());
        for (var batch = 0; batch < 5; batch++)
        {
            await writer.UpsertAsync([.. Enumerable.Range(batch * Batch, Batch).Select(i => A.Nominal($"{i}"))], None);
        }

        // While each page is read two nominals change together: one read already, or not to be read any more, and one still to come.
        var round = 0;
        world.Cosmos.Faults.Before(request => request.Operation == CosmosOperation.Query, async () =>
        {
            round++;
            await writer.UpsertAsync([A.Nominal($"{round}") with { Occupation = $"{round}" }, A.Nominal($"{4_999 - round}") with { Occupation = $"{round}" }], None);
        }, times: 1_000);
        var followed = new Dictionary<string, Nominal>();
        RegisterChanges changes;
        var mark = 0L;
        do
        {
            changes = await follower.ChangesSinceAsync(mark, 2_000, None);
            Assert.True(changes.Mark >= mark);
            mark = changes.Mark;
            foreach (var nominal in changes.Nominals)
            {
                followed[nominal.Id] = nominal;
            }
        }
        while (changes.Nominals.Count == 2_000);

        Assert.True(round > 1);
        Assert.Equal(5 * Batch, followed.Count);
        Assert.All(Enumerable.Range(1, round), i => Assert.Equal((followed[$"{i}"].Occupation, $"{i}"), (followed[$"{4_999 - i}"].Occupation, followed[$"{i}"].Occupation)));
        world.Cosmos.Faults.Clear();
        Assert.Empty((await follower.ChangesSinceAsync(mark, 2_000, None)).Nominals);
    }

    [Fact]
    public async Task What_is_read_far_behind_shows_a_nominal_once_and_ends_where_the_log_does()
    {
        var (writer, follower) = (world.Open(), world.Open());
        for (var batch = 0; batch < 5; batch++)
        {
            await writer.UpsertAsync([.. Enumerable.Range(batch * Batch, Batch).Select(i => A.Nominal($"{i}"))], None);
        }

        world.Cosmos.Faults.Before(
            request => request.Operation == CosmosOperation.Query,
            () => writer.UpsertAsync([A.Nominal("4") with { Occupation = "x" }, A.Nominal("4998") with { Occupation = "x" }], None), after: 2);

        var changes = await follower.ChangesSinceAsync(0, 10_000, None);

        Assert.Equal(5 * Batch, changes.Nominals.Count);
        Assert.Equal(["4", "4998"], changes.Nominals.TakeLast(2).Select(n => n.Id));
        Assert.Equal(5 * Batch + 2, changes.Mark);
        Assert.Equal(5 * Batch, changes.Nominals.Select(n => n.Id).Distinct().Count());
    }

    [Fact]
    public async Task Whoever_waits_is_told_at_once_of_a_change_made_here_and_a_little_later_of_one_made_elsewhere()
    {
        var (here, elsewhere) = (world.Open(), world.Open());
        var mark = (await here.UpsertAsync([A.Nominal("1")], None)).Mark;

        var waiting = here.WaitForChangeAsync(mark, TimeSpan.FromHours(1), None);
        await Task.WhenAny(waiting, world.Time.SomebodyWaitsAsync());
        mark = (await here.UpsertAsync([A.Nominal("2")], None)).Mark;
        await waiting;

        waiting = here.WaitForChangeAsync(mark, TimeSpan.FromHours(1), None);
        await Task.WhenAny(waiting, world.Time.SomebodyWaitsAsync());
        await elsewhere.UpsertAsync([A.Nominal("3")], None);
        Assert.False(waiting.IsCompleted);
        world.Time.Advance(TimeSpan.FromSeconds(1));
        await waiting;
        Assert.Equal(["3"], (await here.ChangesSinceAsync(mark, 10, None)).Nominals.Select(n => n.Id));
    }

    [Fact]
    public async Task Whoever_waits_in_vain_goes_on_when_the_time_is_over_and_is_not_woken_by_what_changes_no_nominal()
    {
        var (here, elsewhere) = (world.Open(), world.Open());
        var mark = (await here.UpsertAsync([A.Nominal("1")], None)).Mark;
        var waiting = here.WaitForChangeAsync(mark, TimeSpan.FromSeconds(2), None);
        for (var half = 0; half < 3; half++)
        {
            await Task.WhenAny(waiting, world.Time.SomebodyWaitsAsync());
            await elsewhere.WriteAsync([], state => RegisterEdit.None with { FeedMark = state.FeedMark + 1 }, RegisterWriting.OfHub("A mark.") with { Feed = "visor" }, None);
            Assert.False(waiting.IsCompleted);
            world.Time.Advance(TimeSpan.FromMilliseconds(500));
        }

        await Task.WhenAny(waiting, world.Time.SomebodyWaitsAsync());
        world.Time.Advance(TimeSpan.FromMilliseconds(500));
        await waiting;
    }

    [Fact]
    public async Task An_instance_that_stood_still_while_others_wrote_much_goes_on_from_any_mark()
    {
        var (writer, stood) = (world.Open(), world.Open());
        await writer.UpsertAsync([A.Nominal("0")], None);
        var mark = (await stood.ChangesSinceAsync(0, 10, None)).Mark;
        for (var i = 0; i < 700; i++)
        {
            await writer.WriteAsync(["7"], _ => new([A.Nominal("7") with { Occupation = $"{i}" }]) { FeedMark = i }, RegisterWriting.OfHub("Again.") with { Feed = "visor" }, None);
        }

        Assert.Equal("699", Assert.Single((await stood.ChangesSinceAsync(mark, 10, None)).Nominals).Occupation);
        Assert.Equal(700, (await stood.HistorySinceAsync(mark, 1_000, None)).Count);
        Assert.Equal([351L, 352L], (await world.Open().HistorySinceAsync(350, 2, None)).Select(c => c.Sequence));
        Assert.Equal(699, await world.Open().MarkAsync("visor", None));
    }
}
