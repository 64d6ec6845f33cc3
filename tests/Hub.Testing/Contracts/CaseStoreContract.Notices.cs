using Hub.Notices;
using Hub.Paging;

namespace Hub.Testing.Contracts;

/// <summary>What a recipient's list promises.</summary>
public abstract partial class CaseStoreContract
{
    [Fact]
    public async Task Notices_are_listed_soonest_due_first_then_those_without_a_clock()
    {
        var store = await CreateAsync();
        var later = A.Notice(A.Case("later"), due: A.Moment.AddHours(2));
        var sooner = A.Notice(A.Case("sooner"), due: A.Moment.AddHours(2).AddTicks(-1));
        var noClock = new[] { A.Notice(A.Case("none-1")), A.Notice(A.Case("none-2")) }.OrderBy(n => n.Id, StringComparer.Ordinal).ToArray();
        await StoredAsync(store, A.Case("none-1"), A.Notice(A.Case("none-1")), A.Notice(A.Case("none-1"), "compass"));
        await StoredAsync(store, A.Case("none-2"), A.Notice(A.Case("none-2")));
        await StoredAsync(store, A.Case("later"), later);
        await StoredAsync(store, A.Case("sooner"), sooner);

        var page = await store.ListNoticesAsync(new("yot:camden"), new(), None);

        AssertSame([sooner, later, .. noClock], page.Items);
        Assert.Null(page.Continuation);
    }

    [Theory]
    [InlineData(null, false, 3)]
    [InlineData(null, true, 2)]
    [InlineData(NoticeState.Raised, false, 1)]
    [InlineData(NoticeState.Delivered, true, 1)]
    [InlineData(NoticeState.Acknowledged, false, 1)]
    [InlineData(NoticeState.Acknowledged, true, 0)]
    public async Task Notices_are_listed_by_state(NoticeState? state, bool openOnly, int expected)
    {
        var store = await CreateAsync();
        foreach (var has in Enum.GetValues<NoticeState>())
        {
            var file = A.Case(has.ToString());
            await StoredAsync(store, file, A.Notice(file) with { State = has });
        }

        var page = await store.ListNoticesAsync(new("yot:camden", state, openOnly), new(), None);

        Assert.Equal(expected, page.Items.Count);
        Assert.All(page.Items, n => Assert.Equal(state ?? n.State, n.State));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(8)]
    public async Task Pages_together_hold_every_notice_once_and_in_order(int size)
    {
        var store = await CreateAsync();
        for (var i = 0; i < 7; i++)
        {
            // Two share each due time and three have none: ties must not lose or double anything.
            var file = A.Case($"REF-{i}");
            await StoredAsync(store, file, A.Notice(file, due: i < 4 ? A.Moment.AddHours(i / 2) : null));
        }

        var whole = await store.ListNoticesAsync(new("yot:camden"), new(), None);
        var paged = new List<Notice>();
        string? continuation = null;
        do
        {
            var page = await store.ListNoticesAsync(new("yot:camden"), new(size, continuation), None);
            paged.AddRange(page.Items);
            continuation = page.Continuation;
        }
        while (continuation is not null);

        Assert.Equal(whole.Items.Select(n => n.Id), paged.Select(n => n.Id));
    }

    [Fact]
    public async Task A_continuation_that_the_list_never_gave_out_is_refused()
    {
        var store = await CreateAsync();

        await Assert.ThrowsAsync<InvalidContinuationException>(() => store.ListNoticesAsync(new("yot:camden"), new(10, "not a token"), None));
        await Assert.ThrowsAsync<InvalidContinuationException>(() => store.ListNoticesAsync(new("yot:camden"), new(10, "AAAA"), None));
        await Assert.ThrowsAsync<InvalidContinuationException>(() => store.ListQuarantineAsync(new(10, "%%%"), None));
    }
}
