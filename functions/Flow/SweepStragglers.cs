using Hub.Messaging;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Hub.Functions.Flow;

/// <summary>Every minute: events committed a while ago that never left, because a change feed moved on or a host died.</summary>
public sealed class SweepStragglers(Relay relay, TimeProvider time, ILogger<SweepStragglers> log)
{
    private static readonly TimeSpan Overdue = TimeSpan.FromMinutes(2);

    [Function("sweep")]
    public async Task Run([TimerTrigger("30 * * * * *")] TimerInfo timer, CancellationToken cancellationToken)
    {
        var sent = await relay.SweepAsync(time.GetUtcNow() - Overdue, cancellationToken);
        if (sent > 0)
        {
            log.LogWarning("The sweep sent {Count} events that the relay had left behind", sent);
        }
    }
}
