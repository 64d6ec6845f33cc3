using Hub.Auditing;
using Hub.Cases;
using Hub.Embedded.Hosting;
using Hub.Embedded.Sqlite;
using Hub.Messaging;
using Hub.Nominals;
using Hub.Testing;

namespace Hub.Embedded.Tests.Sqlite;

/// <summary>What is stored outlives the process.</summary>
public sealed class RestartTests : IDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly SubscriptionAddress Assess = new(HubTopology.Reports, HubTopology.Assess);
    private readonly ManualTime time = new(A.Moment);
    private readonly TemporaryDatabase file = new();

    public void Dispose() => file.Dispose();

    [Fact]
    public async Task A_case_its_notices_audit_events_and_quarantine_outlive_a_restart()
    {
        var about = A.Case();
        await new SqliteCaseStore(file.Database, time).CommitAsync(new()
        {
            Case = about,
            Notices = [A.Notice(about)],
            Audit = [A.AuditEntry(AuditHead.Empty)],
            Events = [A.Event(about)],
            Quarantine = [A.QuarantineItem()],
        }, None);

        var store = new SqliteCaseStore(file.Reopen(), time);

        Assert.Single((await store.ReadAsync(about.Id, None))!.Notices);
        Assert.Single(await store.ReadAuditAsync(about.Id, None));
        Assert.Single(await store.UnsentEventsAsync(time.GetUtcNow(), 10, None));
        Assert.NotNull(await store.ReadQuarantineAsync(A.QuarantineItem().Id, None));
        Assert.IsType<CommitOutcome.Conflict>(await store.CommitAsync(new() { Case = about }, None));
    }

    [Fact]
    public async Task The_files_as_a_crash_leaves_them_hold_all_that_was_answered()
    {
        var store = new SqliteCaseStore(file.Database, time);
        await Task.WhenAll(Enumerable.Range(0, 100).Select(i => store.CommitAsync(new() { Case = A.Case($"REF-{i}") }, None)));

        // Copied while open: the write-ahead log has not been folded in.
        using var crashed = new TemporaryDirectory();
        foreach (var name in new[] { SqliteDatabase.FileName, SqliteDatabase.FileName + "-wal" })
        {
            File.Copy(Path.Combine(file.DataDirectory, name), Path.Combine(crashed.Path, name));
        }

        await using var restarted = SqliteDatabase.Open(crashed.Path);
        var after = new SqliteCaseStore(restarted, time);
        for (var i = 0; i < 100; i++)
        {
            Assert.NotNull(await after.ReadAsync(A.Case($"REF-{i}").Id, None));
        }
    }

    [Fact]
    public async Task Messages_locks_and_remembered_ids_outlive_a_restart()
    {
        var message = A.Message("m-1", (HubTopology.TypeProperty, HubTopology.ReportAccepted));
        var bus = new SqliteMessageBus(file.Database, HubTopology.Topology, time);
        await bus.SendAsync(HubTopology.Reports, [message], None);
        var held = Assert.Single(await bus.ReceiveAsync(Assess, 1, TimeSpan.Zero, None));

        bus = new SqliteMessageBus(file.Reopen(), HubTopology.Topology, time);

        await bus.SendAsync(HubTopology.Reports, [message], None);
        Assert.Empty(await bus.ReceiveAsync(Assess, 1, TimeSpan.Zero, None));
        await bus.CompleteAsync(held, None);
    }

    [Fact]
    public async Task The_register_s_numbering_goes_on_after_a_restart()
    {
        var how = RegisterWriting.OfHub("Loaded.");
        var mark = (await new SqliteNominalRegister(file.Database, time).UpsertAsync([A.Nominal("1")], how, (_, _) => new("pnc.csv", 1, 1, 0), None)).Mark;

        var register = new SqliteNominalRegister(file.Reopen(), time);

        Assert.True((await register.UpsertAsync([A.Nominal("1") with { Occupation = "Baker" }], None)).Mark > mark);
        Assert.Equal(1, (await register.LoadProgressAsync("pnc.csv", None))!.Line);
    }

    [Fact]
    public async Task The_access_log_s_chain_goes_on_after_a_restart()
    {
        await new SqliteAccessLog(file.Database).AppendAsync(A.AccessEntry(), None);

        var log = new SqliteAccessLog(file.Reopen());
        await log.AppendAsync(A.AccessEntry(), None);

        var items = (await log.ReadAsync(null, new(), None)).Items;
        Assert.Equal(items[0].Hash, items[1].PreviousHash);
    }

    [Fact]
    public async Task A_blob_receipt_is_replaced_by_the_next_and_outlives_a_restart()
    {
        var failed = new BlobReceipt("ingest", "inbox/a.csv", "10@1", 1, Done: false, A.Moment, "IOException");
        var receipts = new SqliteBlobReceipts(file.Database);
        Assert.Null(await receipts.FindAsync("ingest", "inbox/a.csv", None));
        await receipts.RecordAsync(failed, None);
        await receipts.RecordAsync(failed with { Attempts = 2, Done = true, Error = null }, None);

        receipts = new SqliteBlobReceipts(file.Reopen());

        Assert.Equal(failed with { Attempts = 2, Done = true, Error = null }, await receipts.FindAsync("ingest", "inbox/a.csv", None));
        Assert.Null(await receipts.FindAsync("other", "inbox/a.csv", None));
    }

    [Fact]
    public async Task What_a_dead_process_held_can_be_had_at_once_and_its_delivery_still_counts()
    {
        var message = A.Message() with { Properties = A.Message().Properties.SetItem(HubTopology.TypeProperty, HubTopology.ReportAccepted) };
        var before = new SqliteMessageBus(file.Database, HubTopology.Topology, time);
        await before.SendAsync(HubTopology.Reports, [message], None);
        var held = Assert.Single(await before.ReceiveAsync(Assess, 1, TimeSpan.Zero, None));

        var after = new SqliteMessageBus(file.Reopen(), HubTopology.Topology, time);
        Assert.Empty(await after.ReceiveAsync(Assess, 1, TimeSpan.Zero, None));
        Assert.Equal(1, await after.ReleaseLocksAsync(None));

        var again = Assert.Single(await after.ReceiveAsync(Assess, 1, TimeSpan.Zero, None));
        Assert.Equal((held.Message.Id, 2), (again.Message.Id, again.DeliveryCount));
        await Assert.ThrowsAsync<LockLostException>(() => after.CompleteAsync(held, None));
    }
}
