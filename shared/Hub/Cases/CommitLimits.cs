using Hub.Messaging;

namespace Hub.Cases;

/// <summary>
/// What one commit and one message may hold: the limits of Cosmos DB's TransactionalBatch and of Service Bus
/// Standard, kept by every adapter alike so that what fits on a laptop fits in Azure.
/// </summary>
public static class CommitLimits
{
    /// <summary>Items in one commit (Cosmos DB: 100 operations a batch).</summary>
    public const int MaxItems = 100;

    /// <summary>Bytes of one commit, JSON as stored (Cosmos DB: 2 MB, of which the store needs some for what it writes around it).</summary>
    public const int MaxBytes = (2 * 1024 * 1024) - (64 * 1024);

    /// <summary>Bytes of one message with its properties (Service Bus Standard: 256 KB, of which the protocol needs some for what it writes around them).</summary>
    public const int MaxMessageBytes = (256 * 1024) - (8 * 1024);

    /// <summary>Characters of a message's id (Service Bus: 128).</summary>
    public const int MaxMessageId = 128;

    /// <exception cref="LimitExceededException">The commit has more than <see cref="MaxItems"/> items.</exception>
    public static void CheckItems(CaseCommit commit)
    {
        if (commit.ItemCount > MaxItems)
        {
            throw new LimitExceededException($"A commit holds at most {MaxItems} items; this one has {commit.ItemCount}. Larger things belong in the archive, and one event can fan out to many recipients.");
        }
    }

    /// <exception cref="LimitExceededException">The commit is larger than <see cref="MaxBytes"/>.</exception>
    public static void CheckBytes(long bytes)
    {
        if (bytes > MaxBytes)
        {
            throw new LimitExceededException($"A commit holds at most {MaxBytes:N0} bytes; this one has {bytes:N0}. Put the large part in the archive and keep its address.");
        }
    }

    /// <exception cref="LimitExceededException">An event would make a message larger than <see cref="MaxMessageBytes"/>, or with a longer id than <see cref="MaxMessageId"/>.</exception>
    public static void CheckEvents(CaseCommit commit)
    {
        foreach (var happening in commit.Events)
        {
            CheckMessageBytes(EventSize.OfLargestMessage(happening));
            CheckMessageId(happening.Id.Length + (happening.Copies.IsEmpty ? 0 : 1 + happening.Copies.Max(copy => copy.Key.Length)));
        }
    }

    /// <exception cref="LimitExceededException">The message is larger than <see cref="MaxMessageBytes"/>, or its id longer than <see cref="MaxMessageId"/>.</exception>
    public static void CheckMessage(Message message)
    {
        CheckMessageBytes(message.SizeInBytes);
        CheckMessageId(message.Id.Length);
    }

    private static void CheckMessageBytes(long bytes)
    {
        if (bytes > MaxMessageBytes)
        {
            throw new LimitExceededException($"A message holds at most {MaxMessageBytes:N0} bytes with its properties; this one has {bytes:N0}. Put the content in the archive and send its address.");
        }
    }

    private static void CheckMessageId(int length)
    {
        if (length > MaxMessageId)
        {
            throw new LimitExceededException($"The id of a message has at most {MaxMessageId} characters; this one has {length:N0}.");
        }
    }
}

/// <summary>A commit or message over the limits of <see cref="CommitLimits"/>: a fault in our own code, never a matter for retry.</summary>
public sealed class LimitExceededException(string message) : Exception(message);
