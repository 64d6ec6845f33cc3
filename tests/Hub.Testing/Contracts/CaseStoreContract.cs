using System.Collections.Immutable;
using Hub.Auditing;
using Hub.Cases;

namespace Hub.Testing.Contracts;

/// <summary>What <see cref="ICaseStore"/> promises of cases and commits.</summary>
public abstract partial class CaseStoreContract : PortContract
{
    /// <summary>An empty store on <see cref="PortContract.Time"/>.</summary>
    protected abstract Task<ICaseStore> CreateAsync();

    /// <summary>
    /// Ends once the lists show what was committed. Nothing to wait for where they change with the commit itself; where
    /// they follow by the change feed, it is carried there now.
    /// </summary>
    protected virtual Task ListedAsync(ICaseStore store) => Task.CompletedTask;

    [Fact]
    public async Task A_case_is_read_back_with_everything_committed_with_it()
    {
        var store = await CreateAsync();
        var entry = A.AuditEntry(AuditHead.Empty);
        var file = A.Case() with
        {
            Status = CaseStatus.Assessed,
            Reasons = ["Under 18.", "Lives in Camden."],
            AuditHead = new AuditHead(1, entry.Hash),
            OccurredAt = A.Moment.AddTicks(-1),
            Held = new CaseHold(new Actor("ppd-3", "ppdSergeant"), "Sergeant Birch", A.Moment, A.Moment.AddMinutes(15)),
        };
        var notices = ImmutableArray.Create(A.Notice(file, "yot:camden"), A.Notice(file, "compass"), A.Notice(file, "ppd:camden"));

        var outcome = await store.CommitAsync(new() { Case = file, Notices = notices, Audit = [entry] }, None);
        var read = await store.ReadAsync(file.Id, None);

        Assert.NotNull(read);
        Assert.Equal(Assert.IsType<CommitOutcome.Committed>(outcome).Version, read.Version);
        AssertSame(file, read);
        AssertSame(notices, read.Notices);
        AssertSame([entry], await store.ReadAuditAsync(file.Id, None));
    }

    [Fact]
    public async Task A_case_that_was_never_stored_is_null()
    {
        var store = await CreateAsync();

        Assert.Null(await store.ReadAsync(A.Case().Id, None));
        Assert.Empty(await store.ReadAuditAsync(A.Case().Id, None));
    }

    [Fact]
    public async Task Of_two_commits_on_one_version_the_second_is_a_conflict_and_stores_nothing()
    {
        var store = await CreateAsync();
        var file = await StoredAsync(store, A.Case());

        var first = await store.CommitAsync(new() { Case = file with { Reasons = ["first"] } }, None);
        var second = await store.CommitAsync(new()
        {
            Case = file with { Reasons = ["second"] },
            Notices = [A.Notice(file)],
            Audit = [A.AuditEntry(AuditHead.Empty)],
            Events = [A.Event(file)],
            Quarantine = [A.QuarantineItem()],
        }, None);

        Assert.IsType<CommitOutcome.Committed>(first);
        Assert.IsType<CommitOutcome.Conflict>(second);
        var read = await store.ReadAsync(file.Id, None);
        Assert.Equal("first", Assert.Single(read!.Reasons));
        Assert.Empty(read.Notices);
        Assert.Empty(await store.ReadAuditAsync(file.Id, None));
        Assert.Empty(await store.UnsentEventsAsync(Time.GetUtcNow(), 10, None));
        Assert.Null(await store.ReadQuarantineAsync(A.QuarantineItem().Id, None));
    }

    [Fact]
    public async Task A_new_case_that_exists_already_is_a_conflict()
    {
        var store = await CreateAsync();
        await StoredAsync(store, A.Case());

        Assert.IsType<CommitOutcome.Conflict>(await store.CommitAsync(new() { Case = A.Case() }, None));
    }

    [Fact]
    public async Task A_version_of_a_case_never_stored_is_a_conflict()
    {
        var store = await CreateAsync();
        var stored = await StoredAsync(store, A.Case("REF-1"));

        var outcome = await store.CommitAsync(new() { Case = A.Case("REF-2") with { Version = stored.Version } }, None);

        Assert.IsType<CommitOutcome.Conflict>(outcome);
    }

    [Fact]
    public async Task Fifty_concurrent_creates_of_one_case_commit_once()
    {
        var store = await CreateAsync();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Task.Run(() =>
            store.CommitAsync(new() { Case = A.Case() with { Sender = $"sender-{i}" }, Events = [A.Event(A.Case(), $"event-{i}")] }, None))));

        Assert.Single(outcomes.OfType<CommitOutcome.Committed>());
        Assert.Equal(49, outcomes.OfType<CommitOutcome.Conflict>().Count());
        Assert.Single(await store.UnsentEventsAsync(Time.GetUtcNow(), 100, None));
    }

    [Fact]
    public async Task Changing_a_notice_keeps_its_place_among_the_case_s_notices()
    {
        var store = await CreateAsync();
        var file = await StoredAsync(store, A.Case(), A.Notice(A.Case(), "yot:camden"), A.Notice(A.Case(), "compass"));
        var changed = file.Notices[0] with { State = Notices.NoticeState.Acknowledged, AcknowledgedAt = A.Moment };

        await store.CommitAsync(new() { Case = file, Notices = [changed] }, None);

        AssertSame([changed, file.Notices[1]], (await store.ReadAsync(file.Id, None))!.Notices);
    }

    [Fact]
    public async Task Audit_entries_come_back_in_order_and_their_chain_holds()
    {
        var store = await CreateAsync();
        var head = AuditHead.Empty;
        var file = A.Case();
        for (var i = 0; i < 3; i++)
        {
            var entry = A.AuditEntry(head, $"step.{i}");
            head = new AuditHead(entry.Sequence, entry.Hash);
            file = file with { AuditHead = head };
            var outcome = await store.CommitAsync(new() { Case = file, Audit = [entry] }, None);
            file = file with { Version = Assert.IsType<CommitOutcome.Committed>(outcome).Version };
        }

        Assert.Null(AuditChain.FirstBreak(await store.ReadAuditAsync(file.Id, None), (await store.ReadAsync(file.Id, None))!.AuditHead));
    }

    /// <summary>The case as stored and read back.</summary>
    protected async Task<CaseFile> StoredAsync(ICaseStore store, CaseFile file, params ImmutableArray<Notices.Notice> notices)
    {
        Assert.IsType<CommitOutcome.Committed>(await store.CommitAsync(new() { Case = file, Notices = notices }, None));
        return (await store.ReadAsync(file.Id, None))!;
    }
}
