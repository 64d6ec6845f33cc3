using System.Collections.Immutable;
using Hub.Auditing;
using Hub.Azure.Tests.StandIns.Cosmos;
using Hub.Cases;
using Hub.Notices;
using Hub.Testing;

namespace Hub.Azure.Tests.Cases;

/// <summary>A case is put together from its commits, however many there are and wherever its parts lie.</summary>
public sealed class HistoryTests : IDisposable
{
    private readonly CosmosWorld world = new();

    public void Dispose() => world.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(23)]
    public async Task A_case_of_so_many_commits_is_read_whole(int commits)
    {
        var file = A.Case();
        var notices = ImmutableArray.Create(A.Notice(file, "yot:camden"), A.Notice(file, "compass"), A.Notice(file, "ppd:camden"));
        var version = await CommitAsync(new() { Case = file, Notices = notices });
        for (var n = 2; n <= commits; n++)
        {
            // Each commit changes another notice, and the case itself every third time.
            var place = n % notices.Length;
            notices = notices.SetItem(place, notices[place] with { Reason = $"Commit {n}." });
            file = n % 3 == 0 ? file with { Reasons = [$"Commit {n}."] } : file;
            version = await CommitAsync(new() { Case = file with { Version = version, Notices = notices }, Notices = [notices[place]] });
        }

        var read = (await world.Store.ReadAsync(file.Id, default))!;

        Assert.Equal(version, read.Version);
        Assert.Equal(file.Reasons.AsEnumerable(), read.Reasons);
        Assert.Equal(notices.Select(n => (n.Id, n.Reason)), read.Notices.Select(n => (n.Id, n.Reason)));
    }

    [Fact]
    public async Task Notices_of_many_commits_keep_the_order_in_which_they_were_raised()
    {
        var file = A.Case();
        var notices = Enumerable.Range(0, 9).Select(i => A.Notice(file, $"yot:{i}")).ToImmutableArray();
        var version = "";
        for (var i = 0; i < notices.Length; i += 3)
        {
            version = await CommitAsync(new() { Case = file with { Version = version, Notices = notices[..i] }, Notices = notices[i..(i + 3)] });
        }

        // Backwards, so that no two neighbours lie in one commit.
        for (var i = notices.Length - 1; i >= 0; i--)
        {
            version = await CommitAsync(new() { Case = file with { Version = version, Notices = notices }, Notices = [notices[i]] });
        }

        Assert.Equal(notices.Select(n => n.Id), (await world.Store.ReadAsync(file.Id, default))!.Notices.Select(n => n.Id));
    }

    [Fact]
    public async Task A_commit_that_leaves_the_notices_of_its_case_out_still_finds_their_places()
    {
        var file = A.Case();
        var first = await CommitAsync(new() { Case = file, Notices = [A.Notice(file, "yot:camden"), A.Notice(file, "compass")] });
        var changed = A.Notice(file, "compass") with { State = NoticeState.Acknowledged };

        await CommitAsync(new() { Case = file with { Version = first }, Notices = [A.Notice(file, "ppd:camden"), changed] });

        var read = (await world.Store.ReadAsync(file.Id, default))!;
        Assert.Equal(["yot:camden", "compass", "ppd:camden"], read.Notices.Select(n => n.Recipient));
        Assert.Equal(NoticeState.Acknowledged, read.Notices[1].State);
    }

    [Fact]
    public async Task The_case_is_written_again_only_when_more_than_its_audit_head_changed()
    {
        var entry = A.AuditEntry(AuditHead.Empty);
        var file = A.Case() with { AuditHead = new(1, entry.Hash) };
        var version = await CommitAsync(new() { Case = file, Audit = [entry] });
        var next = A.AuditEntry(file.AuditHead);
        file = file with { AuditHead = new(2, next.Hash), Version = version };

        version = await CommitAsync(new() { Case = file, Audit = [next] });

        var change = (await world.ChangesAsync())[^1];
        Assert.False(change.Body!.Value.TryGetProperty("case", out _));
        Assert.Equal(file.AuditHead, (await world.Store.ReadAsync(file.Id, default))!.AuditHead);
        await CommitAsync(new() { Case = file with { Version = version, Status = CaseStatus.Withdrawn } });
        var read = (await world.Store.ReadAsync(file.Id, default))!;
        Assert.Equal((CaseStatus.Withdrawn, file.AuditHead), (read.Status, read.AuditHead));
    }

    [Theory]
    [InlineData("1")]
    [InlineData("not a version")]
    [InlineData("1.1.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.a..bbbbbbbbbbbbbbbb")]
    [InlineData("1.1.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.a.1x999999999.bbbbbbbbbbbbbbbb")]
    public async Task A_version_this_store_never_gave_out_is_a_conflict(string version)
    {
        await CommitAsync(new() { Case = A.Case() });

        Assert.IsType<CommitOutcome.Conflict>(await world.Store.CommitAsync(new() { Case = A.Case() with { Version = version } }, default));
    }

    [Fact]
    public async Task A_version_that_was_overtaken_is_a_conflict_however_long_ago()
    {
        var file = await world.Store.CommitAsync(new() { Case = A.Case() }, default) is CommitOutcome.Committed first ? A.Case() with { Version = first.Version } : null!;
        var version = file.Version;
        for (var n = 0; n < 6; n++)
        {
            version = await CommitAsync(new() { Case = file with { Version = version, Reasons = [$"{n}"] } });
        }

        Assert.IsType<CommitOutcome.Conflict>(await world.Store.CommitAsync(new() { Case = file }, default));
    }

    [Fact]
    public async Task The_audit_of_a_long_history_is_whole_and_in_order()
    {
        var head = AuditHead.Empty;
        var version = "";
        for (var n = 0; n < 120; n++)
        {
            var entry = A.AuditEntry(head, $"step.{n}");
            head = new(entry.Sequence, entry.Hash);
            version = await CommitAsync(new() { Case = A.Case() with { Version = version, AuditHead = head }, Audit = [entry] });
        }

        Assert.Null(AuditChain.FirstBreak(await world.Store.ReadAuditAsync(A.Case().Id, default), head));
    }

    [Fact]
    public async Task A_case_of_one_commit_is_read_by_two_point_reads_and_a_long_one_by_few_requests()
    {
        var version = await CommitAsync(new() { Case = A.Case() });
        world.StandIn.Charges.Clear();
        await world.Store.ReadAsync(A.Case().Id, default);
        Assert.Equal([CosmosOperation.Read, CosmosOperation.Read], world.StandIn.Charges.All.Select(c => c.Operation));

        for (var n = 0; n < 40; n++)
        {
            version = await CommitAsync(new() { Case = A.Case() with { Version = version, Reasons = [$"{n}"] } });
        }

        world.StandIn.Charges.Clear();
        await world.Store.ReadAsync(A.Case().Id, default);
        Assert.Equal(
            [.. Enumerable.Repeat(CosmosOperation.Read, 4), CosmosOperation.Query],
            world.StandIn.Charges.All.Select(c => c.Operation).Where(o => o is not (CosmosOperation.QueryPlan or CosmosOperation.Metadata)));
    }

    private async Task<string> CommitAsync(CaseCommit commit) =>
        Assert.IsType<CommitOutcome.Committed>(await world.Store.CommitAsync(commit, default)).Version;
}
