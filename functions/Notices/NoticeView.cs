using Hub.Notices;

namespace Hub.Functions.Notices;

/// <summary>A notice as the API shows it.</summary>
internal static class NoticeView
{
    public static object Of(Notice notice) => new
    {
        notice.Id,
        Report = notice.Case,
        notice.Recipient,
        notice.Kind,
        notice.State,
        notice.Priority,
        notice.Title,
        notice.Reason,
        notice.Due,
        notice.PlannedFor,
        notice.RaisedAt,
        notice.DeliveredAt,
        notice.WarnedAt,
        notice.BreachedAt,
        notice.AcknowledgedAt,
        AcknowledgedBy = notice.AcknowledgedBy?.Id,
        AcknowledgedLate = notice.AcknowledgedLate ? true : (bool?)null,
        notice.WithdrawnAt,
        notice.WithdrawnBecause,
        notice.Content,
    };
}
