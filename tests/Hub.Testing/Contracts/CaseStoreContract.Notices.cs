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

        await ListedAsync(store);
        var page = await store.ListNoticesAsync(new("yot:camden"), new(), None);

        AssertSame([sooner, later, .. noClock], page.Items);
        Assert.Null(page.Continuation);
    }

    [Theory]
    [InlineData(null, false, 5)]
    [InlineData(null, true, 2)]
    [InlineData(NoticeState.Planned, false, 1)]
    [InlineData(NoticeState.Planned, true, 0)]
    [InlineData(NoticeState.Raised, false, 1)]
    [InlineData(NoticeState.Raised, true, 1)]
    [InlineData(NoticeState.Delivered, true, 1)]
    [InlineData(NoticeState.Acknowledged, false, 1)]
    [InlineData(NoticeState.Acknowledged, true, 0)]
    [InlineData(NoticeState.Withdrawn, false, 1)]
    [InlineData(NoticeState.Withdrawn, true, 0)]
    public async Task Notices_are_listed_by_state(NoticeState? state, bool openOnly, int expected)
    {
        var store = await CreateAsync();
        foreach (var has in Enum.GetValues<NoticeState>())
        {
            var file = A.Case(has.ToString());
            await StoredAsync(store, file, A.Notice(file) with { State = has });
        }

        await ListedAsync(store);
        var page = await store.ListNoticesAsync(new("yot:camden", state, openOnly), new(), None);

        Assert.Equal(expected, page.Items.Count);
        Assert.All(page.Items, n => Assert.Equal(state ?? n.State, n.State));
        Assert.All(page.Items, n => Assert.True(n.IsOpen || !openOnly));
    }

    [Fact]
    public async Task A_planned_or_withdrawn_notice_is_read_back_with_all_it_holds_and_listed_in_its_place()
    {
        var store = await CreateAsync();
        var planned = A.Notice(A.Case("planned"), due: A.Moment.AddHours(2)) with { State = NoticeState.Planned, PlannedFor = A.Moment.AddTicks(7), RaisedAt = null };
        var withdrawn = A.Notice(A.Case("withdrawn"), due: A.Moment.AddHours(1)) with { State = NoticeState.Withdrawn, WithdrawnAt = A.Moment, WithdrawnBecause = "It was a mistake." };
        await StoredAsync(store, A.Case("planned"), planned);
        await StoredAsync(store, A.Case("withdrawn"), withdrawn);

        await ListedAsync(store);
        AssertSame([withdrawn, planned], (await store.ListNoticesAsync(new("yot:camden"), new(), None)).Items);
    }

    [Fact]
    public async Task A_notice_moves_between_the_lists_as_its_state_and_due_time_change()
    {
        var store = await CreateAsync();
        var planned = A.Notice(A.Case(), due: A.Moment.AddHours(3)) with { State = NoticeState.Planned };
        var other = A.Notice(A.Case("other"), due: A.Moment.AddHours(2));
        await StoredAsync(store, A.Case("other"), other);
        var file = await StoredAsync(store, A.Case(), planned);
        var raised = planned with { State = NoticeState.Raised, Due = A.Moment.AddHours(1) };
        await store.CommitAsync(new() { Case = file, Notices = [raised] }, None);

        await ListedAsync(store);
        Assert.Empty((await store.ListNoticesAsync(new("yot:camden", NoticeState.Planned), new(), None)).Items);
        AssertSame([raised, other], (await store.ListNoticesAsync(new("yot:camden", OpenOnly: true), new(), None)).Items);
    }

    [Fact]
    public async Task A_list_begins_at_a_due_time_and_goes_on_from_page_to_page()
    {
        var store = await CreateAsync();
        for (var i = 0; i < 5; i++)
        {
            var file = A.Case($"REF-{i}");
            await StoredAsync(store, file, A.Notice(file, due: i < 4 ? A.Moment.AddHours(i) : null));
        }

        await ListedAsync(store);
        var query = new NoticeQuery("yot:camden", DueFrom: A.Moment.AddHours(2));
        var first = await store.ListNoticesAsync(query, new(2), None);
        var second = await store.ListNoticesAsync(query, new(2, first.Continuation), None);

        Assert.Equal([A.Moment.AddHours(2), A.Moment.AddHours(3), null], first.Items.Concat(second.Items).Select(n => n.Due));
        Assert.Null(second.Continuation);
        Assert.Equal(3, await store.CountNoticesAsync(query, null, 10, None));
        Assert.Equal(1, await store.CountNoticesAsync(query, A.Moment.AddHours(2), 10, None));
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

        await ListedAsync(store);
        var whole = await store.ListNoticesAsync(new("yot:camden"), new(), None);
        var paged = new List<Notice>();
        string? continuation = null;
        do
        {
            await ListedAsync(store);
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
