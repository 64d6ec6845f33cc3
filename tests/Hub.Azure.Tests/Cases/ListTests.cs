using Hub.Azure.Cases;
using Hub.Cases;
using Hub.Notices;
using Hub.Testing;

namespace Hub.Azure.Tests.Cases;

/// <summary>The lists follow the commits, in whatever order and however often they hear of them.</summary>
public sealed class ListTests : IDisposable
{
    private readonly CosmosWorld world = new();

    public void Dispose() => world.Dispose();

    [Fact]
    public async Task A_raised_notice_is_listed_by_the_sweep_when_it_is_not_delivered()
    {
        await StoredAsync(A.Notice(A.Case()));

        await world.Views.FollowAsync(await world.ChangesAsync(), default);
        Assert.Empty(await ListedAsync());

        world.Time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(1, await world.Views.SweepAsync(A.Moment, default));
        Assert.Equal(NoticeState.Raised, Assert.Single(await ListedAsync()).State);
        Assert.Equal(0, await world.Views.SweepAsync(world.Time.GetUtcNow(), default));
    }

    [Fact]
    public async Task A_sweep_leaves_alone_what_is_younger_than_its_moment()
    {
        await StoredAsync(A.Notice(A.Case()));

        Assert.Equal(0, await world.Views.SweepAsync(A.Moment.AddTicks(-1), default));
        Assert.Empty(await ListedAsync());
    }

    [Fact]
    public async Task A_delivered_notice_is_listed_by_the_change_feed_at_once()
    {
        await StoredAsync(A.Notice(A.Case()) with { State = NoticeState.Delivered });

        await world.Views.FollowAsync(await world.ChangesAsync(), default);

        Assert.Equal(NoticeState.Delivered, Assert.Single(await ListedAsync()).State);
    }

    [Theory]
    [InlineData(0, 1, 2)]
    [InlineData(2, 1, 0)]
    [InlineData(1, 2, 0)]
    [InlineData(2, 0, 2)]
    public async Task An_older_change_never_takes_a_newer_one_s_place(int first, int second, int third)
    {
        var notice = A.Notice(A.Case());
        var file = await StoredAsync(notice with { State = NoticeState.Delivered });
        file = await ChangedAsync(file, notice with { State = NoticeState.Delivered, WarnedAt = A.Moment });
        await ChangedAsync(file, notice with { State = NoticeState.Acknowledged });
        var changes = await world.ChangesAsync();

        foreach (var i in new[] { first, second, third })
        {
            await world.Views.FollowAsync([changes[i]], default);
        }

        Assert.Equal(NoticeState.Acknowledged, Assert.Single(await ListedAsync()).State);
    }

    [Fact]
    public async Task Changes_applied_twice_write_nothing_the_second_time()
    {
        var file = await StoredAsync(A.Notice(A.Case()) with { State = NoticeState.Delivered });
        await ChangedAsync(file with { Board = "arrivals" }, A.Notice(file) with { State = NoticeState.Acknowledged });
        var changes = await world.ChangesAsync();
        await world.Views.FollowAsync(changes, default);
        var before = RowsWritten();

        await world.Views.FollowAsync(changes, default);

        Assert.Equal(before, RowsWritten());
    }

    [Fact]
    public async Task Instances_that_apply_the_same_changes_at_once_agree()
    {
        var file = await StoredAsync(A.Notice(A.Case()) with { State = NoticeState.Delivered });
        for (var i = 0; i < 6; i++)
        {
            file = await ChangedAsync(file, A.Notice(file) with { State = NoticeState.Delivered, Reason = $"{i}" });
        }

        var changes = await world.ChangesAsync();
        var other = new CaseViews(world.OtherInstance(), world.Time);
        await Task.WhenAll(changes.SelectMany(change => new[] { world.Views, other }.Select(view => Task.Run(() => view.FollowAsync([change], default)))));

        Assert.Equal("5", Assert.Single(await ListedAsync()).Reason);
    }

    [Fact]
    public async Task A_case_that_left_its_board_does_not_come_back_by_an_old_change()
    {
        var file = await CommittedAsync(new() { Case = A.Case() with { Board = "arrivals", BoardAt = A.Moment } });
        await CommittedAsync(new() { Case = file with { Board = null, BoardAt = null } });
        var changes = await world.ChangesAsync();

        await world.Views.FollowAsync([changes[1]], default);
        await world.Views.FollowAsync([changes[0]], default);

        Assert.Empty((await world.Store.ListCasesAsync("arrivals", new(), default)).Items);
    }

    [Fact]
    public async Task A_case_that_was_never_on_a_board_costs_no_row()
    {
        await CommittedAsync(new() { Case = A.Case() });
        var changes = await world.ChangesAsync();
        world.StandIn.Charges.Clear();

        await world.Views.FollowAsync(changes, default);

        Assert.Empty(world.StandIn.Charges.All);
    }

    [Fact]
    public async Task A_case_that_has_just_left_a_board_is_not_shown_on_it_before_the_list_follows()
    {
        var file = await CommittedAsync(new() { Case = A.Case() with { Board = "arrivals" } });
        await world.ListedAsync();
        await CommittedAsync(new() { Case = file with { Board = null } });

        Assert.Empty((await world.Store.ListCasesAsync("arrivals", new(), default)).Items);
    }

    [Fact]
    public async Task One_board_s_continuation_is_refused_by_another()
    {
        foreach (var name in new[] { "1", "2" })
        {
            await CommittedAsync(new() { Case = A.Case(name) with { Board = "arrivals" } });
        }

        await world.ListedAsync();
        var token = (await world.Store.ListCasesAsync("arrivals", new(1), default)).Continuation;

        Assert.NotNull(token);
        await Assert.ThrowsAsync<Hub.Paging.InvalidContinuationException>(() => world.Store.ListCasesAsync("others", new(1, token), default));
    }

    [Fact]
    public async Task An_item_set_aside_with_its_case_can_be_read_at_once_and_is_not_opened_again_by_the_change_feed()
    {
        await CommittedAsync(new() { Case = A.Case(), Quarantine = [A.QuarantineItem()] });
        Assert.NotNull(await world.Store.ReadQuarantineAsync(A.QuarantineItem().Id, default));
        Assert.True(await world.Store.CloseQuarantineAsync(A.QuarantineItem().Id, new(Hub.Quarantine.QuarantineResolution.Discarded, Hub.Auditing.Actor.Hub, A.Moment, "A test."), default));

        await world.ListedAsync();

        Assert.Empty((await world.Store.ListQuarantineAsync(new(), default)).Items);
        Assert.NotNull((await world.Store.ReadQuarantineAsync(A.QuarantineItem().Id, default))!.Closure);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a/b")]
    [InlineData("a?b#c\\d")]
    public async Task What_cannot_be_an_item_s_id_is_an_item_nobody_set_aside(string id)
    {
        Assert.Null(await world.Store.ReadQuarantineAsync(id, default));
        Assert.Null(await world.Store.ReadQuarantineAsync(new string('x', 2000), default));
    }

    private async Task<IReadOnlyList<Notice>> ListedAsync() => (await world.Store.ListNoticesAsync(new("yot:camden"), new(), default)).Items;

    private int RowsWritten() => world.StandIn.Charges.All.Count(c => c.Container == "views" && c.Request.IsWrite && (int)c.Status < 300);

    private Task<CaseFile> StoredAsync(Notice notice) => CommittedAsync(new() { Case = A.Case(), Notices = [notice] });

    private Task<CaseFile> ChangedAsync(CaseFile file, Notice notice) => CommittedAsync(new() { Case = file, Notices = [notice] });

    private async Task<CaseFile> CommittedAsync(CaseCommit commit)
    {
        Assert.IsType<CommitOutcome.Committed>(await world.Store.CommitAsync(commit, default));
        return (await world.Store.ReadAsync(commit.Case.Id, default))!;
    }
}
