using System.Globalization;
using System.Text.RegularExpressions;
using Hub.Auditing;
using Hub.Desk.Words;
using Hub.Notices;
using Hub.Time;

namespace Hub.Desk.Pages.Reviews;

/// <summary>The audit trail of a report for people: recipients by their names, times as London has them, no hashes.</summary>
public sealed partial class TimelineWords(RecipientWords recipients)
{
    /// <param name="notices">The report's notices: one raised is told by its title.</param>
    public TimelineRow Of(AuditEntry entry, IReadOnlyCollection<Notice> notices) =>
        new(Title(entry.Action), entry.By == Actor.Hub ? "the hub" : entry.By.Id, entry.At, Raised(entry, notices) ?? Words(entry.Description));

    private string Words(string description)
    {
        var named = RecipientName().Replace(description, found => recipients.Of(found.Value));
        var timed = Instant().Replace(named, found => LondonTime.Words(DateTimeOffset.ParseExact(found.Value, "yyyy-MM-dd HH:mm'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal)));
        return Kept().Replace(timed, "");
    }

    private string? Raised(AuditEntry entry, IReadOnlyCollection<Notice> notices) =>
        entry.Action == "notice.raised" && entry.About.TryGetValue("notice", out var id) && notices.FirstOrDefault(n => n.Id == id) is { } notice
            ? $"{recipients.Of(notice.Recipient)}: {notice.Title}{(notice.Due is { } due ? $", due {LondonTime.Words(due)}" : "")}. {notice.Reason}" : null;

    private static string Title(string action) => action switch
    {
        "report.accepted" => "Report taken in",
        "match.need-more" => "More is needed",
        "review.held" => "Open for review",
        "review.taken-over" => "Review taken over",
        "review.released" => "Put back into the queue",
        { Length: > 0 } => char.ToUpperInvariant(action[0]) + action[1..].Replace('.', ' ').Replace('-', ' '),
        _ => "",
    };

    [GeneratedRegex(@"\b(?:yot|ppd|jigsaw|cait|childrens-services|adult-services|csu|sapphire|force):[a-z][a-z-]*[a-z]")]
    private static partial Regex RecipientName();

    [GeneratedRegex(@"\b\d{4}-\d{2}-\d{2} \d{2}:\d{2}Z")]
    private static partial Regex Instant();

    [GeneratedRegex("; original kept as [0-9a-f]{64}")]
    private static partial Regex Kept();
}
