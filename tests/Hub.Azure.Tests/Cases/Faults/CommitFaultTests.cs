using System.Net;
using Hub.Auditing;
using Hub.Azure.Tests.StandIns.Cosmos;
using Hub.Cases;
using Hub.Testing;

namespace Hub.Azure.Tests.Cases.Faults;

/// <summary>A commit stands once or not at all, and whoever made it is told which, whatever the network does.</summary>
public sealed class CommitFaultTests : IDisposable
{
    private readonly CosmosWorld world = new(patience: TimeSpan.FromSeconds(1));

    public void Dispose() => world.Dispose();

    private static bool IsCommit(CosmosRequest request) => request.Operation == CosmosOperation.Create && request.Container == "cases";

    [Fact]
    public async Task A_throttled_commit_is_tried_again_after_the_time_it_was_told()
    {
        world.StandIn.Faults.Throttle(IsCommit, times: 3, TimeSpan.FromMilliseconds(5));

        Assert.IsType<CommitOutcome.Committed>(await world.Store.CommitAsync(Commit(), default));
        Assert.Equal(4, world.StandIn.Charges.All.Count(c => IsCommit(c.Request)));
    }

    [Fact]
    public async Task A_store_that_stays_busy_is_said_to_be_busy_and_nothing_is_stored()
    {
        world.StandIn.Faults.Throttle(IsCommit, times: 10_000, TimeSpan.FromMilliseconds(600));

        var busy = await Assert.ThrowsAsync<StoreUnavailableException>(() => world.Store.CommitAsync(Commit(), default));

        Assert.Contains("busy", busy.Message, StringComparison.Ordinal);
        world.StandIn.Faults.Clear();
        Assert.Null(await world.Store.ReadAsync(A.Case().Id, default));
        Assert.Empty(await world.Store.UnsentEventsAsync(world.Time.GetUtcNow(), 10, default));
        Assert.Empty((await world.Store.ListQuarantineAsync(new(), default)).Items);
    }

    [Theory]
    [InlineData(HttpStatusCode.RequestTimeout)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    public async Task A_store_that_cannot_be_reached_is_said_to_be_so(HttpStatusCode status)
    {
        await world.Store.ReadAsync(A.Case().Id, default);
        world.StandIn.Faults.Refuse(r => r.Container == "cases", times: 10_000, status);

        await Assert.ThrowsAsync<StoreUnavailableException>(() => world.Store.CommitAsync(Commit(), default));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => world.Store.ReadAsync(A.Case().Id, default));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => world.Store.ReadAuditAsync(A.Case().Id, default));
    }

    [Fact]
    public async Task A_query_of_a_store_that_cannot_be_reached_is_said_to_be_so()
    {
        await world.Store.ReadAsync(A.Case().Id, default);
        world.StandIn.Faults.Refuse(r => r.Container == "views", times: 10_000, HttpStatusCode.ServiceUnavailable);

        await Assert.ThrowsAsync<StoreUnavailableException>(() => world.Store.ListNoticesAsync(new("yot:camden"), new(), default));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_commit_whose_answer_was_lost_stands_once_and_is_answered_as_committed(int times)
    {
        world.StandIn.Faults.LoseResponse(IsCommit, times);

        var outcome = await world.Store.CommitAsync(Commit(), default);

        var read = (await world.Store.ReadAsync(A.Case().Id, default))!;
        Assert.Equal(Assert.IsType<CommitOutcome.Committed>(outcome).Version, read.Version);
        Assert.Single(await world.Store.ReadAuditAsync(read.Id, default));
        Assert.Single(await world.Store.UnsentEventsAsync(world.Time.GetUtcNow(), 10, default));
        Assert.IsType<CommitOutcome.Committed>(await world.Store.CommitAsync(new() { Case = read with { Reasons = ["Next."] } }, default));
    }

    [Fact]
    public async Task A_lost_answer_does_not_make_somebody_else_s_commit_ours()
    {
        Assert.IsType<CommitOutcome.Committed>(await world.Store.CommitAsync(Commit(), default));
        world.StandIn.Faults.LoseResponse(IsCommit);

        Assert.IsType<CommitOutcome.Conflict>(await world.Store.CommitAsync(Commit(), default));
    }

    [Fact]
    public async Task A_commit_whose_answers_are_all_lost_is_found_there_by_whoever_makes_it_again()
    {
        world.StandIn.Faults.LoseResponse(IsCommit, times: 10_000);
        await Assert.ThrowsAsync<StoreUnavailableException>(() => world.Store.CommitAsync(Commit(), default));
        world.StandIn.Faults.Clear();

        Assert.IsType<CommitOutcome.Conflict>(await world.Store.CommitAsync(Commit(), default));
        Assert.NotNull(await world.Store.ReadAsync(A.Case().Id, default));
    }

    [Fact]
    public async Task A_commit_stands_though_its_quarantined_message_cannot_be_listed_and_the_list_follows()
    {
        await world.Store.ReadAsync(A.Case().Id, default);
        world.StandIn.Faults.Refuse(r => r.Container == "views", times: 10_000, HttpStatusCode.ServiceUnavailable);
        Assert.IsType<CommitOutcome.Committed>(await world.Store.CommitAsync(Commit() with { Quarantine = [A.QuarantineItem()] }, default));
        world.StandIn.Faults.Clear();

        await world.ListedAsync();

        Assert.Single((await world.Store.ListQuarantineAsync(new(), default)).Items);
    }

    [Fact]
    public async Task An_item_whose_closing_was_not_answered_is_closed_by_whoever_closed_it()
    {
        await world.Store.QuarantineAsync(A.QuarantineItem(), default);
        world.StandIn.Faults.LoseResponse(r => r.Operation == CosmosOperation.Replace);

        Assert.True(await world.Store.CloseQuarantineAsync(A.QuarantineItem().Id, new(Hub.Quarantine.QuarantineResolution.Discarded, Actor.Hub, A.Moment, "A test."), default));
        Assert.False(await world.Store.CloseQuarantineAsync(A.QuarantineItem().Id, new(Hub.Quarantine.QuarantineResolution.Discarded, Actor.Hub, A.Moment, "A test."), default));
    }

    [Fact]
    public async Task Forty_editors_of_one_case_all_come_through_and_none_is_lost()
    {
        await world.Store.CommitAsync(Commit(), default);
        var other = new Hub.Azure.Cases.CosmosCaseStore(world.OtherInstance(), world.Time);
        CaseEditor[] editors = [new(world.Store, world.Time), new(other, world.Time)];

        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Task.Run(() => editors[i % 2].EditAsync(A.Case().Id, Actor.Hub, edit =>
        {
            edit.Put(A.Notice(edit.Case, $"yot:{i}"));
            edit.Audit("notice.raised", "A test.", ("recipient", $"yot:{i}"));
        }, default))));

        var read = (await world.Store.ReadAsync(A.Case().Id, default))!;
        Assert.Equal(41, read.Notices.Select(n => n.Recipient).Distinct().Count());
        Assert.Equal(41, read.AuditHead.Count);
        Assert.Null(AuditChain.FirstBreak(await world.Store.ReadAuditAsync(read.Id, default), read.AuditHead));
    }

    private static CaseCommit Commit()
    {
        var entry = A.AuditEntry(AuditHead.Empty);
        return new() { Case = A.Case() with { AuditHead = new(1, entry.Hash) }, Notices = [A.Notice(A.Case())], Audit = [entry], Events = [A.Event(A.Case())] };
    }
}
