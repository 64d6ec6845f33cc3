using Hub.Auditing;
using Hub.Desk.Pages.Deported;
using Hub.Desk.Words;
using Hub.Notices;

namespace Hub.Functions.Desk.Deported;

/// <summary>The audit trail of a case for people: notices by their titles, recipients by their names.</summary>
public sealed class TimelineReading(RecipientWords recipients)
{
    public TimelineLine Of(AuditEntry entry, IEnumerable<Notice> notices) => new(
        entry.About.TryGetValue("notice", out var id) && notices.FirstOrDefault(n => n.Id == id) is { } notice ? Told(entry, notice) : entry.Description,
        entry.By, entry.At);

    private string Told(AuditEntry entry, Notice notice)
    {
        var to = recipients.Of(notice.Recipient);
        return entry.Action switch
        {
            "notice.raised" => $"{to} told: {notice.Title}. {notice.Reason}",
            "notice.planned" => $"{to} to be told later: {notice.Title}. {notice.Reason}",
            "notice.withdrawn" => $"No longer holds for {to}: {notice.Title}. {notice.WithdrawnBecause}",
            _ => entry.Description.Replace(notice.Recipient, to, StringComparison.Ordinal),
        };
    }
}
