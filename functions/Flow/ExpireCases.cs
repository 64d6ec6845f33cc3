using Hub.Cases.Retention;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Hub.Functions.Flow;

/// <summary>Every night: cases go whose time by the retention schedule is over, where the store removes any.</summary>
public sealed class ExpireCases(IEnumerable<ICaseExpiry> stores, ILogger<ExpireCases> log)
{
    private const int AtMost = 1000;

    [Function("cases_expire")]
    public async Task Run([TimerTrigger("0 15 3 * * *")] TimerInfo timer, CancellationToken cancellationToken)
    {
        foreach (var store in stores)
        {
            var removed = await store.ExpireAsync(AtMost, cancellationToken);
            if (removed > 0)
            {
                log.LogInformation("{Count} cases reached the end of their time and were removed", removed);
            }
        }
    }
}
