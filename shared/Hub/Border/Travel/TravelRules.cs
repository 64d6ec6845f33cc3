using System.Collections.Immutable;
using Hub.Places;

namespace Hub.Border.Travel;

/// <summary>
/// The rules on notifying travel in the order they came into force, from <c>travel-rules.data.json</c>: see this
/// folder's README. Each holds until the next begins, so that none overlap. Immutable, read once.
/// </summary>
public sealed class TravelRules
{
    private static readonly Lazy<TravelRules> Published =
        new(() => new TravelRules(EmbeddedData.Read<ImmutableArray<TravelRule>>("travel-rules.data.json")));

    /// <exception cref="InvalidOperationException">A rule contradicts itself or another, or stands out of order.</exception>
    public TravelRules(ImmutableArray<TravelRule> rules)
    {
        foreach (var rule in rules)
        {
            if (Problem(rule) is { } problem)
            {
                throw new InvalidOperationException($"The travel rule {rule.Id} {problem}.");
            }
        }

        for (var i = 1; i < rules.Length; i++)
        {
            if (rules[i].From <= rules[i - 1].From)
            {
                throw new InvalidOperationException($"The travel rule {rules[i].Id} does not begin after {rules[i - 1].Id}.");
            }
        }

        if (rules.Select(rule => rule.Id).Distinct().Count() != rules.Length)
        {
            throw new InvalidOperationException("Two travel rules have the same id.");
        }

        All = rules;
    }

    /// <summary>The rules as published with the hub.</summary>
    public static TravelRules Default => Published.Value;

    /// <summary>Earliest first.</summary>
    public ImmutableArray<TravelRule> All { get; }

    /// <summary>The rule for a departure on this day in London; null before the first rule.</summary>
    public TravelRule? On(DateOnly departure) => All.LastOrDefault(rule => rule.From <= departure);

    private static string? Problem(TravelRule rule)
    {
        if (string.IsNullOrWhiteSpace(rule.Id) || string.IsNullOrWhiteSpace(rule.Source))
        {
            return "has no id or no legal source";
        }

        if (rule.ShortestDays is < 2)
        {
            return "has a shortest journey that every journey reaches";
        }

        if (rule.NoticeHours < 1 || rule.NoticeDays * 24 <= rule.NoticeHours)
        {
            return "has hours of notice that are none, or not fewer than its days";
        }

        if ((rule.NoticeDays is null) != (rule.ShortNotice is null))
        {
            return "says of short notice what its days do not";
        }

        return rule.Transition is { } transition && (transition.Until < rule.From || string.IsNullOrWhiteSpace(transition.Note))
            ? "has a transition that ends before it begins, or says nothing"
            : null;
    }
}
