using System.Collections.Immutable;
using Hub.Cases;
using Hub.Messaging;
using Hub.Notices;
using Microsoft.Extensions.Logging;

namespace Hub.Functions.Flow;

/// <summary>Logs that notices were not acknowledged, or steps not taken, in time, as their escalations are committed: alerts are raised from it. Names nobody.</summary>
public sealed class OverdueWatch(ILogger<OverdueWatch> log) : ICaseView
{
    public Task FollowAsync(IReadOnlyList<CaseChange> changes, CancellationToken cancellationToken)
    {
        var overdue = changes.SelectMany(c => c.Events).Where(e => e.Type == HubTopology.NoticeRaised).Sum(Breaches);
        if (overdue > 0)
        {
            log.LogInformation("Notices overdue: {Count} notices or steps became so; whoever chases them was told", overdue);
        }

        return Task.CompletedTask;
    }

    /// <summary>Keeps nothing, so there is nothing to make good: the escalation itself is what people are told by.</summary>
    public Task<int> SweepAsync(DateTimeOffset committedBefore, CancellationToken cancellationToken) => Task.FromResult(0);

    private static int Breaches(OutgoingEvent raised) => raised.Copies.IsDefaultOrEmpty
        ? IsBreach(raised.Properties) ? 1 : 0
        : raised.Copies.Count(c => IsBreach(c.Properties) || (!c.Properties.ContainsKey("kind") && IsBreach(raised.Properties)));

    private static bool IsBreach(ImmutableSortedDictionary<string, string> properties) =>
        properties.TryGetValue("kind", out var kind) && kind is NoticeKind.DeadlineBreached or NoticeKind.StepOverdue;
}
