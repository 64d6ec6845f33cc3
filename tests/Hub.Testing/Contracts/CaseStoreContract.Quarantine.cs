using Hub.Auditing;
using Hub.Paging;
using Hub.Quarantine;

namespace Hub.Testing.Contracts;

/// <summary>What the store promises of messages set aside.</summary>
public abstract partial class CaseStoreContract
{
    private static readonly QuarantineClosure Discarded = new(QuarantineResolution.Discarded, new Actor("desk-1", "operator"), A.Moment, "A test message.");

    [Fact]
    public async Task A_message_set_aside_twice_is_one_item()
    {
        var store = await CreateAsync();
        var item = A.QuarantineItem() with { Case = A.Case().Id };

        await store.QuarantineAsync(item, None);
        await store.QuarantineAsync(item with { Reason = "again" }, None);

        AssertSame(item, await store.ReadQuarantineAsync(item.Id, None));
        Assert.Single((await store.ListQuarantineAsync(new(), None)).Items);
    }

    [Fact]
    public async Task An_item_committed_with_a_case_is_listed_as_well()
    {
        var store = await CreateAsync();
        await store.CommitAsync(new() { Case = A.Case(), Quarantine = [A.QuarantineItem()] }, None);

        await ListedAsync(store);
        AssertSame([A.QuarantineItem()], (await store.ListQuarantineAsync(new(), None)).Items);
    }

    [Fact]
    public async Task Open_items_are_listed_oldest_first_page_by_page()
    {
        var store = await CreateAsync();
        await store.QuarantineAsync(A.QuarantineItem("new") with { At = A.Moment.AddTicks(1) }, None);
        await store.QuarantineAsync(A.QuarantineItem("old") with { At = A.Moment }, None);

        var first = await store.ListQuarantineAsync(new PageRequest(1), None);
        var second = await store.ListQuarantineAsync(new PageRequest(1, first.Continuation), None);

        Assert.Equal("old", Assert.Single(first.Items).Id);
        Assert.Equal("new", Assert.Single(second.Items).Id);
        Assert.Null(second.Continuation);
    }

    [Fact]
    public async Task An_item_is_closed_by_the_first_who_closes_it()
    {
        var store = await CreateAsync();
        var item = A.QuarantineItem();
        await store.QuarantineAsync(item, None);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => store.CloseQuarantineAsync(item.Id, Discarded, None))));

        Assert.Single(outcomes, closed => closed);
        Assert.Empty((await store.ListQuarantineAsync(new(), None)).Items);
        AssertSame(item with { Closure = Discarded }, await store.ReadQuarantineAsync(item.Id, None));
    }

    [Fact]
    public async Task An_item_nobody_set_aside_cannot_be_read_or_closed()
    {
        var store = await CreateAsync();

        Assert.Null(await store.ReadQuarantineAsync("unknown", None));
        Assert.False(await store.CloseQuarantineAsync("unknown", Discarded, None));
    }
}
