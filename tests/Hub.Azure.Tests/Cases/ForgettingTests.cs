using Hub.Auditing;
using Hub.Azure.Tests.StandIns.Cosmos;
using Hub.Cases;
using Hub.Notices;
using Hub.Testing;
using Microsoft.Azure.Cosmos;

namespace Hub.Azure.Tests.Cases;

/// <summary>What must not stay is in no older commit either.</summary>
public sealed class ForgettingTests : IDisposable
{
    private const string Name = "Featherstonehaugh";
    private readonly CosmosWorld world = new();

    public void Dispose() => world.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_person_taken_out_of_a_case_is_nowhere_any_more(bool bySweep)
    {
        await ForgottenAsync();
        if (bySweep)
        {
            await world.ChangesAsync();
            await world.Views.SweepAsync(world.Time.GetUtcNow(), default);
        }
        else
        {
            await world.ListedAsync();
        }

        Assert.DoesNotContain(Name, await EverythingAsync(), StringComparison.Ordinal);
        var read = (await world.Store.ReadAsync(A.Case().Id, default))!;
        Assert.Equal((2, "{}"), (read.Notices.Length, read.Report.GetRawText()));
        Assert.Null(AuditChain.FirstBreak(await world.Store.ReadAuditAsync(read.Id, default), read.AuditHead));
    }

    [Fact]
    public async Task What_was_replaced_without_saying_so_stays_in_the_history()
    {
        await world.Store.CommitAsync(new() { Case = A.Case() }, default);
        var file = (await world.Store.ReadAsync(A.Case().Id, default))!;
        await world.Store.CommitAsync(new() { Case = file with { Report = A.Json("{}") } }, default);

        await world.ListedAsync();

        Assert.Contains(Name, await EverythingAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Events_of_a_commit_written_anew_do_not_leave_again_by_the_change_feed_and_unsent_ones_are_still_found()
    {
        await ForgottenAsync();
        var first = await world.ChangesAsync();
        Assert.Equal(2, first.Sum(c => c.Events.Count));
        await world.Views.FollowAsync(first, default);

        Assert.Empty((await world.ChangesAsync()).SelectMany(c => c.Events));
        Assert.Equal(["event-1", "event-2"], (await world.Store.UnsentEventsAsync(world.Time.GetUtcNow(), 10, default)).Select(e => e.Id));
    }

    [Fact]
    public async Task Forgetting_twice_writes_nothing_the_second_time()
    {
        await ForgottenAsync();
        var changes = await world.ChangesAsync();
        await world.Views.FollowAsync(changes, default);
        world.StandIn.Charges.Clear();

        await world.Views.FollowAsync(changes, default);

        Assert.DoesNotContain(world.StandIn.Charges.All, c => c.Container == "cases" && c.Request.IsWrite);
    }

    [Fact]
    public async Task A_reader_overtaken_by_it_reads_again()
    {
        await ForgottenAsync(andForget: false);
        var file = (await world.Store.ReadAsync(A.Case().Id, default))!;

        // Between the reader's look for a third commit and its assembling, the third is made and the others are emptied.
        world.StandIn.Faults.Before(r => r.Operation == CosmosOperation.Read && r.Id == "000000001", async () =>
        {
            await ForgetAsync(file);
            await world.ListedAsync();
        });

        var read = (await world.Store.ReadAsync(file.Id, default))!;

        Assert.Equal("{}", read.Report.GetRawText());
        Assert.Equal(2, read.Notices.Length);
    }

    /// <summary>A case with a notice in each of two commits, and a third that forgets the person.</summary>
    private async Task ForgottenAsync(bool andForget = true)
    {
        var entry = A.AuditEntry(AuditHead.Empty);
        var file = A.Case() with { AuditHead = new(1, entry.Hash) };
        var content = A.Json($$"""{"name":"{{Name}}"}""");
        await world.Store.CommitAsync(new() { Case = file, Notices = [A.Notice(file) with { Content = content, State = NoticeState.Delivered }], Audit = [entry], Events = [A.Event(file)] }, default);
        file = (await world.Store.ReadAsync(file.Id, default))!;
        await world.Store.CommitAsync(new() { Case = file with { Reasons = ["More."] }, Notices = [A.Notice(file, "compass") with { Content = content }], Events = [A.Event(file, "event-2")] }, default);
        if (andForget)
        {
            await ForgetAsync((await world.Store.ReadAsync(file.Id, default))!);
        }
    }

    private async Task ForgetAsync(CaseFile file) => Assert.IsType<CommitOutcome.Committed>(await world.Store.CommitAsync(new()
    {
        Case = file with { Report = A.Json("{}") },
        Notices = [.. file.Notices.Select(n => n with { Content = A.Json("{}") })],
        Forgets = true,
    }, default));

    private async Task<string> EverythingAsync()
    {
        var all = "";
        foreach (var name in new[] { "cases", "views", "sent" })
        {
            using var pages = (await world.Database.ContainerAsync(name)).GetItemQueryStreamIterator("SELECT * FROM c");
            while (pages.HasMoreResults)
            {
                using ResponseMessage page = await pages.ReadNextAsync();
                using var text = new StreamReader(page.Content);
                all += await text.ReadToEndAsync();
            }
        }

        return all;
    }
}
