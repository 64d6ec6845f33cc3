using System.Collections.Immutable;
using Hub.Cases;
using Hub.Messaging;

namespace Hub.Testing.Contracts;

/// <summary>What fits into one commit, and what does not.</summary>
public abstract partial class CaseStoreContract
{
    [Fact]
    public async Task A_commit_of_a_hundred_items_fits_and_one_more_does_not()
    {
        var store = await CreateAsync();
        var file = A.Case();
        var notices = Enumerable.Range(0, CommitLimits.MaxItems).Select(i => A.Notice(file, $"yot:{i}")).ToImmutableArray();

        await Assert.ThrowsAsync<LimitExceededException>(() => store.CommitAsync(new() { Case = file, Notices = notices }, None));
        Assert.Null(await store.ReadAsync(file.Id, None));
        Assert.IsType<CommitOutcome.Committed>(await store.CommitAsync(new() { Case = file, Notices = notices[1..] }, None));
    }

    [Fact]
    public async Task A_commit_over_two_megabytes_is_refused_and_stores_nothing()
    {
        var store = await CreateAsync();
        var file = A.Case();
        var large = A.Notice(file) with { Content = Text(CommitLimits.MaxBytes) };

        await Assert.ThrowsAsync<LimitExceededException>(() => store.CommitAsync(new() { Case = file, Notices = [large] }, None));

        Assert.Null(await store.ReadAsync(file.Id, None));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_event_that_would_make_too_large_a_message_is_refused_and_stores_nothing(bool inCopy)
    {
        var store = await CreateAsync();
        var file = A.Case();
        var large = Text(CommitLimits.MaxMessageBytes);
        var happening = inCopy
            ? A.Event(file) with { Copies = [new("yot:camden", large, ImmutableSortedDictionary<string, string>.Empty)] }
            : A.Event(file) with { Data = large };

        await Assert.ThrowsAsync<LimitExceededException>(() => store.CommitAsync(new() { Case = file, Events = [happening] }, None));

        Assert.Null(await store.ReadAsync(file.Id, None));
        Assert.Empty(await store.UnsentEventsAsync(Time.GetUtcNow(), 10, None));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_event_whose_message_would_have_too_long_an_id_is_refused_and_stores_nothing(bool inCopy)
    {
        var store = await CreateAsync();
        var file = A.Case();
        var happening = A.Event(file) with
        {
            Id = new string('e', CommitLimits.MaxMessageId - (inCopy ? 10 : -1)),
            Copies = inCopy ? [new(new string('k', 10), A.Json("{}"), ImmutableSortedDictionary<string, string>.Empty)] : [],
        };

        await Assert.ThrowsAsync<LimitExceededException>(() => store.CommitAsync(new() { Case = file, Events = [happening] }, None));

        Assert.Null(await store.ReadAsync(file.Id, None));
    }

    [Fact]
    public async Task One_event_can_tell_all_London_though_its_copies_together_are_larger_than_a_message()
    {
        var store = await CreateAsync();
        var file = A.Case();
        var circulation = A.Event(file) with
        {
            Copies = [.. Enumerable.Range(0, 40).Select(i => new EventCopy($"yot:{i}", Text(10_000), ImmutableSortedDictionary<string, string>.Empty.Add("recipient", $"yot:{i}")))],
        };

        Assert.IsType<CommitOutcome.Committed>(await store.CommitAsync(new() { Case = file, Events = [circulation] }, None));

        AssertSame([circulation], await store.UnsentEventsAsync(Time.GetUtcNow(), 10, None));
    }

    private static System.Text.Json.JsonElement Text(int length) => A.Json($"\"{new string('x', length)}\"");
}
