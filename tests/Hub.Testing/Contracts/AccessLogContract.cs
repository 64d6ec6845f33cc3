using Hub.Auditing;
using Hub.Paging;

namespace Hub.Testing.Contracts;

/// <summary>What <see cref="IAccessLog"/> promises.</summary>
public abstract class AccessLogContract : PortContract
{
    /// <summary>An empty log on <see cref="PortContract.Time"/>.</summary>
    protected abstract Task<IAccessLog> CreateAsync();

    [Fact]
    public async Task Entries_are_numbered_and_chained_in_the_order_they_came()
    {
        var log = await CreateAsync();
        await log.AppendAsync(A.AccessEntry("nominal:1"), None);
        await log.AppendAsync(A.AccessEntry("nominal:2") with { Allowed = false, Reason = null, At = A.Moment.AddTicks(1) }, None);

        var items = (await log.ReadAsync(null, new(), None)).Items;

        Assert.Equal([1, 2], items.Select(i => i.Sequence));
        AssertSame(A.AccessEntry("nominal:1"), items[0].Entry);
        AssertChained(items);
    }

    [Fact]
    public async Task Concurrent_appends_make_one_unbroken_chain()
    {
        var log = await CreateAsync();
        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Task.Run(() => log.AppendAsync(A.AccessEntry($"nominal:{i}"), None))));

        var items = (await log.ReadAsync(null, new(), None)).Items;

        Assert.Equal(40, items.Count);
        AssertChained(items);
    }

    [Fact]
    public async Task Entries_about_one_subject_are_found_page_by_page()
    {
        var log = await CreateAsync();
        foreach (var subject in new[] { "nominal:1", "nominal:2", "nominal:1", "nominal:1" })
        {
            await log.AppendAsync(A.AccessEntry(subject), None);
        }

        var first = await log.ReadAsync("nominal:1", new(2), None);
        var second = await log.ReadAsync("nominal:1", new(2, first.Continuation), None);

        Assert.Equal([1, 3], first.Items.Select(i => i.Sequence));
        Assert.Equal([4], second.Items.Select(i => i.Sequence));
        Assert.Null(second.Continuation);
    }

    [Fact]
    public async Task A_continuation_that_the_log_never_gave_out_is_refused()
    {
        var log = await CreateAsync();

        await Assert.ThrowsAsync<InvalidContinuationException>(() => log.ReadAsync(null, new(10, "not a token"), None));
    }

    private static void AssertChained(IReadOnlyList<LoggedAccess> items)
    {
        var previous = "";
        foreach (var item in items)
        {
            Assert.Equal(previous, item.PreviousHash);
            Assert.Equal(AuditChain.HashOf(item.Sequence, item.Entry, item.PreviousHash), item.Hash);
            previous = item.Hash;
        }
    }
}
