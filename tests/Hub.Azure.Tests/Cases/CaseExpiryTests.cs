using Hub.Azure.Cases;
using Hub.Azure.Tests.StandIns.Cosmos;
using Hub.Cases;
using Hub.Cases.Retention;
using Hub.Notices;
using Hub.Testing;

namespace Hub.Azure.Tests.Cases;

/// <summary>A case whose time is over goes whole; one that lives loses nothing.</summary>
public sealed class CaseExpiryTests : IDisposable
{
    private static readonly RetentionSchedule SixYears = new("A test.", [new("arrests", 6, "A test."), new("kept", null, "A test.")]);
    private readonly CosmosWorld world = new();

    public void Dispose() => world.Dispose();

    private CaseExpiry Expiry => new(world.Database, SixYears, world.Time);

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(7)]
    [InlineData(130)]
    public async Task A_finished_case_goes_with_its_history_and_its_rows_when_its_time_is_over(int commits)
    {
        var file = await FinishedAsync(commits: commits);
        world.Time.Advance(file.ReceivedAt.AddYears(6).AddDays(1) - file.ReceivedAt);

        Assert.Equal(1, await Expiry.ExpireAsync(10, default));

        Assert.Null(await world.Store.ReadAsync(file.Id, default));
        Assert.Empty(await world.Store.ReadAuditAsync(file.Id, default));
        Assert.IsType<CommitOutcome.Conflict>(await world.Store.CommitAsync(new() { Case = file }, default));
        Assert.Equal(0, await Expiry.ExpireAsync(10, default));
        Assert.IsType<CommitOutcome.Conflict>(await world.Store.CommitAsync(new() { Case = file }, default));

        world.Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(0, await Expiry.ExpireAsync(10, default));
        Assert.Empty((await world.Store.ListNoticesAsync(new("yot:camden"), new(), default)).Items);
        Assert.IsType<CommitOutcome.Committed>(await world.Store.CommitAsync(new() { Case = A.Case() }, default));
    }

    [Fact]
    public async Task A_case_changed_since_is_kept_however_old_its_first_commit_is()
    {
        var file = await FinishedAsync();
        world.Time.Advance(TimeSpan.FromDays(365 * 5));
        await world.Store.CommitAsync(new() { Case = file with { Reasons = ["Looked at again."] } }, default);
        world.Time.Advance(TimeSpan.FromDays(365 * 2));

        Assert.Equal(0, await Expiry.ExpireAsync(10, default));
        Assert.NotNull(await world.Store.ReadAsync(file.Id, default));
    }

    [Theory]
    [InlineData(NoticeState.Planned)]
    [InlineData(NoticeState.Raised)]
    [InlineData(NoticeState.Delivered)]
    public async Task A_case_in_which_a_notice_is_open_is_kept(NoticeState state) => await AssertKeptAsync(A.Case() with { Status = CaseStatus.Assessed }, state);

    [Theory]
    [InlineData(CaseStatus.Accepted)]
    [InlineData(CaseStatus.Quarantined)]
    public async Task A_case_that_was_never_assessed_is_kept(CaseStatus status) => await AssertKeptAsync(A.Case() with { Status = status });

    [Fact]
    public async Task A_case_on_a_board_is_kept() => await AssertKeptAsync(A.Case() with { Status = CaseStatus.Assessed, Board = "arrivals" });

    [Theory]
    [InlineData("kept")]
    [InlineData("nobody-decided")]
    public async Task A_case_of_a_kind_without_a_term_is_kept(string feed) => await AssertKeptAsync(A.Case() with { Status = CaseStatus.Assessed, Feed = feed });

    [Fact]
    public async Task A_change_made_at_the_last_moment_keeps_the_case()
    {
        var file = await FinishedAsync();
        world.Time.Advance(TimeSpan.FromDays(365 * 7));
        world.StandIn.Faults.Before(
            r => r.Operation == CosmosOperation.Create && r.Container == "cases",
            () => world.Store.CommitAsync(new() { Case = file with { Reasons = ["Looked at again."] } }, default));

        Assert.Equal(0, await Expiry.ExpireAsync(10, default));
        Assert.Equal("Looked at again.", Assert.Single((await world.Store.ReadAsync(file.Id, default))!.Reasons));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task A_removal_cut_short_is_finished_by_the_next_and_meanwhile_the_case_cannot_be_read_or_changed(int after)
    {
        var file = await FinishedAsync(commits: 130);
        world.Time.Advance(TimeSpan.FromDays(365 * 7));
        world.StandIn.Faults.Refuse(r => r.Operation == CosmosOperation.Batch, times: 50, System.Net.HttpStatusCode.ServiceUnavailable, after: after);
        Assert.Equal(1, await Expiry.ExpireAsync(10, default));
        world.Time.Advance(TimeSpan.FromDays(1));
        await Assert.ThrowsAsync<StoreUnavailableException>(() => Expiry.ExpireAsync(10, default));

        Assert.Null(await world.Store.ReadAsync(file.Id, default));
        Assert.IsType<CommitOutcome.Conflict>(await world.Store.CommitAsync(new() { Case = file }, default));
        Assert.IsType<CommitOutcome.Conflict>(await world.Store.CommitAsync(new() { Case = A.Case() }, default));

        world.StandIn.Faults.Clear();
        Assert.Equal(0, await Expiry.ExpireAsync(10, default));
        Assert.IsType<CommitOutcome.Committed>(await world.Store.CommitAsync(new() { Case = A.Case() }, default));
    }

    [Fact]
    public async Task As_many_go_as_were_asked_for()
    {
        foreach (var name in new[] { "1", "2", "3" })
        {
            await FinishedAsync(A.Case(name) with { Status = CaseStatus.Assessed });
        }

        world.Time.Advance(TimeSpan.FromDays(365 * 7));

        Assert.Equal(2, await Expiry.ExpireAsync(2, default));
        Assert.Equal(1, await Expiry.ExpireAsync(2, default));
    }

    private async Task AssertKeptAsync(CaseFile file, NoticeState state = NoticeState.Acknowledged)
    {
        await FinishedAsync(file, state);
        world.Time.Advance(TimeSpan.FromDays(365 * 20));

        Assert.Equal(0, await Expiry.ExpireAsync(10, default));
        Assert.NotNull(await world.Store.ReadAsync(file.Id, default));
    }

    private async Task<CaseFile> FinishedAsync(CaseFile? file = null, NoticeState state = NoticeState.Acknowledged, int commits = 1)
    {
        var kept = file ?? (A.Case() with { Status = CaseStatus.Assessed });
        var version = "";
        for (var n = 0; n < commits; n++)
        {
            var notice = A.Notice(kept) with { State = state };
            var commit = new CaseCommit { Case = kept with { Version = version, Reasons = [$"{n}"], Notices = n == 0 ? [] : [notice] }, Notices = n == 0 ? [notice] : [] };
            version = Assert.IsType<CommitOutcome.Committed>(await world.Store.CommitAsync(commit, default)).Version;
        }

        await world.ListedAsync();
        return (await world.Store.ReadAsync(kept.Id, default))!;
    }
}
