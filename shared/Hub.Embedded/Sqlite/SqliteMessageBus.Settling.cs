using Hub.Messaging;

namespace Hub.Embedded.Sqlite;

/// <summary>What becomes of a message once received. Each statement finds its row only while the lock holds.</summary>
public sealed partial class SqliteMessageBus
{
    /// <summary>Why a message is dead-lettered when its deliveries are used up, as Service Bus calls it.</summary>
    public const string MaxDeliveryCountExceeded = "MaxDeliveryCountExceeded";

    private const string WhileLocked = " WHERE number = ? AND lock = ? AND available_at > ?";

    public Task CompleteAsync(ReceivedMessage message, CancellationToken cancellationToken) => SettleAsync(message, (session, held) =>
        session.Prepare("DELETE FROM messages" + WhileLocked)
            .Number(held.Number).Number(held.Token).Time(time.GetUtcNow()).Run(), cancellationToken);

    public Task AbandonAsync(ReceivedMessage message, TimeSpan delay, CancellationToken cancellationToken)
    {
        var declaration = Declaration(message.From);
        if (!message.From.DeadLetters && message.DeliveryCount >= declaration.MaxDeliveryCount)
        {
            return DeadLetterAsync(message, MaxDeliveryCountExceeded, UsedUp(declaration), cancellationToken);
        }

        return SettleAsync(message, (session, held) =>
        {
            var now = time.GetUtcNow();
            session.AfterCommit(database.Signal(message.From.ToString()).SetAction);
            return session.Prepare("UPDATE messages SET lock = NULL, available_at = ?" + WhileLocked)
                .Time(now + delay).Number(held.Number).Number(held.Token).Time(now).Run();
        }, cancellationToken);
    }

    /// <exception cref="InvalidOperationException">The message came from the dead letters already.</exception>
    public Task DeadLetterAsync(ReceivedMessage message, string reason, string description, CancellationToken cancellationToken)
    {
        if (message.From.DeadLetters)
        {
            throw new InvalidOperationException($"Message {message.Message.Id} is in the dead letters already.");
        }

        return SettleAsync(message, (session, held) =>
            Holds(session, held) ? MoveToDeadLetters(session, message.From, held.Number, reason, description) : 0, cancellationToken);
    }

    public async Task<ReceivedMessage> RenewLockAsync(ReceivedMessage message, CancellationToken cancellationToken)
    {
        var duration = Declaration(message.From).LockDuration;
        var until = time.GetUtcNow() + duration;
        await SettleAsync(message, (session, held) => session.Prepare("UPDATE messages SET available_at = ?" + WhileLocked)
            .Time(until).Number(held.Number).Number(held.Token).Time(time.GetUtcNow()).Run(), cancellationToken);
        return message with { LockedUntil = until };
    }

    private async Task SettleAsync(ReceivedMessage message, Func<SqliteWriteSession, MessageLock, int> settle, CancellationToken cancellationToken)
    {
        if (!MessageLock.TryParse(message.LockToken, out var held)
            || await database.WriteAsync(session => settle(session, held), cancellationToken) == 0)
        {
            throw new LockLostException(message.Message.Id);
        }
    }

    private bool Holds(SqliteWriteSession session, MessageLock held)
    {
        using var row = session.Prepare("SELECT 1 FROM messages" + WhileLocked).Number(held.Number).Number(held.Token).Time(time.GetUtcNow());
        return row.Step();
    }

    private int MoveToDeadLetters(SqliteWriteSession session, SubscriptionAddress source, long number, string reason, string description)
    {
        var queue = (source with { DeadLetters = true }).ToString();
        session.AfterCommit(database.Signal(queue).SetAction);
        return session.Prepare("UPDATE messages SET queue = ?, lock = NULL, available_at = ?, reason = ?, description = ? WHERE number = ?")
            .Text(queue).Time(time.GetUtcNow()).Text(reason).Text(description).Number(number).Run();
    }

    private static string UsedUp(SubscriptionDeclaration declaration) => $"It was delivered {declaration.MaxDeliveryCount} times and never completed.";

    /// <summary>
    /// Ends every lock, so that what a process held when it died can be had at once and not only when the lock runs
    /// out. Only before anybody receives, for whoever
    /// alone receives from this file: the locks of others would be ended too.
    /// </summary>
    /// <returns>How many messages were locked.</returns>
    public Task<int> ReleaseLocksAsync(CancellationToken cancellationToken) => database.WriteAsync(
        session => session.Prepare("UPDATE messages SET lock = NULL, available_at = ? WHERE lock IS NOT NULL").Time(time.GetUtcNow()).Run(),
        cancellationToken);
}
