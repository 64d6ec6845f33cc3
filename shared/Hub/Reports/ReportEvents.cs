using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json;
using Hub.Auditing;
using Hub.Cases;
using Hub.Messaging;

namespace Hub.Reports;

/// <summary>The events that set the assessment of a report going.</summary>
internal static class ReportEvents
{
    /// <summary>A report is to be assessed for the first time, or anew because its content changed.</summary>
    public static OutgoingEvent Accepted(CaseFile file, DateTimeOffset now) => Event(file.Id, HubTopology.ReportAccepted, now) with
    {
        Id = $"{file.Id.Value:N}.accepted{(file.AuditHead.Count > 1 ? $".{file.AuditHead.Count}" : "")}",
        Data = JsonSerializer.SerializeToElement(new { feed = file.Feed }),
        Properties = ImmutableSortedDictionary<string, string>.Empty.Add("kind", file.Feed),
    };

    /// <summary>What these reports are judged by has changed: the rules are to run again, on what matching found before.</summary>
    /// <param name="by">The case the change was made in.</param>
    /// <param name="head">Its newest audit entry: tells this change from others.</param>
    public static OutgoingEvent Changed(CaseId by, AuditHead head, IEnumerable<CaseId> reports, DateTimeOffset now) => Event(by, HubTopology.ReportChanged, now) with
    {
        Id = $"{by.Value:N}.changed.{head.Count}",
        Copies = [.. reports.Select(id => new EventCopy(id.Value.ToString("N"), JsonSerializer.SerializeToElement(new { report = id }), ImmutableSortedDictionary<string, string>.Empty))],
    };

    /// <summary>The report an event of either sort is about.</summary>
    /// <exception cref="PermanentFailureException">It names none.</exception>
    public static CaseId ReportOf(CloudEvent happened)
    {
        if (happened.Type == HubTopology.ReportAccepted)
        {
            return happened.CaseId();
        }

        return happened.Data.ValueKind == JsonValueKind.Object && happened.Data.TryGetProperty("report", out var report)
            && report.ValueKind == JsonValueKind.String && CaseId.TryParse(report.GetString(), null, out var id)
            ? id
            : throw new PermanentFailureException("message-unreadable", "The event's data names no report.");
    }

    private static OutgoingEvent Event(CaseId id, string type, DateTimeOffset now) => new()
    {
        Id = "",
        Case = id,
        Topic = HubTopology.Reports,
        Type = type,
        Time = now,
        TraceParent = Activity.Current?.Id,
        Data = JsonSerializer.SerializeToElement(new { }),
    };
}
