using System.Text.Json;
using Hub.Cases;
using Hub.Json;

namespace Hub.Notices;

/// <summary>
/// Takes back a notice that no longer holds. Its clock stops, and whoever has it in the inbox is told to disregard it;
/// of one that was planned or still on its way nobody hears.
/// </summary>
public static class NoticeWithdrawal
{
    private static readonly string[] Escalations = [NoticeKind.DeadlineNear, NoticeKind.DeadlineBreached];

    /// <summary>Withdraws, with the escalations over it that are open. A notice already withdrawn stays as it is.</summary>
    /// <param name="notice">A notice of the case; what counts is how it stands there now.</param>
    /// <param name="because">Why, in a sentence that names nobody; its recipient reads it.</param>
    /// <param name="content">What the notice is to hold from now on; null: what it held.</param>
    public static void Withdraw(CaseEdit edit, Notice notice, string because, JsonElement? content = null) =>
        NoticeRaising.Raise(edit, TakeBack(edit, notice, because, content));

    /// <summary>As <see cref="Withdraw"/>, and leaves it to the caller to raise what those who have it must be told.</summary>
    internal static List<NoticeDraft> TakeBack(CaseEdit edit, Notice notice, string because, JsonElement? content = null)
    {
        if (edit.Case.Notices.FirstOrDefault(n => n.Id == notice.Id) is not { State: not NoticeState.Withdrawn } standing)
        {
            return [];
        }

        edit.Put(standing with { State = NoticeState.Withdrawn, WithdrawnAt = edit.Now, WithdrawnBecause = because, Content = content ?? standing.Content });
        edit.Audit("notice.withdrawn", $"{standing.Kind} notice for {standing.Recipient} withdrawn. {because}", ("notice", standing.Id), ("recipient", standing.Recipient));
        return
        [
            .. standing.State is NoticeState.Delivered or NoticeState.Acknowledged ? new[] { Disregard(standing, because) } : [],
            .. OpenEscalations(edit.Case, standing).SelectMany(escalation => TakeBack(edit, escalation, because)),
        ];
    }

    private static IEnumerable<Notice> OpenEscalations(CaseFile file, Notice about) => about.EscalateTo is { } chaser
        ? Escalations.Select(kind => NoticeSeries.Of(file, kind, chaser, about.Id).Standing).OfType<Notice>().Where(n => n.IsOpen)
        : [];

    private static NoticeDraft Disregard(Notice withdrawn, string because) => new()
    {
        Kind = NoticeKind.NoticeWithdrawn,
        Recipient = withdrawn.Recipient,
        About = withdrawn.Id,
        Priority = NoticePriority.Urgent,
        Title = $"Disregard: {withdrawn.Title}",
        Reason = $"A notice you have no longer holds. {because}",
        Content = JsonSerializer.SerializeToElement(new { notice = withdrawn.Id, withdrawn.Kind, why = because }, HubJson.Options),
    };
}
