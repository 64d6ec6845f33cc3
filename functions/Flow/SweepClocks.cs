using Hub.DeportedOffenders.Cases;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Hub.Functions.Flow;

/// <summary>Every ten minutes: deported offenders' cases whose clock should have struck and did not, because its message was lost.</summary>
public sealed class SweepClocks(ClockSweep sweep, ILogger<SweepClocks> log)
{
    [Function("arrivals_sweep")]
    public async Task Run([TimerTrigger("0 */10 * * * *")] TimerInfo timer, CancellationToken cancellationToken)
    {
        var swept = await sweep.SweepAsync(cancellationToken);
        if (swept.Struck > 0)
        {
            log.LogWarning("The clocks of {Count} cases stood still, their messages being lost; they go again", swept.Struck);
        }

        if (swept.Failed > 0)
        {
            log.LogError(swept.Failure, "The clocks of {Count} cases stand still and could not be set going; the next sweep tries again", swept.Failed);
        }

        if (!swept.Whole)
        {
            log.LogError("There are more open cases than one sweep of the clocks goes over");
        }
    }
}
