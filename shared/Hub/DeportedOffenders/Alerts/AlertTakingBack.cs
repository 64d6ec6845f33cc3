using Hub.Auditing;
using Hub.Cases;
using Hub.Notices;

namespace Hub.DeportedOffenders.Alerts;

/// <summary>
/// Takes an alert back by its sender's word: it stays readable, its notices are withdrawn, and it is judged no more. What
/// it had said of others stays said, in whatever order they arrived: whoever wants an alert back that was once taken
/// back sends it anew.
/// </summary>
public sealed class AlertTakingBack(CaseEditor editor)
{
    public static string Because(AlertWord word) => word.Withdraws
        ? "Its sender took the alert back."
        : "Its sender sent another alert in its place.";

    public Task TakeBackAsync(CaseFile file, DeportedOffenderAlert alert, AlertWord word, CancellationToken cancellationToken) =>
        editor.EditAsync(file, Actor.Hub, edit =>
        {
            if (edit.Case.Status == CaseStatus.Withdrawn)
            {
                return;
            }

            var because = Because(word);
            edit.Audit("report.withdrawn", because, ("by", word.Report.ToString()));

            // That an earlier notice is to be disregarded still holds.
            var told = edit.Case.Notices.Where(n => n.Kind != NoticeKind.NoticeWithdrawn).ToList()
                .SelectMany(notice => NoticeWithdrawal.TakeBack(edit, notice, because)).ToList();
            edit.Update(c => c with { Status = CaseStatus.Withdrawn, Reasons = c.Reasons.Add(because) });
            NoticeRaising.Raise(edit, [.. told, .. word.Withdraws ? Doubts(alert, word) : []]);
        }, cancellationToken);

    private static IEnumerable<NoticeDraft> Doubts(DeportedOffenderAlert alert, AlertWord word) =>
        (alert.Corrects ?? alert.Withdraws) is not { } other ? [] : new[] { Recipient.CentralJigsaw, Recipient.Supervisors }.Select(recipient => new NoticeDraft
        {
            Kind = NoticeKind.AlertDisputed,
            Recipient = recipient,
            About = "taken-back",
            Priority = NoticePriority.Urgent,
            Title = alert.Withdraws is null ? "A correction was withdrawn: neither alert counts" : "A withdrawal was withdrawn: the alert still does not count",
            Reason = alert.Withdraws is null
                ? "The sender withdrew an alert that had taken the place of an earlier one. The earlier one does not come back by itself. Ask the sender whether the person is coming; if so, the alert must be sent anew under a reference of its own."
                : "The sender took back its own withdrawal. The alert withdrawn first does not come back by itself. Ask the sender whether the person is coming; if so, the alert must be sent anew under a reference of its own.",
            Content = AlertContent.Words(alert.Reference, other, word.Reference),
        });
}
