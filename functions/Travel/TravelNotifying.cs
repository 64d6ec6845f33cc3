using Hub.Border.Travel;
using Hub.Functions.Http;
using Hub.Functions.Identity;
using Hub.Identity;
using Hub.Nominals;
using Microsoft.AspNetCore.Http;

namespace Hub.Functions.Travel;

/// <summary>Takes in what a person notified, whoever sends it.</summary>
public sealed class TravelNotifying(TravelRecords travel, Reads reads)
{
    /// <param name="asked">The id under which the person was asked for, which may have been merged into theirs.</param>
    /// <returns>The problem to answer with; null where it was taken in.</returns>
    public async Task<IResult?> TakeInAsync(Caller caller, Nominal nominal, string asked, TravelNotification notification, CancellationToken cancellationToken)
    {
        var kept = (await travel.ReadAsync(nominal.Id, cancellationToken))?.Notifications ?? [];
        if (kept.Length >= TravelRecord.MaxNotifications && kept.All(n => n.Id != notification.Id))
        {
            return Problems.Of(StatusCodes.Status409Conflict, "too-many-notifications", "This nominal has too many notifications.", $"The hub keeps {TravelRecord.MaxNotifications}; replace one that no longer matters, by its id.");
        }

        await travel.NotifyAsync(nominal, notification, caller.Actor, cancellationToken);
        await reads.AllowedAsync(caller, Operation.NotifyTravel, $"nominal:{asked}", notification.Id, cancellationToken);
        return null;
    }
}
