using Hub.Auditing;
using Hub.Cases;
using Hub.Messaging;

namespace Hub.Notices;

/// <summary>What every handler of an event about a notice does: find case and notice, or fail for good.</summary>
internal static class NoticeEditing
{
    /// <exception cref="PermanentFailureException">The event names no notice that exists.</exception>
    public static async Task ChangeNoticeAsync(this CaseEditor cases, CloudEvent happened, Action<CaseEdit, Notice> change, CancellationToken cancellationToken)
    {
        var noticeId = NoticeReference.Of(happened).Notice;
        var file = await cases.EditAsync(happened.CaseId(), Actor.Hub, edit => change(edit, edit.Case.Notices.FirstOrDefault(n => n.Id == noticeId)
            ?? throw new PermanentFailureException("notice-unknown", "The case has no such notice.")), cancellationToken);
        if (file is null)
        {
            throw new PermanentFailureException("case-unknown", "There is no such case.");
        }
    }
}
