using System.Net;
using Hub.Azure.Tests.StandIns.Cosmos;
using Hub.Nominals;
using Hub.Testing;
using Microsoft.Azure.Cosmos;

namespace Hub.Azure.Tests.Nominals;

public sealed class LargeWritingTests : IDisposable
{
    private const int Many = 1_000;
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly string[] Ids = [.. Enumerable.Range(1, Many).Select(i => $"{i}")];
    private readonly RegisterWorld world = new(new ManualTime(A.Moment));

    public void Dispose() => world.Dispose();

    [Fact]
    public async Task A_thousand_large_changes_at_once_are_stored_and_followed()
    {
        var written = await world.Open().UpsertAsync(Large("a"), None);
        var fresh = world.Open();
        var changes = await fresh.ChangesSinceAsync(0, 2_000, None);

        Assert.Equal((Many, Many), (written.Mark, written.Changed));
        Assert.Equal(Ids, changes.Nominals.Select(n => n.Id));
        Assert.True(world.Cosmos.Charges.All.Count(c => c.Request is { Operation: CosmosOperation.Upsert, Container: "register" }) > 1, "It was not large enough to be stored in parts.");
        await RegisterChecks.AssertWholeAsync(fresh, Ids);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(400)]
    public async Task Of_a_thousand_large_changes_none_is_seen_until_all_are(int writes)
    {
        var writer = world.Open();
        world.Cosmos.Faults.Refuse(request => request.IsWrite && request.Operation != CosmosOperation.Metadata && request.Container is not null, int.MaxValue, HttpStatusCode.Forbidden, after: writes);
        await Assert.ThrowsAnyAsync<Exception>(() => writer.UpsertAsync(Large("a"), None));
        world.Cosmos.Faults.Clear();

        var seen = await world.Open().GetAllAsync(Ids, None);
        Assert.True(seen.Count is 0 or Many, $"{seen.Count} are seen.");

        // Parts nobody committed pass away; those of a commit stay.
        world.Time.Advance(TimeSpan.FromDays(2));
        var fresh = world.Open();
        var stands = (await fresh.ChangesSinceAsync(0, 2_000, None)).Nominals.Count;
        Assert.True(stands == Many || (stands == 0 && seen.Count == 0), $"{stands} stand, {seen.Count} were seen.");
        Assert.Equal(stands, (await fresh.GetAllAsync(Ids, None)).Count);
        await fresh.UpsertAsync([A.Nominal("next")], None);
        await RegisterChecks.AssertWholeAsync(world.Open(), [.. Ids, "next"]);
    }

    [Fact]
    public async Task A_large_writing_that_its_writer_is_still_busy_with_is_left_to_it_and_nobody_sees_any_of_it()
    {
        var (writer, follower) = (world.Open(), world.Open());
        await writer.UpsertAsync([A.Nominal("0")], None);
        RegisterChanges? meanwhile = null;
        world.Cosmos.Faults.Before(
            request => request is { Operation: CosmosOperation.Batch, Container: "nominals", PartitionKey: "700" },
            async () => meanwhile = await follower.ChangesSinceAsync(0, 2_000, None));

        await writer.UpsertAsync(Large("a"), None);

        Assert.Equal(["0"], meanwhile!.Nominals.Select(n => n.Id));
        Assert.Equal(Many, (await follower.ChangesSinceAsync(meanwhile.Mark, 2_000, None)).Nominals.Count);
    }

    [Fact]
    public async Task A_large_writing_whose_writer_died_is_finished_by_whoever_follows()
    {
        world.Cosmos.Faults.Refuse(request => request is { Operation: CosmosOperation.Batch, Container: "nominals" }, int.MaxValue, HttpStatusCode.Forbidden, after: 300);
        await Assert.ThrowsAsync<CosmosException>(() => world.Open().UpsertAsync(Large("a"), None));
        world.Cosmos.Faults.Clear();
        var follower = world.Open();
        Assert.Empty((await follower.ChangesSinceAsync(0, 2_000, None)).Nominals);

        world.Time.Advance(TimeSpan.FromSeconds(11));

        Assert.Equal(Many, (await follower.ChangesSinceAsync(0, 2_000, None)).Nominals.Count);
        Assert.Equal(Many, (await follower.GetAllAsync(Ids, None)).Count);
    }

    private static List<Nominal> Large(string what) => [.. Ids.Select(id => A.Nominal(id) with { Occupation = what, Phones = [.. Enumerable.Range(0, 100).Select(i => $"{id} {what} 020 7946 {i:D6}")] })];
}
