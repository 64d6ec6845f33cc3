using Microsoft.Azure.Amqp;
using Microsoft.Azure.Amqp.Encoding;
using Microsoft.Azure.Amqp.Framing;

namespace Hub.Azure.Tests.StandIns.ServiceBus;

/// <summary>Errors as the service names them, so that the real client says what it would say of the real service.</summary>
internal static class BusErrors
{
    public static readonly AmqpSymbol LockLost = AmqpConstants.Vendor + ":message-lock-lost";
    public static readonly AmqpSymbol ServerBusy = AmqpConstants.Vendor + ":server-busy";
    public static readonly AmqpSymbol MessageNotFound = AmqpConstants.Vendor + ":message-not-found";

    public const string LockLostText = "The lock supplied is invalid. Either the lock expired, or the message has already been removed from the queue.";
    public const string ServerBusyText = "The request was terminated because the entity is being throttled. Please wait 10 seconds and try again.";

    public const string DeadAlreadyText = "A message in the dead-letter queue cannot be dead-lettered.";

    public static Rejected Rejected(AmqpSymbol condition, string description) => new() { Error = new() { Condition = condition, Description = description } };
}
