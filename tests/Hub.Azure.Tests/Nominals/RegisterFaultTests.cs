using System.Net;
using Hub.Azure.Nominals;
using Hub.Azure.Tests.StandIns.Cosmos;
using Hub.Nominals;
using Hub.Testing;
using Microsoft.Azure.Cosmos;

namespace Hub.Azure.Tests.Nominals;

public sealed class RegisterFaultTests : IDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly RegisterWriting How = new(new("feed-7", "feed:register"), "visor", "As the source says.") { Feed = "visor" };
    private readonly RegisterWorld world = new(new ManualTime(A.Moment));

    public void Dispose() => world.Dispose();

    [Fact]
    public async Task A_throttled_writing_is_stored_once_it_gets_through()
    {
        var register = world.Open();
        await register.GetAsync("7", None);
        var requests = 0;
        world.Cosmos.Faults.Throttle(_ => Interlocked.Increment(ref requests) % 3 != 0, times: 1_000, retryAfter: TimeSpan.FromMilliseconds(1));

        await register.UpsertAsync([A.Nominal("7"), A.Nominal("8")], None);

        Assert.Equal(["7", "8"], (await world.Open().ChangesSinceAsync(0, 10, None)).Nominals.Select(n => n.Id));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_answer_lost_after_the_commit_does_not_store_it_twice_or_as_somebody_else_s(bool isCommit)
    {
        var register = world.Open();
        await register.UpsertAsync([A.Nominal("7")], None);
        world.Cosmos.Faults.LoseResponse(request => isCommit ? IsCommit(request) : request.Operation == CosmosOperation.Batch);

        var written = await register.WriteAsync(["7", "8"], _ => new([Baker("7", 1), A.Nominal("8")]) { FeedMark = 5 }, How, None);

        Assert.Equal((3, 2), (written.Mark, written.Changed));
        Assert.Equal([1, 1, 2], (await world.Open().HistorySinceAsync(0, 10, None)).Select(c => c.Number).Order());
        Assert.Equal(5, await world.Open().MarkAsync("visor", None));
        await AssertWholeAsync(world.Open(), "7", "8");
    }

    [Fact]
    public async Task A_commit_that_cannot_be_made_stores_nothing()
    {
        var register = world.Open();
        await register.UpsertAsync([A.Nominal("7")], None);
        world.Cosmos.Faults.Refuse(IsCommit, times: 1_000, HttpStatusCode.Forbidden);

        await Assert.ThrowsAsync<CosmosException>(() => register.UpsertAsync([Baker("7", 1), A.Nominal("8")], None));

        var other = world.Open();
        Assert.Null((await other.GetAsync("7", None))!.Occupation);
        Assert.Single(await other.HistorySinceAsync(0, 10, None));
        world.Cosmos.Faults.Clear();
        Assert.Equal(2, (await register.UpsertAsync([Baker("7", 1), A.Nominal("8")], None)).Changed);
    }

    [Fact]
    public async Task Somebody_who_comes_first_between_reading_and_commit_is_built_on()
    {
        var (one, other) = (world.Open(), world.Open());
        await one.UpsertAsync([A.Nominal("7"), A.Nominal("8")], None);
        world.Cosmos.Faults.Before(IsCommit, () => other.UpsertAsync([Baker("7", 1)], None));

        await one.WriteAsync(["7"], state => new([state.Nominals["7"] with { Markers = [Marker.Missing] }]), How, None);

        var nominal = (await one.GetAsync("7", None))!;
        Assert.Equal(("baker 1", true), (nominal.Occupation, nominal.Has(Marker.Missing)));
        await AssertWholeAsync(world.Open(), "7", "8");
    }

    [Fact]
    public async Task Somebody_who_comes_first_with_other_nominals_makes_nothing_be_worked_out_again()
    {
        var (one, other) = (world.Open(), world.Open());
        await one.UpsertAsync([A.Nominal("7"), A.Nominal("8")], None);
        world.Cosmos.Faults.Before(IsCommit, () => other.UpsertAsync([Baker("8", 1)], None));
        var workedOut = 0;

        var written = await one.WriteAsync(["7"], state =>
        {
            workedOut++;
            return new([state.Nominals["7"] with { Markers = [Marker.Missing] }]);
        }, How, None);

        Assert.Equal((1, 4), (workedOut, written.Mark));
        await AssertWholeAsync(world.Open(), "7", "8");
    }

    [Theory]
    [InlineData(3)]
    [InlineData(9)]
    public async Task A_writer_killed_at_any_request_leaves_all_of_its_writing_or_nothing(int changed)
    {
        for (var request = 0; ; request++)
        {
            if (await KilledAtAsync(request, changed))
            {
                Assert.True(request > changed + 2, "The writer was never killed.");
                return;
            }
        }
    }

    private static async Task<bool> KilledAtAsync(int request, int changed)
    {
        using var killed = new RegisterWorld(new ManualTime(A.Moment));
        var writer = killed.Open();
        string[] ids = [.. Enumerable.Range(1, changed).Select(i => $"{i}"), "same"];
        await writer.UpsertAsync([.. ids.Skip(1).Select(A.Nominal)], None);
        killed.Cosmos.Faults.Refuse(_ => true, times: int.MaxValue, HttpStatusCode.Forbidden, after: request);

        var isAnswered = false;
        try
        {
            await writer.WriteAsync(
                ids,
                _ => new([.. ids.SkipLast(1).Select((id, i) => Baker(id, i)), A.Nominal("same") with { Updated = A.Moment.AddDays(1) }]) { FeedMark = 9, Progress = new("a.csv", 3, 3, 0) },
                How,
                None);
            isAnswered = true;
        }
        catch (CosmosException)
        {
        }

        killed.Cosmos.Faults.Clear();
        var fresh = killed.Open();
        var first = await StateAsync(fresh, ids);
        Assert.True(first is (0, false, 0, null) || first == (changed, true, 9, 3), $"Killed at request {request}: {first}");

        // Once anything of it was seen, all of it is there; and a writing that was begun does not hold up the next.
        await killed.Open().WriteAsync(["next"], _ => new([A.Nominal("next")]), How, None);
        var then = await StateAsync(killed.Open(), ids);
        Assert.True(then.Changed == 0 ? first.Changed == 0 && !isAnswered : then == (changed, true, 9, 3), $"Killed at request {request}: {then}");
        await AssertWholeAsync(killed.Open(), [.. ids, "next"]);
        return isAnswered;
    }

    private static async Task<(int Changed, bool IsConfirmed, long Mark, long? Line)> StateAsync(CosmosNominalRegister register, string[] ids)
    {
        var nominals = await register.GetAllAsync(ids, None);
        return (
            nominals.Values.Count(n => n.Nominal.Occupation is not null),
            nominals["same"].Nominal.Updated > A.Moment,
            await register.MarkAsync("visor", None),
            (await register.LoadProgressAsync("a.csv", None))?.Line);
    }

    private static Task AssertWholeAsync(CosmosNominalRegister register, params string[] ids) => RegisterChecks.AssertWholeAsync(register, ids);

    private static bool IsCommit(CosmosRequest request) => request is { Operation: CosmosOperation.Create, Container: "register" } && request.PartitionKey!.StartsWith("log:", StringComparison.Ordinal);

    private static Nominal Baker(string id, int number) => A.Nominal(id) with { Occupation = $"baker {number}" };
}
