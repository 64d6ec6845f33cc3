using Hub.Auditing;
using Hub.Cases;
using Hub.DeportedOffenders.Cases;
using Hub.Json;
using Hub.Matching;
using Hub.Nominals;

namespace Hub.DeportedOffenders.Alerts;

/// <summary>Keeps a provisional nominal's record what the alerts on the person say now.</summary>
public sealed class ProvisionalRenewal(DeportedOffenderCases cases, INominalRegister register, RegisterChange change, TimeProvider time)
{
    /// <summary>Each further try answers an alert that came or went meanwhile.</summary>
    private const int MaxTries = 20;

    /// <summary>
    /// Writes the record anew where it differs from what the alerts say; ends it where every alert was withdrawn or found
    /// to be about somebody else. Does nothing with a nominal that is not the hub's own.
    /// </summary>
    /// <exception cref="CaseBusyException">Alerts kept coming while it was written.</exception>
    public async Task RenewAsync(string nominal, CancellationToken cancellationToken)
    {
        for (var attempt = 1; attempt <= MaxTries; attempt++)
        {
            if (await register.GetAsync(nominal, cancellationToken) is not { Provisional: true, MergedInto: null } kept)
            {
                return;
            }

            // Read after the record: what is written below and does not fit any more is seen at the next try.
            var turns = await cases.OfPersonAsync(nominal, cancellationToken);
            var alerts = turns.SelectMany(t => t.Alerts).ToList();
            var live = alerts.Where(a => a.Standing == AlertStanding.Live).Select(a => a.Alert).ToList();
            if (live.Count > 0)
            {
                var renewed = ProvisionalRecord.Of(kept, live);
                if (HubJson.SaySame(kept, renewed))
                {
                    return;
                }

                // Never older than what is held, by whatever clock that was written: it would be taken for late.
                var now = time.GetUtcNow();
                await change.UpsertAsync(renewed with { Updated = now > kept.Updated ? now : kept.Updated }, Actor.Hub, "The alerts on this person say something else now.", cancellationToken);
            }
            else if (kept.Ended is not null || alerts.Count == 0 || alerts.Any(a => a.Standing is AlertStanding.Corrected or AlertStanding.InAnotherCase) || turns.Any(Meetings.Settled))
            {
                // A correction, or an alert back from a case of another record, is still to come in; or the person was met and is known for good.
                return;
            }
            else
            {
                await change.EndAsync(nominal, Actor.Hub, "Every alert on this person was withdrawn, or found to be about somebody else.", cancellationToken);
            }
        }

        throw new CaseBusyException(DeportedOffenderCase.IdOf(nominal, 1));
    }
}
