using Microsoft.Azure.Amqp;
using Microsoft.Azure.Amqp.Framing;

namespace Hub.Azure.Tests.StandIns.ServiceBus;

/// <summary>The link of a sender to a topic: takes each transfer whole or not at all.</summary>
internal sealed class SenderLink(Broker broker, BrokerTopic topic, BusFaults faults, BusOperations operations, ReceivingAmqpLink link)
{
    public void OnTransfer(AmqpMessage transfer)
    {
        var outcome = Store(transfer);
        if (outcome is not null)
        {
            link.DisposeMessage(transfer, outcome, true, false);
        }

        transfer.Dispose();
    }

    /// <summary>What the sender is told; null: nothing.</summary>
    private Outcome? Store(AmqpMessage transfer)
    {
        if ((ulong)transfer.SerializedMessageSize > AmqpServer.MaxMessageBytes)
        {
            return BusErrors.Rejected(AmqpErrorCode.MessageSizeExceeded, $"A message or batch holds at most {AmqpServer.MaxMessageBytes} bytes.");
        }

        IReadOnlyList<MessageContent> messages;
        try
        {
            messages = transfer.TxnId.Array is null ? MessageContent.ReadAll(transfer) : throw new AmqpException(AmqpErrorCode.NotImplemented, "Transactions: not in this stand-in.");
        }
        catch (AmqpException e)
        {
            return new Rejected { Error = e.Error };
        }

        var operation = new BusOperation(topic.Entity, BusOperationKind.Send, messages.Count);
        operations.Add(operation);
        if (faults.IsThrottled(operation))
        {
            return BusErrors.Rejected(BusErrors.ServerBusy, BusErrors.ServerBusyText);
        }

        var cut = faults.CutFor(messages.Count);
        if (cut != CutKind.NotStored)
        {
            broker.Send(topic, messages);
        }

        if (cut is not null)
        {
            link.Session.Connection.Abort();
            return null;
        }

        return faults.IsDropped(operation) ? null : AmqpConstants.AcceptedOutcome;
    }
}
