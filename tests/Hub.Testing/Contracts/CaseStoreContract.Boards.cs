using Hub.Cases;
using Hub.Paging;

namespace Hub.Testing.Contracts;

/// <summary>What a board promises.</summary>
public abstract partial class CaseStoreContract
{
    private const string Board = "arrivals";

    [Fact]
    public async Task A_board_lists_its_cases_soonest_first_then_those_without_a_moment_each_as_it_is_read()
    {
        var store = await CreateAsync();
        var noMoment = new[] { OnBoard("none-1", null), OnBoard("none-2", null), OnBoard("none-3", null) };
        var later = OnBoard("later", A.Moment);
        var sooner = OnBoard("sooner", A.Moment.AddTicks(-1));
        foreach (var file in new[] { noMoment[0], later, noMoment[1], sooner, noMoment[2], A.Case("on-none"), OnBoard("elsewhere", A.Moment) with { Board = "other" } })
        {
            await StoredAsync(store, file, A.Notice(file), A.Notice(file, "compass"));
        }

        await ListedAsync(store);
        var page = await store.ListCasesAsync(Board, new(), None);

        string[] expected = ["sooner", "later", .. noMoment.OrderBy(c => c.Id.ToString(), StringComparer.Ordinal).Select(c => c.Reference)];
        Assert.Equal(expected, page.Items.Select(c => c.Reference));
        Assert.Null(page.Continuation);
        foreach (var listed in page.Items)
        {
            var read = (await store.ReadAsync(listed.Id, None))!;
            AssertSame(read, listed);
            AssertSame(read.Notices, listed.Notices);
            Assert.Equal((read.Version, 2), (listed.Version, listed.Notices.Length));
        }
    }

    [Fact]
    public async Task A_case_moves_on_its_board_and_leaves_it_with_the_commit_that_says_so()
    {
        var store = await CreateAsync();
        await StoredAsync(store, OnBoard("other", A.Moment));
        var file = await StoredAsync(store, A.Case());
        Assert.Equal(["other"], await ReferencesAsync(store, 10));

        file = await ChangedAsync(store, file with { Board = Board, BoardAt = A.Moment.AddHours(1) });
        Assert.Equal(["other", file.Reference], await ReferencesAsync(store, 10));
        var stale = file;
        file = await ChangedAsync(store, file with { BoardAt = A.Moment.AddHours(-1) });
        Assert.Equal([file.Reference, "other"], await ReferencesAsync(store, 10));
        file = await ChangedAsync(store, file with { BoardAt = null });
        Assert.Equal(["other", file.Reference], await ReferencesAsync(store, 10));

        Assert.IsType<CommitOutcome.Conflict>(await store.CommitAsync(new() { Case = stale with { Board = null } }, None));
        Assert.Equal(["other", file.Reference], await ReferencesAsync(store, 10));
        await ChangedAsync(store, file with { Board = null, BoardAt = null });
        Assert.Equal(["other"], await ReferencesAsync(store, 10));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(8)]
    public async Task Pages_of_a_board_together_hold_every_case_once_and_in_order(int size)
    {
        var store = await CreateAsync();
        for (var i = 0; i < 7; i++)
        {
            // Two share each moment and three have none: ties must not lose or double anything.
            await StoredAsync(store, OnBoard($"REF-{i}", i < 4 ? A.Moment.AddHours(i / 2) : null));
        }

        await ListedAsync(store);
        var whole = (await store.ListCasesAsync(Board, new(), None)).Items.Select(c => c.Reference).ToList();
        Assert.Equal(whole, await ReferencesAsync(store, size));
        Assert.Equal(Enumerable.Reverse(whole), await ReferencesAsync(store, size, BoardOrder.NewestFirst));
    }

    [Fact]
    public async Task A_board_read_from_its_end_begins_with_what_is_latest_and_holds_nothing_of_another()
    {
        var store = await CreateAsync();
        foreach (var (reference, board, hours) in new[] { ("oldest", Board, 0), ("elsewhere", "arrivals-2", 5), ("before", "arrival", 5), ("newest", Board, 2), ("between", Board, 1) })
        {
            await StoredAsync(store, OnBoard(reference, A.Moment.AddHours(hours)) with { Board = board });
        }

        Assert.Equal(["newest", "between", "oldest"], await ReferencesAsync(store, 2, BoardOrder.NewestFirst));
    }

    [Fact]
    public async Task A_continuation_of_one_order_is_refused_by_the_other()
    {
        var store = await CreateAsync();
        foreach (var hour in Enumerable.Range(0, 2))
        {
            await StoredAsync(store, OnBoard($"REF-{hour}", A.Moment.AddHours(hour)));
        }

        await ListedAsync(store);
        foreach (var (order, other) in new[] { (BoardOrder.SoonestFirst, BoardOrder.NewestFirst), (BoardOrder.NewestFirst, BoardOrder.SoonestFirst) })
        {
            var token = (await store.ListCasesAsync(Board, new(1), None, order)).Continuation;
            Assert.NotNull(token);
            await Assert.ThrowsAsync<InvalidContinuationException>(() => store.ListCasesAsync(Board, new(1, token), None, other));
        }
    }

    [Fact]
    public async Task A_continuation_that_the_board_never_gave_out_is_refused()
    {
        var store = await CreateAsync();
        foreach (var i in Enumerable.Range(0, 2))
        {
            await StoredAsync(store, A.Case($"REF-{i}"), A.Notice(A.Case($"REF-{i}")));
        }

        await ListedAsync(store);
        var notices = (await store.ListNoticesAsync(new("yot:camden"), new(1), None)).Continuation;

        foreach (var token in new[] { "not a token", "AAAA", "", notices })
        {
            await Assert.ThrowsAsync<InvalidContinuationException>(() => store.ListCasesAsync(Board, new(10, token), None));
        }
    }

    private static CaseFile OnBoard(string reference, DateTimeOffset? at) => A.Case(reference) with { Board = Board, BoardAt = at };

    private static async Task<CaseFile> ChangedAsync(ICaseStore store, CaseFile file)
    {
        Assert.IsType<CommitOutcome.Committed>(await store.CommitAsync(new() { Case = file }, None));
        return (await store.ReadAsync(file.Id, None))!;
    }

    private async Task<List<string>> ReferencesAsync(ICaseStore store, int size, BoardOrder order = BoardOrder.SoonestFirst)
    {
        await ListedAsync(store);
        var listed = new List<string>();
        string? continuation = null;
        do
        {
            var page = await store.ListCasesAsync(Board, new(size, continuation), None, order);
            listed.AddRange(page.Items.Select(c => c.Reference));
            continuation = page.Continuation;
        }
        while (continuation is not null);
        return listed;
    }
}
