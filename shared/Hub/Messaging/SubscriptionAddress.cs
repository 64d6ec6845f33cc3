namespace Hub.Messaging;

/// <summary>A subscription of a topic, or its dead-letter queue, written as Service Bus writes it.</summary>
public sealed record SubscriptionAddress(string Topic, string Subscription, bool DeadLetters = false)
{
    /// <summary>What Service Bus appends to a subscription's name to reach its dead letters.</summary>
    public const string DeadLetterSuffix = "/$DeadLetterQueue";

    /// <summary>Reads the two names of a trigger, such as <c>reports</c> and <c>assess/$DeadLetterQueue</c>.</summary>
    public static SubscriptionAddress Parse(string topic, string subscription) =>
        subscription.EndsWith(DeadLetterSuffix, StringComparison.OrdinalIgnoreCase)
            ? new(topic, subscription[..^DeadLetterSuffix.Length], DeadLetters: true)
            : new(topic, subscription);

    public override string ToString() => $"{Topic}/{Subscription}{(DeadLetters ? DeadLetterSuffix : "")}";
}
