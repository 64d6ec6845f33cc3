using System.Collections.Concurrent;
using Hub.Cases;
using Hub.Messaging;

namespace Hub.Testing.Contracts;

/// <summary>What <see cref="IMessageBus"/> promises of sending and receiving.</summary>
public abstract partial class MessageBusContract : PortContract
{
    protected static readonly SubscriptionAddress Everything = new("letters", "everything");
    protected static readonly SubscriptionAddress Urgent = new("letters", "urgent");

    protected static Topology Topology { get; } = new(
    [
        new("letters", TimeSpan.FromHours(1),
        [
            new() { Name = "everything", Filter = SubscriptionFilter.All, LockDuration = TimeSpan.FromSeconds(60), MaxDeliveryCount = 3 },
            new() { Name = "urgent", Filter = SubscriptionFilter.Where("priority", "urgent", "now").And("borough", "camden"), MaxDeliveryCount = 3 },
        ]),
        new("parcels", TimeSpan.FromHours(1), [new() { Name = "everything", Filter = SubscriptionFilter.All }]),
    ]);

    private readonly ConcurrentDictionary<SubscriptionAddress, int> handedOut = new();

    /// <summary>How long an adapter may need to hand out what is there: nothing where it reads a database, a little where it asks over the network.</summary>
    protected virtual TimeSpan Patience => TimeSpan.Zero;

    /// <summary>
    /// Whether the adapter need not be asked again, for all there is was handed out. Spares a test the wait for nothing;
    /// false where only asking can tell.
    /// </summary>
    /// <param name="handedOut">How many messages of this subscription the test was handed so far.</param>
    protected virtual bool IsQuiet(SubscriptionAddress from, int handedOut) => false;

    /// <summary>An empty bus with <see cref="Topology"/> on <see cref="PortContract.Time"/>.</summary>
    protected abstract Task<IMessageBus> CreateAsync();

    [Fact]
    public async Task A_message_is_delivered_as_it_was_sent()
    {
        var bus = await CreateAsync();
        var message = A.Message("m-1", ("borough", "camden"), ("kind", "arrest")) with { Body = """{"name":"Zoë 😀"}""" };

        await bus.SendAsync("letters", [message], None);
        var received = Assert.Single(await ReceiveAsync(bus, Everything));

        AssertSame(message, received.Message);
        Assert.Equal(Everything, received.From);
        Assert.Equal(1, received.DeliveryCount);
        Assert.Equal(A.Moment, received.EnqueuedAt);
        Assert.Equal(A.Moment.AddSeconds(60), received.LockedUntil);
        Assert.Null(received.DeadLetterReason);
    }

    [Fact]
    public async Task A_message_reaches_each_subscription_whose_filter_it_passes()
    {
        var bus = await CreateAsync();

        await bus.SendAsync("letters",
        [
            A.Message("plain"),
            A.Message("urgent-camden", ("priority", "now"), ("borough", "camden")),
            A.Message("urgent-hackney", ("priority", "now"), ("borough", "hackney")),
            A.Message("urgent-nowhere", ("priority", "urgent")),
        ], None);

        Assert.Equal(4, (await ReceiveAsync(bus, Everything)).Count);
        Assert.Equal("urgent-camden", Assert.Single(await ReceiveAsync(bus, Urgent)).Message.Id);
        Assert.Empty(await ReceiveAsync(bus, new("parcels", "everything")));
    }

    [Fact]
    public async Task A_replayed_message_reaches_only_the_subscription_it_names()
    {
        var bus = await CreateAsync();

        await bus.SendAsync("letters", [A.Message("replay", ("priority", "now"), ("borough", "camden"), (Topology.ReplayFor, "urgent"))], None);

        Assert.Empty(await ReceiveAsync(bus, Everything));
        Assert.Single(await ReceiveAsync(bus, Urgent));
    }

    [Fact]
    public async Task A_message_sent_twice_with_one_id_is_delivered_once()
    {
        var bus = await CreateAsync();

        await bus.SendAsync("letters", [A.Message("same"), A.Message("same")], None);
        await bus.SendAsync("letters", [A.Message("same")], None);
        await bus.SendAsync("parcels", [A.Message("same")], None);

        Assert.Single(await ReceiveAsync(bus, Everything));
        Assert.Single(await ReceiveAsync(bus, new("parcels", "everything")));
    }

    [Fact]
    public async Task An_id_is_remembered_after_its_message_is_completed_and_until_the_window_ends()
    {
        var bus = await CreateAsync();
        await bus.SendAsync("letters", [A.Message("same")], None);
        await bus.CompleteAsync(Assert.Single(await ReceiveAsync(bus, Everything)), None);

        Time.Advance(TimeSpan.FromHours(1) - TimeSpan.FromSeconds(1));
        await bus.SendAsync("letters", [A.Message("same")], None);
        Assert.Empty(await ReceiveAsync(bus, Everything));

        Time.Advance(TimeSpan.FromSeconds(1));
        await bus.SendAsync("letters", [A.Message("same")], None);
        Assert.Single(await ReceiveAsync(bus, Everything));
    }

    [Fact]
    public async Task A_scheduled_message_comes_at_its_time_and_not_before()
    {
        var bus = await CreateAsync();
        await bus.SendAsync("letters", [A.Message("later") with { NotBefore = A.Moment.AddHours(2) }], None);
        await bus.SendAsync("letters", [A.Message("later") with { NotBefore = A.Moment.AddHours(3) }], None);

        Time.Advance(TimeSpan.FromHours(2) - TimeSpan.FromSeconds(1));
        Assert.Empty(await ReceiveAsync(bus, Everything));

        Time.Advance(TimeSpan.FromSeconds(1));
        var received = Assert.Single(await ReceiveAsync(bus, Everything));
        Assert.Equal(A.Moment.AddHours(2), received.EnqueuedAt);
    }

    [Fact]
    public async Task A_receiver_gets_no_more_than_it_asks_for()
    {
        var bus = await CreateAsync();
        await bus.SendAsync("letters", [A.Message("1"), A.Message("2"), A.Message("3")], None);

        Assert.InRange((await bus.ReceiveAsync(Everything, 2, Patience, None)).Count, 1, 2);
        Assert.NotEmpty(await ReceiveAsync(bus, Everything));
    }

    [Fact]
    public async Task Concurrent_receivers_never_hold_one_message_twice()
    {
        var bus = await CreateAsync();
        await bus.SendAsync("letters", [.. Enumerable.Range(0, 60).Select(i => A.Message($"m-{i}"))], None);

        var batches = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => ReceiveAsync(bus, Everything))));

        var ids = batches.SelectMany(b => b).Select(m => m.Message.Id).ToList();
        Assert.Equal(60, ids.Count);
        Assert.Equal(60, ids.Distinct().Count());
    }

    [Fact]
    public async Task A_message_over_the_limit_is_refused_with_all_it_was_sent_with()
    {
        var bus = await CreateAsync();
        var large = A.Message("large") with { Body = new string('x', CommitLimits.MaxMessageBytes) };

        await Assert.ThrowsAsync<LimitExceededException>(() => bus.SendAsync("letters", [A.Message("small"), large], None));

        Assert.Empty(await ReceiveAsync(bus, Everything));
    }

    [Fact]
    public async Task An_id_over_the_limit_is_refused_with_all_it_was_sent_with_and_the_longest_allowed_arrives()
    {
        var bus = await CreateAsync();
        var longest = new string('m', CommitLimits.MaxMessageId);

        await Assert.ThrowsAsync<LimitExceededException>(() => bus.SendAsync("letters", [A.Message("small"), A.Message(longest + "m")], None));
        await bus.SendAsync("letters", [A.Message(longest)], None);

        Assert.Equal(longest, Assert.Single(await ReceiveAsync(bus, Everything)).Message.Id);
    }

    [Fact]
    public async Task The_largest_message_allowed_arrives()
    {
        var bus = await CreateAsync();
        var largest = A.Message("largest", ("borough", "camden"), ("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"));
        largest = largest with { Body = new string('x', CommitLimits.MaxMessageBytes - (int)(largest with { Body = "" }).SizeInBytes) };
        Assert.Equal(CommitLimits.MaxMessageBytes, largest.SizeInBytes);

        await bus.SendAsync("letters", [largest], None);

        AssertSame(largest, Assert.Single(await ReceiveAsync(bus, Everything)).Message);
    }

    [Fact]
    public async Task Messages_that_are_together_larger_than_any_batch_are_all_sent()
    {
        var bus = await CreateAsync();
        var sent = Enumerable.Range(0, 100).Select(i => A.Message($"m-{i}") with { Body = new string((char)('a' + (i % 26)), 20_000) }).ToList();

        await bus.SendAsync("letters", sent, None);

        var received = (await ReceiveAsync(bus, Everything)).Select(m => m.Message).ToDictionary(m => m.Id);
        Assert.Equal(100, received.Count);
        Assert.All(sent, message => AssertSame(message, received[message.Id]));
    }

    [Fact]
    public async Task What_was_sent_in_part_is_completed_by_sending_it_again()
    {
        var bus = await CreateAsync();
        await bus.SendAsync("letters", [A.Message("1"), A.Message("2")], None);

        await bus.SendAsync("letters", [A.Message("1"), A.Message("2"), A.Message("3")], None);

        Assert.Equal(["1", "2", "3"], (await ReceiveAsync(bus, Everything)).Select(m => m.Message.Id).Order());
    }

    [Fact]
    public async Task A_topic_or_subscription_that_is_not_in_the_topology_is_refused()
    {
        var bus = await CreateAsync();

        await Assert.ThrowsAsync<ArgumentException>(() => bus.SendAsync("postcards", [A.Message()], None));
        await Assert.ThrowsAsync<ArgumentException>(() => ReceiveAsync(bus, new("letters", "nobody")));
    }

    /// <summary>All that can be had, by as many calls as it takes: a bus may hand out fewer than it has.</summary>
    protected async Task<IReadOnlyList<ReceivedMessage>> ReceiveAsync(IMessageBus bus, SubscriptionAddress from)
    {
        var all = new List<ReceivedMessage>();
        while ((all.Count == 0 || !IsQuiet(from, handedOut.GetValueOrDefault(from))) && await bus.ReceiveAsync(from, 10, Patience, None) is { Count: > 0 } some)
        {
            all.AddRange(some);
            handedOut.AddOrUpdate(from, some.Count, (_, before) => before + some.Count);
        }

        return all;
    }
}
