using Hub.Embedded.Hosting;
using Hub.Embedded.Tests.Hosting.Support;
using Hub.Messaging;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Embedded.Tests.Hosting;

public class ServiceBusTriggerTests
{
    private readonly ScriptedBus bus = new();
    private readonly ObservedTime time = new(new(2026, 11, 22, 9, 30, 0, TimeSpan.Zero));

    [Fact]
    public async Task A_message_worked_on_is_completed()
    {
        await using var host = await Start(typeof(TakesText));
        bus.Deliver(ScriptedBus.Message("m1", "a body"));
        Assert.Equal("a body", await host.Probe.NextAsync());
        var settlement = await bus.NextSettlementAsync();
        Assert.Equal(("m1", "complete"), (settlement.Message.Message.Id, settlement.How));
    }

    [Fact]
    public async Task A_body_can_be_bytes()
    {
        await using var host = await Start(typeof(TakesBytes));
        bus.Deliver(ScriptedBus.Message("m1", "é"));
        Assert.Equal(new byte[] { 0xC3, 0xA9 }, await host.Probe.NextAsync());
    }

    [Fact]
    public async Task A_body_can_be_a_record()
    {
        await using var host = await Start(typeof(TakesRecord));
        bus.Deliver(ScriptedBus.Message("m1", """{"reference":"R1"}"""));
        Assert.Equal(new Accepted("R1"), await host.Probe.NextAsync());
    }

    [Fact]
    public async Task Properties_of_a_message_bind_by_name()
    {
        await using var host = await Start(typeof(TakesProperties));
        bus.Deliver(ScriptedBus.Message("m1", deliveryCount: 3));
        Assert.Equal(("m1", 3, new DateTime(2026, 11, 22, 9, 30, 0, DateTimeKind.Utc), (string?)null), await host.Probe.NextAsync());
    }

    [Fact]
    public async Task Binding_data_are_texts_as_on_the_real_host()
    {
        await using var host = await Start(typeof(TakesContext));
        bus.Deliver(ScriptedBus.Message("m1"));
        var data = Assert.IsAssignableFrom<IReadOnlyDictionary<string, object?>>(await host.Probe.NextAsync());
        Assert.Equal("1", data["DeliveryCount"]);
        Assert.Equal("\"2026-11-22T09:30:00Z\"", data["EnqueuedTimeUtc"]);
        Assert.Equal("""{"type":"accepted"}""", data["ApplicationProperties"]);
    }

    [Fact]
    public async Task A_message_carries_the_trace_of_what_sent_it()
    {
        const string Sender = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        await using var host = await Start(typeof(TakesTrace));
        var message = ScriptedBus.Message("m1");
        bus.Deliver(message with { Message = message.Message with { Properties = message.Message.Properties.Add("traceparent", Sender) } });
        Assert.Equal(Sender, await host.Probe.NextAsync());
    }

    [Fact]
    public async Task Dead_letters_are_listened_to_by_their_address_with_their_reason()
    {
        await using var host = await Start(typeof(TakesDeadLetters));
        bus.Deliver(ScriptedBus.Message("m1") with { DeadLetterReason = "MaxDeliveryCountExceeded", DeadLetterDescription = "ten tries" });
        Assert.Equal("MaxDeliveryCountExceeded: ten tries", await host.Probe.NextAsync());
        Assert.True((await bus.NextSettlementAsync()).Message.From.DeadLetters);
    }

    [Fact]
    public async Task A_message_whose_function_throws_is_given_back_for_later()
    {
        await using var host = await Start(typeof(Fails));
        bus.Deliver(ScriptedBus.Message("m1", deliveryCount: 4));
        var settlement = await bus.NextSettlementAsync();
        Assert.Equal("abandon", settlement.How);
        Assert.InRange(settlement.Delay!.Value, RetryLadder.Delay(4, 0), RetryLadder.Delay(4, 1));
    }

    [Fact]
    public async Task A_lock_lost_does_not_end_the_listening()
    {
        await using var host = await Start(typeof(TakesText));
        bus.Trouble = new LockLostException("m1");
        bus.Deliver(ScriptedBus.Message("m1", "first"));
        await bus.NextSettlementAsync();
        bus.Deliver(ScriptedBus.Message("m2", "second"));
        Assert.Equal("m2", (await bus.NextSettlementAsync()).Message.Message.Id);
    }

    [Fact]
    public async Task A_bus_out_of_reach_is_asked_again_ever_more_slowly()
    {
        await using var host = await Start(typeof(TakesText));
        bus.FailToReceive(new IOException());
        Assert.Equal(TimeSpan.FromSeconds(1), await time.PassNextWaitAsync());
        bus.FailToReceive(new IOException());
        Assert.Equal(TimeSpan.FromSeconds(2), await time.PassNextWaitAsync());
        bus.Deliver(ScriptedBus.Message("m1", "still here"));
        Assert.Equal("still here", await host.Probe.NextAsync());
    }

    [Fact]
    public async Task A_lock_is_renewed_at_half_its_time_while_the_function_works()
    {
        await using var host = await Start(typeof(Waits));
        bus.Deliver(ScriptedBus.Message("m1"));
        Assert.Equal("started", await host.Probe.NextAsync());
        Assert.Equal(TimeSpan.FromSeconds(30), await time.PassNextWaitAsync());
        await bus.Renewals.Reader.ReadAsync().AsTask().WaitAsync(Probe.Patience);
        Assert.Equal(TimeSpan.FromSeconds(30), await time.NextWaitAsync());
        host.Probe.Gate.SetResult();
        Assert.Equal(new(2026, 11, 22, 9, 32, 0, TimeSpan.Zero), (await bus.NextSettlementAsync()).Message.LockedUntil);
    }

    [Fact]
    public async Task A_lock_is_not_renewed_for_ever()
    {
        await using var host = await Start(typeof(Waits));
        bus.Deliver(ScriptedBus.Message("m1"));
        for (var waited = TimeSpan.Zero; waited < EmbeddedHostOptions.LongestLockHold;)
        {
            waited += await time.PassNextWaitAsync();
            await bus.Renewals.Reader.ReadAsync().AsTask().WaitAsync(Probe.Patience);
        }

        host.Probe.Gate.SetResult();
        await bus.NextSettlementAsync();
        Assert.False(bus.Renewals.Reader.TryPeek(out _));
    }

    [Fact]
    public async Task Messages_are_worked_on_at_once_up_to_the_limit()
    {
        await using var host = await TestHost.StartAsync(Services, o => o with { MaxConcurrentCalls = 2 }, typeof(Waits));
        bus.Deliver(ScriptedBus.Message("m1"));
        bus.Deliver(ScriptedBus.Message("m2"));
        bus.Deliver(ScriptedBus.Message("m3"));
        await host.Probe.NextAsync();
        await host.Probe.NextAsync();
        Assert.True(host.Probe.SawNothingMore);
        Assert.Equal(2, bus.MostAskedFor);
        host.Probe.Gate.SetResult();
        await host.Probe.NextAsync();
    }

    private Task<TestHost> Start(Type function) => TestHost.StartAsync(Services, function);

    private void Services(IServiceCollection services) => services.AddSingleton<IMessageBus>(bus).AddSingleton<TimeProvider>(time);

    public sealed record Accepted(string Reference);

    public sealed class TakesText(Probe probe)
    {
        [Function("TakesText")]
        public void Run([ServiceBusTrigger("reports", "assess", Connection = "Bus")] string body) => probe.Saw(body);
    }

    public sealed class TakesBytes(Probe probe)
    {
        [Function("TakesBytes")]
        public void Run([ServiceBusTrigger("reports", "assess")] byte[] body) => probe.Saw(body);
    }

    public sealed class TakesRecord(Probe probe)
    {
        [Function("TakesRecord")]
        public void Run([ServiceBusTrigger("reports", "assess")] Accepted body) => probe.Saw(body);
    }

    public sealed class TakesProperties(Probe probe)
    {
        [Function("TakesProperties")]
        public void Run([ServiceBusTrigger("reports", "assess")] string body, string messageId, int deliveryCount, DateTime enqueuedTimeUtc, string? subject) =>
            probe.Saw((messageId, deliveryCount, enqueuedTimeUtc, subject));
    }

    public sealed class TakesContext(Probe probe)
    {
        [Function("TakesContext")]
        public void Run([ServiceBusTrigger("reports", "assess")] string body, FunctionContext context) => probe.Saw(context.BindingContext.BindingData);
    }

    public sealed class TakesTrace(Probe probe)
    {
        [Function("TakesTrace")]
        public void Run([ServiceBusTrigger("reports", "assess")] string body, FunctionContext context) => probe.Saw(context.TraceContext.TraceParent);
    }

    public sealed class TakesDeadLetters(Probe probe)
    {
        [Function("TakesDeadLetters")]
        public void Run([ServiceBusTrigger("reports", "assess/$DeadLetterQueue")] string body, string deadLetterReason, string deadLetterErrorDescription) =>
            probe.Saw($"{deadLetterReason}: {deadLetterErrorDescription}");
    }

    public sealed class Fails
    {
        [Function("Fails")]
        public Task Run([ServiceBusTrigger("reports", "assess")] string body) => throw new InvalidOperationException();
    }

    public sealed class Waits(Probe probe)
    {
        [Function("Waits")]
        public async Task Run([ServiceBusTrigger("reports", "assess")] string body)
        {
            probe.Saw("started");
            await probe.Gate.Task;
        }
    }
}
