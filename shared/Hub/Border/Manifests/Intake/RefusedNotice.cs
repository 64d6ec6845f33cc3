using System.Text.Json;
using Hub.Json;
using Hub.Notices;

namespace Hub.Border.Manifests.Intake;

/// <summary>Tells the border liaison that a dropped file could not be used.</summary>
internal static class RefusedNotice
{
    public static NoticeDraft Of(string? fileName, ManifestRefusal refusal) => new()
    {
        Kind = NoticeKind.ManifestRefused,
        Recipient = Recipient.BorderLiaison,
        Title = "A manifest could not be screened",
        Reason = refusal.Reason,
        Content = JsonSerializer.SerializeToElement(new { file = fileName, refusal.At, refusal.Code }, HubJson.Options),
        Priority = refusal.Code == "route-not-monitored" ? NoticePriority.Normal : NoticePriority.Urgent,
    };
}
