using Azure.Messaging.ServiceBus;
using Hub.Messaging;

namespace Hub.Azure.Messaging;

/// <summary>
/// What becomes of a message once received. All a settlement needs is the lock's token, so nothing is kept here of
/// messages under work.
/// </summary>
public sealed partial class ServiceBusMessageBus
{
    /// <summary>The longest reason or description Service Bus takes, in characters.</summary>
    private const int MaxReason = 4096;

    public Task CompleteAsync(ReceivedMessage message, CancellationToken cancellationToken) =>
        SettleAsync(message, (receiver, held) => receiver.CompleteMessageAsync(held, cancellationToken));

    public Task AbandonAsync(ReceivedMessage message, TimeSpan delay, CancellationToken cancellationToken) =>
        SettleAsync(message, (receiver, held) => receiver.AbandonMessageAsync(held, cancellationToken: cancellationToken));

    /// <exception cref="InvalidOperationException">The message came from the dead letters already.</exception>
    public Task DeadLetterAsync(ReceivedMessage message, string reason, string description, CancellationToken cancellationToken)
    {
        if (message.From.DeadLetters)
        {
            throw new InvalidOperationException($"Message {message.Message.Id} is in the dead letters already.");
        }

        return SettleAsync(message, (receiver, held) => receiver.DeadLetterMessageAsync(held, Shortened(reason), Shortened(description), cancellationToken));
    }

    public async Task<ReceivedMessage> RenewLockAsync(ReceivedMessage message, CancellationToken cancellationToken)
    {
        var until = message.LockedUntil;
        await SettleAsync(message, async (receiver, held) =>
        {
            await receiver.RenewMessageLockAsync(held, cancellationToken);
            until = held.LockedUntil;
        });
        return message with { LockedUntil = until };
    }

    private async Task SettleAsync(ReceivedMessage message, Func<ServiceBusReceiver, ServiceBusReceivedMessage, Task> settle)
    {
        if (!Guid.TryParse(message.LockToken, out var token))
        {
            throw new LockLostException(message.Message.Id);
        }

        var held = ServiceBusModelFactory.ServiceBusReceivedMessage(messageId: message.Message.Id, lockTokenGuid: token, lockedUntil: message.LockedUntil);
        try
        {
            await SettleAsync(Receiver(message.From), held, settle);
        }
        catch (ServiceBusException lost) when (lost.Reason is ServiceBusFailureReason.MessageLockLost or ServiceBusFailureReason.MessageNotFound)
        {
            throw new LockLostException(message.Message.Id);
        }
    }

    private static async Task SettleAsync(ServiceBusReceiver receiver, ServiceBusReceivedMessage held, Func<ServiceBusReceiver, ServiceBusReceivedMessage, Task> settle)
    {
        try
        {
            await settle(receiver, held);
        }
        catch (ServiceBusException perhaps) when (perhaps.Reason is ServiceBusFailureReason.MessageLockLost)
        {
            // The client says so too when a connection goes under way, though the lock is Service Bus's and holds. The
            // second time Service Bus itself answers.
            await settle(receiver, held);
        }
    }

    private static string Shortened(string text) => text.Length <= MaxReason ? text : text[..MaxReason];
}
