using Hub.Cases;
using Hub.Messaging;

namespace Hub.Notices;

/// <summary>Puts a raised notice into its recipient's inbox. One already there, or withdrawn on the way, stays as it is.</summary>
public sealed class Delivery(CaseEditor cases)
{
    /// <exception cref="PermanentFailureException">The event is of another type, or names no notice that exists.</exception>
    public Task DeliverAsync(CloudEvent happened, CancellationToken cancellationToken)
    {
        if (happened.Type != HubTopology.NoticeRaised)
        {
            throw new PermanentFailureException("unknown-event-type", $"Delivery does not know events of type {happened.Type}.");
        }

        return cases.ChangeNoticeAsync(happened, static (edit, notice) =>
        {
            if (notice.State == NoticeState.Raised)
            {
                edit.Put(notice with { State = NoticeState.Delivered, DeliveredAt = edit.Now });
                edit.Audit("notice.delivered", $"Put into the inbox of {notice.Recipient}.", ("notice", notice.Id), ("recipient", notice.Recipient));
            }
        }, cancellationToken);
    }
}
