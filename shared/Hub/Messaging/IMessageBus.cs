using Hub.Cases;

namespace Hub.Messaging;

/// <summary>
/// Topics with filtered subscriptions, delivered at least once. The promise: a message sent is kept until each
/// subscription whose filter it passes has completed or dead-lettered it; a received message is locked for
/// <see cref="SubscriptionDeclaration.LockDuration"/> and comes again when the lock runs out or it is abandoned; after
/// <see cref="SubscriptionDeclaration.MaxDeliveryCount"/> deliveries it moves to the dead letters; a second message of
/// one id within the topic's duplicate window is dropped. Order is not promised.
/// </summary>
public interface IMessageBus
{
    /// <summary>
    /// Sends all of these; durable once the call returns. Where it throws, all, some or none may have been sent (SQLite:
    /// all or none; Service Bus: whole batches, and an answer may be lost). Sending all of them again completes it, for
    /// within the topic's duplicate window those already there are dropped by their ids. So whoever sends marks it done
    /// only after this returned, and gives a message the same id each time.
    /// </summary>
    /// <exception cref="LimitExceededException">A message is over <see cref="CommitLimits.MaxMessageBytes"/>, or its id over <see cref="CommitLimits.MaxMessageId"/>; none was sent.</exception>
    /// <exception cref="ArgumentException">The topic is not in the topology.</exception>
    Task SendAsync(string topic, IReadOnlyList<Message> messages, CancellationToken cancellationToken);

    /// <summary>Takes up to <paramref name="max"/> messages under lock; waits up to <paramref name="wait"/> for the first, then returns what there is, perhaps nothing.</summary>
    Task<IReadOnlyList<ReceivedMessage>> ReceiveAsync(SubscriptionAddress from, int max, TimeSpan wait, CancellationToken cancellationToken);

    /// <summary>Done with: it will not come again.</summary>
    /// <exception cref="LockLostException">The lock ran out; it may come again.</exception>
    Task CompleteAsync(ReceivedMessage message, CancellationToken cancellationToken);

    /// <summary>Gives it back, to come again after <paramref name="delay"/> (Service Bus: at once), or to the dead letters when deliveries are used up.</summary>
    /// <exception cref="LockLostException">The lock ran out; it may come again.</exception>
    Task AbandonAsync(ReceivedMessage message, TimeSpan delay, CancellationToken cancellationToken);

    /// <summary>Moves it to the subscription's dead letters with a reason.</summary>
    /// <exception cref="LockLostException">The lock ran out; it may come again.</exception>
    Task DeadLetterAsync(ReceivedMessage message, string reason, string description, CancellationToken cancellationToken);

    /// <summary>Holds the lock for another lock duration from now; returns the message with its new <see cref="ReceivedMessage.LockedUntil"/>.</summary>
    /// <exception cref="LockLostException">The lock ran out; it may come again.</exception>
    Task<ReceivedMessage> RenewLockAsync(ReceivedMessage message, CancellationToken cancellationToken);

    /// <summary>What waits in each subscription of the topology; may be a few seconds old.</summary>
    Task<IReadOnlyList<SubscriptionDepth>> DepthsAsync(CancellationToken cancellationToken);
}

/// <summary>What waits in one subscription.</summary>
/// <param name="Topic">The topic.</param>
/// <param name="Subscription">The subscription.</param>
/// <param name="Active">Messages ready, locked or waiting for their next try.</param>
/// <param name="Scheduled">Messages whose time has not come and that were never delivered; null where the bus cannot tell (Service Bus keeps them in the topic, out of sight).</param>
/// <param name="DeadLetters">Messages in the dead-letter queue.</param>
/// <param name="OldestActive">When the oldest active message was enqueued, UTC.</param>
/// <param name="AtLeast">Counting stopped: of active messages or dead letters there are more than these (Service Bus: beyond 1,000, or 4 MB of them).</param>
public sealed record SubscriptionDepth(
    string Topic, string Subscription, long Active, long? Scheduled, long DeadLetters, DateTimeOffset? OldestActive, bool AtLeast = false);

/// <summary>A settlement came after the lock had run out: somebody else may hold the message now.</summary>
public sealed class LockLostException(string messageId) : Exception($"The lock on message {messageId} was lost.");
