using System.Buffers;

namespace Hub.Messaging;

/// <summary>
/// A subscription's filter as the text of a Service Bus SQL filter (learn.microsoft.com, "Subscription rule SQL filter
/// syntax"): what Azure is deployed with. It lets through what <see cref="Topology.Reached"/> says.
/// </summary>
public static class SqlFilter
{
    /// <summary>The longest filter text Service Bus takes (Service Bus quotas: 1,024 characters).</summary>
    public const int MaxLength = 1024;

    private static readonly SearchValues<string> Reserved = SearchValues.Create(
        ["AND", "OR", "NOT", "IS", "NULL", "IN", "LIKE", "ESCAPE", "EXISTS", "TRUE", "FALSE"], StringComparison.OrdinalIgnoreCase);

    /// <summary>The text of the one rule of this subscription.</summary>
    /// <exception cref="ArgumentException">The text would be longer than <see cref="MaxLength"/>, or a property has no name.</exception>
    public static string Of(SubscriptionDeclaration subscription)
    {
        var replayed = $"{Topology.ReplayFor} = {Literal(subscription.Name)}";
        var text = subscription.Filter.AnyOf.Values.Any(values => values.IsDefaultOrEmpty)
            ? replayed
            : $"({string.Join(" AND ", [$"NOT EXISTS({Topology.ReplayFor})", .. subscription.Filter.AnyOf.Select(term => In(term.Key, term.Value))])}) OR {replayed}";
        return text.Length <= MaxLength
            ? text
            : throw new ArgumentException($"The filter of subscription {subscription.Name} is {text.Length:N0} characters long; Service Bus takes {MaxLength:N0}.", nameof(subscription));
    }

    private static string In(string property, IEnumerable<string> values) => $"{Name(property)} IN ({string.Join(",", values.Select(Literal))})";

    private static string Literal(string value) => $"'{value.Replace("'", "''", StringComparison.Ordinal)}'";

    private static string Name(string property)
    {
        ArgumentException.ThrowIfNullOrEmpty(property);
        var plain = char.IsAsciiLetter(property[0]) && property.All(c => char.IsAsciiLetterOrDigit(c) || c == '_') && !Reserved.Contains(property);
        return plain ? property : $"[{property.Replace("]", "]]", StringComparison.Ordinal)}]";
    }
}
