using System.Collections.Immutable;

namespace Hub.Messaging;

/// <summary>A topic, its duplicate window and its subscriptions.</summary>
/// <param name="Name">As in Service Bus.</param>
/// <param name="DuplicateWindow">How long a message id is remembered.</param>
/// <param name="Subscriptions">Who listens.</param>
public sealed record TopicDeclaration(string Name, TimeSpan DuplicateWindow, ImmutableArray<SubscriptionDeclaration> Subscriptions);

/// <summary>A subscription and what it lets through.</summary>
public sealed record SubscriptionDeclaration
{
    public required string Name { get; init; }

    /// <summary>What it lets through; replayed messages are judged by <see cref="Topology.ReplayFor"/> instead.</summary>
    public required SubscriptionFilter Filter { get; init; }

    public TimeSpan LockDuration { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Deliveries before a message moves to the dead letters.</summary>
    public int MaxDeliveryCount { get; init; } = 10;
}

/// <summary>
/// Lets a message through when every named property has one of the values given. No names: everything. The same
/// terms as a Service Bus SQL filter <c>a IN ('x','y') AND b IN ('z')</c>; names and values are compared to the letter.
/// </summary>
public sealed record SubscriptionFilter(ImmutableSortedDictionary<string, ImmutableArray<string>> AnyOf)
{
    public static SubscriptionFilter All { get; } = new(ImmutableSortedDictionary<string, ImmutableArray<string>>.Empty);

    public static SubscriptionFilter Where(string property, params string[] values) => new(All.AnyOf.Add(property, [.. values]));

    public SubscriptionFilter And(string property, params string[] values) => new(AnyOf.Add(property, [.. values]));

    public bool Passes(IReadOnlyDictionary<string, string> properties)
    {
        foreach (var (name, values) in AnyOf)
        {
            if (!properties.TryGetValue(name, out var value) || !values.Contains(value))
            {
                return false;
            }
        }

        return true;
    }
}

/// <summary>All topics and subscriptions: what the embedded bus is made from, and what Azure is deployed from.</summary>
public sealed record Topology(ImmutableArray<TopicDeclaration> Topics)
{
    /// <summary>
    /// A message with this property goes to the one subscription it names, and no filter is asked: in Service Bus the
    /// rule <c>(NOT EXISTS(replayFor) AND …) OR replayFor = 'name'</c>.
    /// </summary>
    public const string ReplayFor = "replayFor";

    public TopicDeclaration? FindTopic(string topic) => Topics.FirstOrDefault(t => t.Name == topic);

    public SubscriptionDeclaration? Find(SubscriptionAddress address) =>
        FindTopic(address.Topic)?.Subscriptions.FirstOrDefault(s => s.Name == address.Subscription);

    /// <summary>The subscriptions of a topic that a message with these properties reaches.</summary>
    public static IEnumerable<SubscriptionDeclaration> Reached(TopicDeclaration topic, IReadOnlyDictionary<string, string> properties) =>
        topic.Subscriptions.Where(s => properties.TryGetValue(ReplayFor, out var only) ? only == s.Name : s.Filter.Passes(properties));
}
