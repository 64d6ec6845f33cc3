using Microsoft.Azure.Amqp;
using Microsoft.Azure.Amqp.Framing;

namespace Hub.Azure.Tests.StandIns.ServiceBus;

/// <summary>
/// The link of a receiver to a subscription or its dead letters. Sends and settlements on one link never overlap: the
/// library finishes a delivery that was settled while it was still being sent as if it were accepted.
/// </summary>
internal sealed class ReceiverLink
{
    private readonly Broker broker;
    private readonly BrokerQueue queue;
    private readonly BusFaults faults;
    private readonly BusOperations operations;
    private readonly SendingAmqpLink link;
    private readonly Lock sending = new();
    private bool draining;
    private int wakes;

    private ReceiverLink(Broker broker, BrokerQueue queue, BusFaults faults, BusOperations operations, SendingAmqpLink link)
    {
        this.broker = broker;
        this.queue = queue;
        this.faults = faults;
        this.operations = operations;
        this.link = link;
    }

    /// <exception cref="AmqpException">The receiver asks for what this stand-in does not do.</exception>
    public static void Open(Broker broker, BrokerQueue queue, BusFaults faults, BusOperations operations, SendingAmqpLink link)
    {
        if (link.Settings.SettleType != SettleMode.SettleOnDispose)
        {
            throw new AmqpException(AmqpErrorCode.NotImplemented, "Receive and delete: not in this stand-in.");
        }

        if (faults.IsThrottled(new(queue.Entity, BusOperationKind.Receive, 0)))
        {
            throw new AmqpException(BusErrors.ServerBusy, BusErrors.ServerBusyText);
        }

        var receiver = new ReceiverLink(broker, queue, faults, operations, link);
        Action wake = receiver.Wake;
        link.RegisterCreditListener((_, drain, _) => receiver.OnCredit(drain));
        link.RegisterDispositionListener(receiver.OnDisposition);
        broker.AddReceiver(queue, wake);
        link.SafeAddClosed((_, _) => broker.RemoveReceiver(queue, wake));
    }

    // A drain takes what credit is left; a transfer after that would be one too many, so none is under way while it is answered.
    private void OnCredit(bool drain)
    {
        lock (sending)
        {
            draining = drain;
        }

        Wake();
    }

    // Takes no lock and never sends here: it is called under the broker's gate.
    private void Wake()
    {
        if (Interlocked.Increment(ref wakes) == 1)
        {
            ThreadPool.UnsafeQueueUserWorkItem(static receiver => receiver.Run(), this, preferLocal: false);
        }
    }

    private void Run()
    {
        int seen;
        do
        {
            seen = Volatile.Read(ref wakes);
            while (SendOne())
            {
            }
        }
        while (Interlocked.Add(ref wakes, -seen) != 0);
    }

    private bool SendOne()
    {
        lock (sending)
        {
            if (draining || link.LinkCredit == 0 || link.IsClosing() || broker.Take(queue) is not { } taken)
            {
                return false;
            }

            taken.Message.DeliveryTag = new(taken.LockToken.ToByteArray());
            if (!link.TrySendDelivery(taken.Message))
            {
                broker.Settle(queue, taken.LockToken, queue.Undo);
                return false;
            }
        }

        operations.Add(new(queue.Entity, BusOperationKind.Receive, 1));
        return true;
    }

    private void OnDisposition(Delivery delivery)
    {
        var (state, settled) = (delivery.State, delivery.Settled);

        // Not the receiver's word but the library's own, see above: receivers accept first and settle when told to.
        if (settled && state is Accepted)
        {
            return;
        }

        lock (sending)
        {
            var answer = Settle(new Guid(delivery.DeliveryTag.AsSpan()), state);
            if (answer is not null && !settled)
            {
                link.DisposeDelivery(delivery, true, answer);
            }
        }
    }

    /// <summary>What the receiver is told; null: nothing.</summary>
    private Outcome? Settle(Guid lockToken, DeliveryState state)
    {
        var settlement = Settlement.Of(state);
        if (settlement is null)
        {
            return BusErrors.Rejected(AmqpErrorCode.NotImplemented, $"{state}: not in this stand-in.");
        }

        if (!settlement.IsFor(queue))
        {
            return BusErrors.Rejected(AmqpErrorCode.NotAllowed, BusErrors.DeadAlreadyText);
        }

        var operation = new BusOperation(queue.Entity, settlement.Kind, 1);
        operations.Add(operation);
        if (faults.IsThrottled(operation))
        {
            return BusErrors.Rejected(BusErrors.ServerBusy, BusErrors.ServerBusyText);
        }

        var held = broker.Settle(queue, lockToken, message => settlement.Apply(queue, message));
        return faults.IsDropped(operation) ? null
            : held ? AmqpConstants.AcceptedOutcome
            : BusErrors.Rejected(BusErrors.LockLost, BusErrors.LockLostText);
    }
}
