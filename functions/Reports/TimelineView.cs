using Hub.Auditing;

namespace Hub.Functions.Reports;

/// <summary>One thing done to a case, as the API shows it.</summary>
internal static class TimelineView
{
    public static object Of(AuditEntry entry) => new
    {
        entry.Sequence,
        entry.At,
        By = entry.By.Id,
        entry.By.Role,
        entry.Action,
        entry.Description,
        About = entry.About.Count > 0 ? entry.About : null,
    };
}
