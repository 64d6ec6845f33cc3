using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Hub.Functions.Health;

/// <summary>Every minute: a line that says how the hub is, in counts. Alerts are raised from it, and from its absence.</summary>
public sealed class WatchHealth(HealthReading health, ILogger<WatchHealth> log)
{
    [Function("health_watch")]
    public async Task Run([TimerTrigger("15 * * * * *")] TimerInfo timer, CancellationToken cancellationToken)
    {
        var report = await health.ReadAsync(cancellationToken);
        log.LogInformation(
            "Hub state: ready {Ready}, unreachable {Unreachable}, quarantine {Quarantine}, oldest waiting {OldestSeconds} s, changes not followed {RegisterWaiting}, nominals {Nominals}",
            report.Ready,
            report.Unseen.Count,
            report.Quarantine,
            (long)(report.OldestWaitingSeconds ?? 0),
            report.RegisterWaiting,
            report.Nominals);
    }
}
