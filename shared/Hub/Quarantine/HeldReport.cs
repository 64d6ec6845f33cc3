using System.Text.Json;
using Hub.Cases;
using Hub.Json;
using Hub.Notices;

namespace Hub.Quarantine;

/// <summary>
/// The notice that a report lies in quarantine before anybody was told of what it reports. No rule has run, so no
/// clock is known: somebody must look at once.
/// </summary>
internal static class HeldReport
{
    public static NoticeDraft Notice(CaseFile file, QuarantineItem item) => new()
    {
        Kind = NoticeKind.ReportHeld,
        Recipient = Recipient.Supervisors,
        About = item.Id,
        Priority = NoticePriority.Urgent,
        Title = "A report could not be assessed",
        Reason = $"The report of feed {file.Feed} lies in quarantine ({item.Code}) and nobody has been told of what it reports. Look at it now; replay it once the cause is mended.",
        Content = JsonSerializer.SerializeToElement(
            new { file.Feed, file.Reference, file.OccurredAt, file.ReceivedAt, quarantine = item.Id, item.Code, why = item.Reason },
            HubJson.Options),
    };
}
