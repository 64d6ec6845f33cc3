using Hub.Cases;
using Hub.Messaging;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Hub.Functions.Flow;

/// <summary>Every minute: what was committed a while ago and never left, or never came onto a list, because a change feed moved on or a host died.</summary>
public sealed class SweepStragglers(Relay relay, IEnumerable<ICaseView> views, TimeProvider time, ILogger<SweepStragglers> log)
{
    private static readonly TimeSpan Overdue = TimeSpan.FromMinutes(2);

    [Function("sweep")]
    public async Task Run([TimerTrigger("30 * * * * *")] TimerInfo timer, CancellationToken cancellationToken)
    {
        var before = time.GetUtcNow() - Overdue;
        var sent = await relay.SweepAsync(before, cancellationToken);
        if (sent > 0)
        {
            log.LogWarning("The sweep sent {Count} events that the relay had left behind", sent);
        }

        foreach (var view in views)
        {
            var listed = await view.SweepAsync(before, cancellationToken);
            if (listed > 0)
            {
                log.LogWarning("The sweep listed {Count} entries that the change feed had left behind", listed);
            }
        }
    }
}
