using System.Text;
using System.Text.Json;
using Hub.Azure.Cases;
using Hub.Cases;
using Hub.Cases.Retention;
using Hub.Messaging;
using Hub.Testing;
using Microsoft.Azure.Cosmos;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;

namespace Hub.Azure.Tests.Cases.Faults;

/// <summary>A document that this hub did not write, or cannot read any more, is seen by people and holds up nothing.</summary>
public sealed class UnreadableDocumentTests : IDisposable
{
    private const string SomeCase = "8f0d8a52-3a2f-8d5c-8f3b-0c5d2b1a9e77";
    private static readonly string Deep = $$"""{"id":"000000001","case":"{{SomeCase}}","n":1,"outAt":"2025-03-14T09:20:00.0000000Z","body":{{string.Concat(Enumerable.Repeat("{\"a\":", 45))}}1{{new string('}', 46)}}""";

    // What the worker reads the host's hand-over with.
    private static readonly JsonSerializerOptions Worker = new() { PropertyNameCaseInsensitive = true };

    private readonly CosmosWorld world = new();
    private readonly SentMessages bus = new();

    public void Dispose() => world.Dispose();

    public static TheoryData<string> Unreadable => new(
        """{"id":"x","case":"no case","outAt":"2025-03-14T09:20:00.0000000Z"}""",
        """{"id":"x","case":"8f0d8a52-3a2f-8d5c-8f3b-0c5d2b1a9e77","n":1,"outAt":"2025","body":{"commit":"8f0d8a52-3a2f-8d5c-8f3b-0c5d2b1a9e77","version":"1"}}""",
        """{"id":"000000001","case":"8f0d8a52-3a2f-8d5c-8f3b-0c5d2b1a9e77","n":1,"outAt":"2025-03-14T09:20:00.0000000Z","body":"text"}""",
        """{"id":"000000001","case":"8f0d8a52-3a2f-8d5c-8f3b-0c5d2b1a9e77","n":1,"outAt":"2025-03-14T09:20:00.0000000Z","body":null}""",
        """{"id":"000000001","case":"8f0d8a52-3a2f-8d5c-8f3b-0c5d2b1a9e77","n":"one","outAt":"2025-03-14T09:20:00.0000000Z","body":{"events":[{}]}}""",
        """{"id":"000000001","case":"8f0d8a52-3a2f-8d5c-8f3b-0c5d2b1a9e77","n":1,"outAt":"2025-03-14T09:20:00.0000000Z","body":{"events":[null]}}""",
        """{"id":"000000001","case":"8f0d8a52-3a2f-8d5c-8f3b-0c5d2b1a9e77","n":1,"outAt":"2025-03-14T09:20:00.0000000Z","body":{"events":{"of":"another version"}}}""",
        Deep);

    [Theory]
    [MemberData(nameof(Unreadable))]
    public async Task A_document_that_cannot_be_read_is_set_aside_once_and_all_others_are_followed(string document)
    {
        await CommitAsync("before");
        await WriteAsync(document);
        await CommitAsync("after");
        var changes = await HandedOverAsync();

        await FollowAsync(changes);
        await FollowAsync(changes);

        Assert.Equal(["event-after", "event-before"], bus.Ids.Distinct().Order());
        Assert.Equal(2, (await world.Store.ListNoticesAsync(new("yot:camden"), new(), default)).Items.Count);
        Assert.Equal("unreadable-commit", Assert.Single((await world.Store.ListQuarantineAsync(new(), default)).Items).Code);
    }

    [Theory]
    [MemberData(nameof(Unreadable))]
    public async Task The_sweeps_go_past_it_and_set_it_aside_too(string document)
    {
        await WriteAsync(document);
        await CommitAsync("after");
        world.Time.Advance(TimeSpan.FromMinutes(3));

        Assert.Equal(1, await new Relay(world.Store, bus).SweepAsync(world.Time.GetUtcNow(), default));
        Assert.Equal(2, await world.Views.SweepAsync(world.Time.GetUtcNow(), default));
        Assert.Equal(0, await world.Views.SweepAsync(world.Time.GetUtcNow(), default));

        Assert.Equal(new StoreBacklog(0, null, 1), await world.Store.BacklogAsync(default));
    }

    [Fact]
    public async Task A_document_of_which_not_even_the_case_is_text_is_handed_over_and_set_aside()
    {
        var changes = System.Text.Json.JsonSerializer.Deserialize<IReadOnlyList<CaseChange>>("""[{"id":1,"case":{"a":[1]},"body":7},{"case":null,"body":{"events":7}},{}]""", Worker)!;

        await FollowAsync(changes);

        Assert.Equal([true, false, true], changes.Select(c => c.IsReadable));
        Assert.Single((await world.Store.ListQuarantineAsync(new(), default)).Items);
    }

    [Fact]
    public async Task What_the_host_writes_anew_on_the_way_means_the_same()
    {
        await CommitAsync("1");

        await FollowAsync(await HandedOverAsync());

        var listed = Assert.Single((await world.Store.ListNoticesAsync(new("yot:camden"), new(), default)).Items);
        var kept = Assert.Single((await world.Store.ReadAsync(A.Case("1").Id, default))!.Notices);
        Assert.Equal((kept.Id, kept.Due, kept.State, kept.RaisedAt), (listed.Id, listed.Due, listed.State, listed.RaisedAt));
        Assert.Equal(A.Event(A.Case("1"), "event-1").Time, CloudEvent.Parse(Assert.Single(bus.All).Body).Time);
    }

    [Fact]
    public async Task Cases_that_cannot_be_read_keep_none_of_the_others_from_ending()
    {
        await WriteAsync("""{"id":"000000001","case":"8f0d8a52-3a2f-8d5c-8f3b-0c5d2b1a9e77","n":1,"body":{}}""");
        await WriteAsync("""{"id":"000000001","case":"no case","n":1,"body":{}}""");
        await world.Store.CommitAsync(new() { Case = A.Case() with { Status = CaseStatus.Assessed } }, default);
        world.Time.Advance(TimeSpan.FromDays(8 * 366));
        var expiry = new CaseExpiry(world.Database, new RetentionSchedule("A test.", [new("arrests", 6, "A test.")]), world.Time);

        var said = await Assert.ThrowsAsync<InvalidDataException>(() => expiry.ExpireAsync(10, default));

        Assert.Contains("1 cases were ended; 2 cannot be read", said.Message, StringComparison.Ordinal);
        Assert.Null(await world.Store.ReadAsync(A.Case().Id, default));
    }

    /// <summary>As the host hands it to the worker: read and written by Newtonsoft's client, then read by the worker.</summary>
    private async Task<IReadOnlyList<CaseChange>> HandedOverAsync()
    {
        using var feed = (await world.Database.ContainerAsync("cases")).GetChangeFeedStreamIterator(ChangeFeedStartFrom.Beginning(), ChangeFeedMode.LatestVersion);
        using var response = await feed.ReadNextAsync();
        using var reader = new StreamReader(response.Content, Encoding.UTF8);
        var documents = JsonConvert.DeserializeObject<JObject>(await reader.ReadToEndAsync())!["Documents"]!;
        return System.Text.Json.JsonSerializer.Deserialize<IReadOnlyList<CaseChange>>(JsonConvert.SerializeObject(documents), Worker)!;
    }

    private async Task FollowAsync(IReadOnlyList<CaseChange> changes)
    {
        await new Relay(world.Store, bus).SendAsync([.. changes.SelectMany(c => c.Events)], default);
        await world.Views.FollowAsync(changes, default);
    }

    private async Task WriteAsync(string document)
    {
        using var content = new MemoryStream(Encoding.UTF8.GetBytes(document));
        var partition = document.Contains(SomeCase, StringComparison.Ordinal) ? SomeCase : "no case";
        using var response = await (await world.Database.ContainerAsync("cases")).CreateItemStreamAsync(content, new PartitionKey(partition));
        response.EnsureSuccessStatusCode();
    }

    private async Task CommitAsync(string name)
    {
        var file = A.Case(name);
        var notice = A.Notice(file) with { State = Hub.Notices.NoticeState.Delivered };
        Assert.IsType<CommitOutcome.Committed>(await world.Store.CommitAsync(new() { Case = file, Notices = [notice], Events = [A.Event(file, $"event-{name}")] }, default));
    }
}
