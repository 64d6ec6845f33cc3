using System.Collections;
using Microsoft.Azure.Amqp;
using Microsoft.Azure.Amqp.Encoding;

namespace Hub.Azure.Tests.StandIns.ServiceBus;

/// <summary>An entity's <c>$management</c>: locks renewed, settlements after a reconnect, peeking, schedules.</summary>
internal sealed class ManagementNode(Broker broker, BusFaults faults, BusOperations operations, string entity)
{
    private const int MaxPeeked = 250;

    /// <summary>Null: no answer is sent.</summary>
    public AmqpMessage? Answer(AmqpMessage request)
    {
        try
        {
            var asked = (string)request.ApplicationProperties.Map["operation"];
            var map = (AmqpMap)request.ValueBody.Value;
            return asked switch
            {
                "com.microsoft:renew-lock" => Renew(Queue(), map),
                "com.microsoft:update-disposition" => Settle(Queue(), map),
                "com.microsoft:peek-message" => Peek(Queue(), map),
                "com.microsoft:schedule-message" => Schedule(Topic(), map),
                "com.microsoft:cancel-scheduled-message" => Cancel(map),
                _ => Replies.Failed(AmqpResponseStatusCode.NotImplemented, AmqpErrorCode.NotImplemented, $"{asked}: not in this stand-in."),
            };
        }
        catch (AmqpException e)
        {
            return Replies.Failed(AmqpResponseStatusCode.BadRequest, e.Error.Condition, e.Error.Description);
        }
    }

    private AmqpMessage? Renew(BrokerQueue queue, AmqpMap map)
    {
        var tokens = Tokens(map);
        return Do(new(entity, BusOperationKind.RenewLock, tokens.Length), () => broker.Renew(queue, tokens) is { } until
            ? Replies.Done(AmqpResponseStatusCode.OK, new() { [new MapKey("expirations")] = until })
            : LockLost());
    }

    private AmqpMessage? Settle(BrokerQueue queue, AmqpMap map)
    {
        if (Settlement.Of(map) is not { } settlement)
        {
            return Replies.Failed(AmqpResponseStatusCode.NotImplemented, AmqpErrorCode.NotImplemented, "This disposition: not in this stand-in.");
        }

        if (!settlement.IsFor(queue))
        {
            return Replies.Failed(AmqpResponseStatusCode.BadRequest, AmqpErrorCode.NotAllowed, BusErrors.DeadAlreadyText);
        }

        var tokens = Tokens(map);
        return Do(new(entity, settlement.Kind, tokens.Length), () =>
            tokens.All(token => broker.Settle(queue, token, message => settlement.Apply(queue, message))) ? Replies.Done(AmqpResponseStatusCode.OK) : LockLost());
    }

    private AmqpMessage? Peek(BrokerQueue queue, AmqpMap map)
    {
        var peeked = broker.Peek(queue, (long)map[new MapKey("from-sequence-number")], Math.Min((int)map[new MapKey("message-count")], MaxPeeked));
        return Do(new(entity, BusOperationKind.Peek, peeked.Count), () => peeked.Count == 0
            ? Replies.Done(AmqpResponseStatusCode.NoContent)
            : Replies.Done(AmqpResponseStatusCode.OK, new() { [new MapKey("messages")] = peeked.Select(m => new AmqpMap { [new MapKey("message")] = Encode(m) }).ToList() }));
    }

    private AmqpMessage? Schedule(BrokerTopic topic, AmqpMap map)
    {
        var messages = ((IEnumerable)map[new MapKey("messages")]).Cast<AmqpMap>().Select(m => MessageContent.Read(((ArraySegment<byte>)m[new MapKey("message")]).ToArray())).ToArray();
        return Do(new(entity, BusOperationKind.Schedule, messages.Length), () =>
            Replies.Done(AmqpResponseStatusCode.OK, new() { [new MapKey("sequence-numbers")] = broker.Schedule(topic, messages) }));
    }

    private AmqpMessage? Cancel(AmqpMap map)
    {
        var numbers = (long[])map[new MapKey("sequence-numbers")];
        return Do(new(entity, BusOperationKind.CancelScheduled, numbers.Length), () => broker.Cancel(numbers)
            ? Replies.Done(AmqpResponseStatusCode.OK)
            : Replies.Failed(AmqpResponseStatusCode.NotFound, BusErrors.MessageNotFound, "A message to be cancelled is not scheduled."));
    }

    private AmqpMessage? Do(BusOperation operation, Func<AmqpMessage> what)
    {
        operations.Add(operation);
        if (faults.IsThrottled(operation))
        {
            return Replies.Failed(AmqpResponseStatusCode.ServiceUnavailable, BusErrors.ServerBusy, BusErrors.ServerBusyText);
        }

        var answer = what();
        return faults.IsDropped(operation) ? null : answer;
    }

    private BrokerQueue Queue() => broker.FindQueue(entity) ?? throw new AmqpException(AmqpErrorCode.NotAllowed, "That is for subscriptions, not for topics.");

    private BrokerTopic Topic() => broker.FindTopic(entity) ?? throw new AmqpException(AmqpErrorCode.NotAllowed, "That is for topics, not for subscriptions.");

    private static AmqpMessage LockLost() => Replies.Failed(AmqpResponseStatusCode.Gone, BusErrors.LockLost, BusErrors.LockLostText);

    private static Guid[] Tokens(AmqpMap map) => [.. ((IEnumerable)map[new MapKey("lock-tokens")]).Cast<Guid>()];

    private static ArraySegment<byte> Encode(AmqpMessage message)
    {
        using var bytes = new MemoryStream();
        using (var stream = message.ToStream())
        {
            stream.CopyTo(bytes);
        }

        return new(bytes.ToArray());
    }
}
