using Hub.Cases;
using Hub.Notices;

namespace Hub.Testing.Contracts;

/// <summary>What the lists of one kind, the counts and the list of all deadlines promise.</summary>
public abstract partial class CaseStoreContract
{
    [Theory]
    [InlineData(NoticeKind.MatchReview, null, false, "review-late,review-done,review-none")]
    [InlineData(NoticeKind.MatchReview, null, true, "review-late,review-none")]
    [InlineData(NoticeKind.MatchReview, NoticeState.Acknowledged, false, "review-done")]
    [InlineData(NoticeKind.MatchReview, NoticeState.Planned, false, "")]
    [InlineData(NoticeKind.Arrest, null, true, "arrest")]
    [InlineData(NoticeKind.TravelSeen, null, false, "")]
    public async Task Notices_are_listed_and_counted_by_kind(string kind, NoticeState? state, bool openOnly, string expected)
    {
        var store = await CreateAsync();
        await StoredAsync(store, A.Case("arrest"), A.Notice(A.Case("arrest"), due: A.Moment.AddHours(2)));
        await StoredAsync(store, A.Case("review-none"), Review("review-none", null));
        await StoredAsync(store, A.Case("review-done"), Review("review-done", A.Moment.AddHours(3)) with { State = NoticeState.Acknowledged });
        await StoredAsync(store, A.Case("review-late"), Review("review-late", A.Moment.AddHours(1)));
        await StoredAsync(store, A.Case("other"), Review("other", A.Moment, "ppd:brent"));
        await ListedAsync(store);

        var query = new NoticeQuery("yot:camden", state, openOnly, kind);
        var names = new Dictionary<CaseId, string>(new[] { "arrest", "review-none", "review-done", "review-late", "other" }.Select(n => KeyValuePair.Create(A.Case(n).Id, n)));
        var listed = new List<string>();
        string? continuation = null;
        do
        {
            var page = await store.ListNoticesAsync(query, new(1, continuation), None);
            listed.AddRange(page.Items.Select(n => names[n.Case]));
            continuation = page.Continuation;
        }
        while (continuation is not null);

        Assert.Equal(expected, string.Join(',', listed));
        Assert.Equal(listed.Count, await store.CountNoticesAsync(query, null, 10, None));
    }

    [Fact]
    public async Task Notices_are_counted_up_to_a_due_time_and_so_far_and_no_further()
    {
        var store = await CreateAsync();
        foreach (var (name, due, state) in new (string, DateTimeOffset?, NoticeState)[]
        {
            ("1", A.Moment, NoticeState.Delivered), ("2", A.Moment.AddTicks(1), NoticeState.Raised), ("3", A.Moment.AddHours(1), NoticeState.Planned),
            ("4", A.Moment, NoticeState.Acknowledged), ("5", null, NoticeState.Delivered), ("6", null, NoticeState.Withdrawn),
        })
        {
            await StoredAsync(store, A.Case(name), A.Notice(A.Case(name), due: due) with { State = state });
        }

        await StoredAsync(store, A.Case("7"), A.Notice(A.Case("7"), "compass", A.Moment));
        await ListedAsync(store);

        Assert.Equal(3, await store.CountNoticesAsync(new("yot:camden", OpenOnly: true), null, 10, None));
        Assert.Equal(2, await store.CountNoticesAsync(new("yot:camden", OpenOnly: true), null, 2, None));
        Assert.Equal(1, await store.CountNoticesAsync(new("yot:camden", OpenOnly: true), A.Moment, 10, None));
        Assert.Equal(2, await store.CountNoticesAsync(new("yot:camden", OpenOnly: true), A.Moment.AddTicks(1), 10, None));
        Assert.Equal(0, await store.CountNoticesAsync(new("yot:camden", OpenOnly: true), A.Moment.AddTicks(-1), 10, None));
        Assert.Equal(2, await store.CountNoticesAsync(new("yot:camden"), A.Moment, 10, None));
        Assert.Equal(6, await store.CountNoticesAsync(new("yot:camden"), null, 10, None));
        Assert.Equal(1, await store.CountNoticesAsync(new("yot:camden", NoticeState.Planned), A.Moment.AddHours(1), 10, None));
        Assert.Equal(0, await store.CountNoticesAsync(new("yot:brent"), null, 10, None));
    }

    [Fact]
    public async Task What_was_raised_since_a_moment_is_counted_whatever_became_of_it()
    {
        var store = await CreateAsync();
        foreach (var (name, raised, state) in new (string, DateTimeOffset?, NoticeState)[]
        {
            ("1", A.Moment, NoticeState.Delivered), ("2", A.Moment.AddTicks(1), NoticeState.Acknowledged), ("3", null, NoticeState.Planned),
            ("4", A.Moment.AddMilliseconds(10), NoticeState.Withdrawn), ("5", A.Moment.AddTicks(-1), NoticeState.Delivered),
        })
        {
            await StoredAsync(store, A.Case(name), A.Notice(A.Case(name)) with { State = state, RaisedAt = raised });
        }

        await ListedAsync(store);

        Assert.Equal(4, await store.CountRaisedAsync("yot:camden", A.Moment.AddHours(-1), 10, None));
        Assert.Equal(3, await store.CountRaisedAsync("yot:camden", A.Moment, 10, None));
        Assert.Equal(2, await store.CountRaisedAsync("yot:camden", A.Moment.AddTicks(1), 10, None));
        Assert.Equal(1, await store.CountRaisedAsync("yot:camden", A.Moment.AddTicks(2), 10, None));
        Assert.Equal(2, await store.CountRaisedAsync("yot:camden", A.Moment, 2, None));
        Assert.Equal(0, await store.CountRaisedAsync("compass", A.Moment, 10, None));
    }

    [Theory]
    [InlineData(null, null, "yot:camden,ppd:camden,yot:brent,yot,compass", 3)]
    [InlineData("yot", null, "yot:camden,yot:brent,yot", 2)]
    [InlineData(null, "camden", "yot:camden,ppd:camden", 2)]
    [InlineData("yot", "camden", "yot:camden", 1)]
    [InlineData("yo", null, "", 0)]
    [InlineData(null, "amden", "", 0)]
    [InlineData("*", "%", "", 0)]
    public async Task Deadlines_of_all_recipients_are_listed_soonest_first_and_counted(string? team, string? place, string expected, int dueInTwoHours)
    {
        var store = await CreateAsync();
        var hour = 0;
        foreach (var recipient in new[] { "yot:camden", "ppd:camden", "yot:brent", "yot", "compass" })
        {
            // Each has one that is open with a clock, and one of each sort that is not.
            var file = A.Case(recipient);
            var due = A.Moment.AddHours(hour++);
            await StoredAsync(store, file, A.Notice(file, recipient, due) with { State = hour % 2 == 0 ? NoticeState.Raised : NoticeState.Delivered });
            foreach (var state in new[] { NoticeState.Planned, NoticeState.Acknowledged, NoticeState.Withdrawn })
            {
                await StoredAsync(store, A.Case($"{recipient} {state}"), A.Notice(A.Case($"{recipient} {state}"), recipient, due) with { State = state });
            }

            await StoredAsync(store, A.Case($"{recipient} no clock"), A.Notice(A.Case($"{recipient} no clock"), recipient));
        }

        await store.QuarantineAsync(A.QuarantineItem(), None);
        await ListedAsync(store);
        var query = new DeadlineQuery(team, place);
        var listed = new List<string>();
        string? continuation = null;
        do
        {
            var page = await store.ListDeadlinesAsync(query, new(2, continuation), None);
            listed.AddRange(page.Items.Select(n => n.Recipient));
            continuation = page.Continuation;
        }
        while (continuation is not null);

        Assert.Equal(expected, string.Join(',', listed));
        Assert.Equal(dueInTwoHours, await store.CountDeadlinesAsync(query, null, A.Moment.AddHours(2), 10, None));
        Assert.Equal(dueInTwoHours - (expected.StartsWith("yot:camden", StringComparison.Ordinal) ? 1 : 0), await store.CountDeadlinesAsync(query, A.Moment, A.Moment.AddHours(2), 10, None));
        Assert.Equal(Math.Min(2, listed.Count), await store.CountDeadlinesAsync(query, null, A.Moment.AddDays(1), 2, None));
    }

    private static Notice Review(string name, DateTimeOffset? due, string recipient = "yot:camden") => A.Notice(A.Case(name), recipient, due) with
    {
        Id = NoticeId.For(A.Case(name).Id, NoticeKind.MatchReview, recipient),
        Kind = NoticeKind.MatchReview,
    };
}
