using System.Collections.Immutable;
using Hub.Desk.Words;
using Hub.Messaging;

namespace Hub.Desk.Pages.Quarantine;

/// <summary>What waits in one place.</summary>
/// <param name="Words">Such as <c>12 reports wait to be assessed</c>.</param>
/// <param name="Oldest">Since when the oldest waits, UTC; null where not known.</param>
public sealed record QueueLine(string Words, DateTimeOffset? Oldest)
{
    /// <summary>What waits anywhere; empty where nothing does.</summary>
    /// <param name="unsent">Changes of cases whose messages were not sent yet; null where not known.</param>
    public static ImmutableArray<QueueLine> Of(IEnumerable<SubscriptionDepth> queues, long? unsent) =>
    [
        .. unsent > 0 ? new[] { new QueueLine($"{Count(unsent.Value, "message", false)} {(unsent == 1 ? "waits" : "wait")} to be sent", null) } : [],
        .. queues.SelectMany(Of),
    ];

    private static IEnumerable<QueueLine> Of(SubscriptionDepth queue)
    {
        var words = SubscriptionWords.Of(queue.Topic, queue.Subscription);
        if (queue.Active > 0)
        {
            yield return new QueueLine($"{Count(queue.Active, words.What, queue.AtLeast)} {(queue.Active == 1 ? "waits" : "wait")} {words.For}", queue.OldestActive);
        }

        if (queue.DeadLetters > 0)
        {
            yield return new QueueLine($"{Count(queue.DeadLetters, words.What, queue.AtLeast)} {words.For} failed every time (dead letters) and will be set aside here in a moment", null);
        }
    }

    private static string Count(long number, string what, bool atLeast) => $"{(atLeast ? "at least " : "")}{Spans.Count((int)Math.Min(number, int.MaxValue), what)}";
}
