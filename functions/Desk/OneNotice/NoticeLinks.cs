using System.Collections.Immutable;
using System.Text.Json;
using Hub.Border.Travel;
using Hub.Cases;
using Hub.DeportedOffenders.Cases;
using Hub.Desk.Layout;
using Hub.Identity;
using Hub.Notices;

namespace Hub.Functions.Desk.OneNotice;

/// <summary>Where a notice's reader can go on, as far as they may.</summary>
public sealed class NoticeLinks(Access access)
{
    public ImmutableArray<BackLink> Of(Caller caller, CaseFile file, Notice notice) => [.. Found(caller, file, notice)];

    /// <summary>Where a value of the content leads; null where it leads nowhere, or the reader may not go there.</summary>
    public string? OfMember(Caller caller, CaseFile file, string member, string value) => member switch
    {
        "notice" when file.Notices.FirstOrDefault(n => n.Id == value) is { } about && access.MayReach(caller, Operation.ListNotices, about.Recipient) => $"/desk/notices/{value}",
        "before" when Guid.TryParse(value, out var id) && AccessMatrix.Published[Operation.ReadDeportedOffender, caller.Role] == Reach.All => $"/desk/deported-offenders/{id}",
        "manifest" when Guid.TryParse(value, out var id) && AccessMatrix.Published[Operation.ReadManifest, caller.Role] == Reach.All => $"/desk/manifests/{id}",
        _ => null,
    };

    private IEnumerable<BackLink> Found(Caller caller, CaseFile file, Notice notice)
    {
        if (notice is { Kind: NoticeKind.MatchReview, State: not NoticeState.Withdrawn } && access.MayReach(caller, Operation.DecideMatch, file))
        {
            yield return new("Compare the two people and decide", $"/desk/reviews/{file.Id}");
        }

        if (file is { Feed: DeportedOffenderCase.Sort, Status: CaseStatus.Record } && access.MayReach(caller, Operation.ReadDeportedOffender, file))
        {
            yield return new("Open the deported offender's case", $"/desk/deported-offenders/{file.Id}");
        }

        if (TravellerOf(file, notice) is { } nominal && AccessMatrix.Published[Operation.ReadTravel, caller.Role] != Reach.No)
        {
            yield return new("Look at this person's travel", $"/desk/travel/{Uri.EscapeDataString(nominal)}");
        }

        if (notice.Kind == NoticeKind.ReportHeld && AccessMatrix.Published[Operation.ReadQuarantine, caller.Role] != Reach.No)
        {
            yield return new("Open the quarantine", "/desk/quarantine");
        }

        if (notice.Kind == NoticeKind.ManifestRefused && AccessMatrix.Published[Operation.UploadManifest, caller.Role] != Reach.No)
        {
            yield return new("Send the list again", "/desk/manifests");
        }
    }

    /// <summary>The person whose travel the notice is about; null where it is about none, or may be somebody else.</summary>
    private static string? TravellerOf(CaseFile file, Notice notice) => file.Feed == TravelRecord.Sort ? file.Reference
        : notice.Kind != NoticeKind.MatchReview && Text(notice.Content, "flight") is not null ? Text(notice.Content, "nominal")
        : null;

    private static string? Text(JsonElement content, string member) =>
        content.ValueKind == JsonValueKind.Object && content.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
