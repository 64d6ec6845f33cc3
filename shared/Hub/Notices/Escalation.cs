using System.Text.Json;
using Hub.Json;

namespace Hub.Notices;

/// <summary>What follows when a notice is not acknowledged as its time runs out, and when it has.</summary>
public static class Escalation
{
    /// <summary>The notice to whoever chases it; none where the notice names nobody.</summary>
    /// <param name="receivedAt">When the hub took the report in: tells a report that came late from one the hub was late with.</param>
    public static IEnumerable<NoticeDraft> For(Notice breached, DateTimeOffset receivedAt) => ToChaser(
        breached,
        NoticeKind.DeadlineBreached,
        $"{breached.Recipient} has not been told in time",
        breached.RaisedAt >= breached.Due
            ? $"{WhyLate(breached, receivedAt)} That team must be told at once and the delay explained."
            : $"{breached.Recipient} has not acknowledged the notice due {breached.Due:yyyy-MM-dd HH:mm}Z; somebody must reach that team at once.");

    /// <summary>The warning, while there is time, to whoever will have to chase it; none where the notice names nobody.</summary>
    public static IEnumerable<NoticeDraft> Warning(Notice unacknowledged) => ToChaser(
        unacknowledged,
        NoticeKind.DeadlineNear,
        $"{unacknowledged.Recipient} has not acknowledged yet",
        $"{unacknowledged.Recipient} must have acknowledged its notice by {unacknowledged.Due:yyyy-MM-dd HH:mm}Z; reach that team before then.");

    /// <summary>Why a notice was late already when it was raised.</summary>
    internal static string WhyLate(Notice raised, DateTimeOffset receivedAt) => receivedAt >= raised.Due
        ? $"The report reached the hub after the notice to {raised.Recipient} was due."
        : $"The report reached the hub in time, and the notice to {raised.Recipient} was raised only after it was due.";

    private static IEnumerable<NoticeDraft> ToChaser(Notice about, string kind, string title, string reason) => about.EscalateTo is not { } recipient
        ? []
        :
        [
            new NoticeDraft
            {
                Kind = kind,
                Recipient = recipient,
                About = about.Id,
                Priority = NoticePriority.Urgent,
                Title = title,
                Reason = reason,
                Content = JsonSerializer.SerializeToElement(new { notice = about.Id, about.Kind, about.Recipient, about.Due, about.BreachedAt }, HubJson.Options),
            },
        ];
}
