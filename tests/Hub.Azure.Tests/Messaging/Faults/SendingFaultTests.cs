using Azure.Messaging.ServiceBus;
using Hub.Azure.Tests.StandIns.ServiceBus;
using Hub.Messaging;
using Hub.Testing;

namespace Hub.Azure.Tests.Messaging.Faults;

/// <summary>Whatever becomes of a send, sending again completes it: nothing is lost, nothing comes twice.</summary>
public sealed class SendingFaultTests : BusFaultTests
{
    // Several batches: 100 messages of 20 KB.
    private static readonly Message[] Sent = [.. Enumerable.Range(0, 100).Select(i => A.Message($"m-{i:000}") with { Body = new string('x', 20_000) })];

    [Theory]
    [InlineData(CutKind.Stored)]
    [InlineData(CutKind.NotStored)]
    public async Task A_connection_cut_in_the_middle_of_a_batch_loses_and_doubles_nothing(CutKind kind)
    {
        StandIn.Faults.CutAfter(55, kind);

        await Hub.SendAsync(Letters, Sent, None);

        await AssertEachOnceAsync();
    }

    [Theory]
    [InlineData(CutKind.Stored)]
    [InlineData(CutKind.NotStored)]
    public async Task What_was_sent_in_part_before_the_sender_gave_up_is_completed_by_sending_all_of_it_again(CutKind kind)
    {
        StandIn.Faults.CutAfter(55, kind);
        await Assert.ThrowsAnyAsync<Exception>(() => Impatient.SendAsync(Letters, Sent, None));
        var stored = StandIn.Operations.Where(o => o.Kind == BusOperationKind.Send).Sum(o => o.Messages);
        Assert.InRange(stored, 1, Sent.Length - 1);

        await Hub.SendAsync(Letters, Sent, None);

        await AssertEachOnceAsync();
    }

    [Fact]
    public async Task An_answer_that_is_lost_after_storing_doubles_nothing()
    {
        StandIn.Faults.DropDisposition(o => o.Kind == BusOperationKind.Send);
        await Assert.ThrowsAsync<ServiceBusException>(() => Impatient.SendAsync(Letters, [A.Message("once")], None));

        await Hub.SendAsync(Letters, [A.Message("once")], None);

        Assert.Single(await TakeAsync(1));
        await AssertNothingLeftAsync();
    }

    [Fact]
    public async Task What_a_busy_service_refused_is_not_there_until_it_is_sent_again()
    {
        StandIn.Faults.Throttle(o => o.Kind == BusOperationKind.Send);

        var refusal = await Assert.ThrowsAsync<ServiceBusException>(() => Impatient.SendAsync(Letters, [A.Message("once")], None));

        Assert.Equal(ServiceBusFailureReason.ServiceBusy, refusal.Reason);
        Assert.True(refusal.IsTransient);
        await AssertNothingLeftAsync();
        await Hub.SendAsync(Letters, [A.Message("once")], None);
        Assert.Single(await TakeAsync(1));
    }

    private async Task AssertEachOnceAsync()
    {
        Assert.Equal(Sent.Select(m => m.Id), (await TakeAsync(Sent.Length)).Select(m => m.Message.Id).Order());
        await AssertNothingLeftAsync();
    }
}
