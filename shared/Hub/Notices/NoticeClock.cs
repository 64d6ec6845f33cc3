using Hub.Cases;
using Hub.Messaging;

namespace Hub.Notices;

/// <summary>
/// Keeps the clocks. A scheduled message comes at the time a notice was planned for, at the time to warn and at the time
/// due; on arrival the notice itself is looked at, and where it was acknowledged or withdrawn meanwhile nothing happens.
/// Doing it twice does nothing more.
/// </summary>
public sealed class NoticeClock(CaseEditor cases)
{
    /// <exception cref="PermanentFailureException">The event is of another type, or names no notice that exists.</exception>
    public Task OnTimeAsync(CloudEvent happened, CancellationToken cancellationToken)
    {
        Action<CaseEdit, Notice> strike = happened.Type switch
        {
            HubTopology.NoticePlanned => (edit, notice) => NoticePlan.Release(edit, notice, MomentOf(happened)),
            HubTopology.NoticeWarnDue => Warn,
            HubTopology.NoticeDue => Breach,
            _ => throw new PermanentFailureException("unknown-event-type", $"The deadline clock does not know events of type {happened.Type}."),
        };
        return cases.ChangeNoticeAsync(happened, strike, cancellationToken);
    }

    private static DateTimeOffset MomentOf(CloudEvent happened) => NoticeReference.Of(happened).PlannedFor
        ?? throw new PermanentFailureException("message-unreadable", "The event's data names no moment the notice was planned for.");

    private static void Warn(CaseEdit edit, Notice notice)
    {
        // Once it is due there is nothing left to warn of: the breach says it.
        if (notice.IsOpen && notice.WarnedAt is null && notice.BreachedAt is null && !(notice.Due <= edit.Now))
        {
            edit.Put(notice with { WarnedAt = edit.Now, Priority = NoticePriority.Urgent });
            edit.Audit("notice.warned", $"Not acknowledged by {notice.Recipient} with {Acknowledgement.Words((notice.Due ?? edit.Now) - edit.Now)} left.", ("notice", notice.Id), ("recipient", notice.Recipient));
            NoticeRaising.Raise(edit, Escalation.Warning(notice));
        }
    }

    private static void Breach(CaseEdit edit, Notice notice)
    {
        if (notice.IsOpen && notice.BreachedAt is null)
        {
            var breached = notice with { BreachedAt = notice.Due ?? edit.Now, Priority = NoticePriority.Urgent };
            edit.Put(breached);
            edit.Audit("notice.breached", $"Not acknowledged by {notice.Recipient} when it was due.", ("notice", notice.Id), ("recipient", notice.Recipient));
            NoticeRaising.Raise(edit, Escalation.For(breached, edit.Case.ReceivedAt));
        }
    }
}
