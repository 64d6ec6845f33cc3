using Hub.Auditing;
using Hub.Cases;
using Hub.Matching;

namespace Hub.Notices;

/// <summary>Records that a recipient has a notice, which stops its clock.</summary>
public sealed class Acknowledgement(CaseEditor cases)
{
    /// <summary>
    /// Acknowledges. A notice already acknowledged stays as it was: the first to say so counts. So do one withdrawn, and one
    /// planned, which nobody has been told yet: its state says so. And so does one that asks for a decision still to be made:
    /// see <see cref="AsksForDecision"/>.
    /// </summary>
    /// <returns>The notice as it now is; null where there is none by that id.</returns>
    public async Task<Notice?> AcknowledgeAsync(string noticeId, Actor by, CancellationToken cancellationToken)
    {
        if (!NoticeId.TryGetCase(noticeId, out var caseId))
        {
            return null;
        }

        var file = await cases.EditAsync(caseId, by, edit =>
        {
            if (edit.Case.Notices.FirstOrDefault(n => n.Id == noticeId) is not { IsOpen: true } notice || AsksForDecision(notice, edit.Case))
            {
                return;
            }

            var acknowledged = notice with
            {
                State = NoticeState.Acknowledged,
                DeliveredAt = notice.DeliveredAt ?? edit.Now,
                AcknowledgedAt = edit.Now,
                AcknowledgedBy = by,
                BreachedAt = notice.BreachedAt ?? (edit.Now > notice.Due ? notice.Due : null),
            };
            edit.Put(acknowledged);
            var late = acknowledged.AcknowledgedLate ? $", {Words(edit.Now - notice.Due!.Value)} late" : "";
            edit.Audit("notice.acknowledged", $"Acknowledged for {notice.Recipient}{late}.", ("notice", notice.Id), ("recipient", notice.Recipient));
        }, cancellationToken);
        return file?.Notices.FirstOrDefault(n => n.Id == noticeId);
    }

    /// <summary>
    /// A notice of a possible match is answered by deciding it. Acknowledged before, its clock would stop and the desk's
    /// queue would not show it any more, with nobody having looked.
    /// </summary>
    public static bool AsksForDecision(Notice notice, CaseFile file) =>
        notice is { Kind: NoticeKind.MatchReview, IsOpen: true } && file.Match?.Outcome is MatchOutcome.Possible;

    internal static string Words(TimeSpan span) => $"{(int)span.TotalHours} h {span.Minutes} min";
}
