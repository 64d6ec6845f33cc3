namespace Hub.Testing.Contracts;

/// <summary>What the store promises of events that have not left.</summary>
public abstract partial class CaseStoreContract
{
    [Fact]
    public async Task An_event_is_handed_out_until_it_is_marked_sent()
    {
        var store = await CreateAsync();
        var file = A.Case();
        var happening = A.Event(file) with { NotBefore = A.Moment.AddHours(1).AddTicks(7), TraceParent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01" };
        await store.CommitAsync(new() { Case = file, Events = [happening, A.Event(file, "event-2")] }, None);

        AssertSame([happening, A.Event(file, "event-2")], await store.UnsentEventsAsync(Time.GetUtcNow(), 10, None));
        Assert.Equal(2, (await store.UnsentEventsAsync(Time.GetUtcNow(), 10, None)).Count);

        await store.MarkSentAsync([happening], None);
        await store.MarkSentAsync([happening, A.Event(file, "never-committed")], None);

        Assert.Equal("event-2", Assert.Single(await store.UnsentEventsAsync(Time.GetUtcNow(), 10, None)).Id);
    }

    [Fact]
    public async Task Unsent_events_come_oldest_first_up_to_the_moment_asked_for()
    {
        var store = await CreateAsync();
        foreach (var name in new[] { "first", "second", "third" })
        {
            var file = A.Case(name);
            await store.CommitAsync(new() { Case = file, Events = [A.Event(file, name)] }, None);
            Time.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(["first", "second"], (await store.UnsentEventsAsync(A.Moment.AddMinutes(1), 10, None)).Select(e => e.Id));
        Assert.Equal(["first"], (await store.UnsentEventsAsync(Time.GetUtcNow(), 1, None)).Select(e => e.Id));
        Assert.Empty(await store.UnsentEventsAsync(A.Moment.AddSeconds(-1), 10, None));
    }

    [Fact]
    public async Task The_backlog_counts_what_waits_and_says_since_when()
    {
        var store = await CreateAsync();
        Assert.Equal(new(0, null, 0), await store.BacklogAsync(None));

        var file = A.Case();
        await store.CommitAsync(new() { Case = file, Events = [A.Event(file)], Quarantine = [A.QuarantineItem()] }, None);
        Time.Advance(TimeSpan.FromMinutes(5));
        var other = A.Case("REF-2");
        await store.CommitAsync(new() { Case = other, Events = [A.Event(other, "event-2")] }, None);

        Assert.Equal(new(2, A.Moment, 1), await store.BacklogAsync(None));
    }
}
