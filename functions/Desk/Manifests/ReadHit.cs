using System.Globalization;
using System.Text.Json;
using Hub.Border.Manifests;
using Hub.Cases;
using Hub.Desk.Pages.Manifests;
using Hub.Desk.Words;
using Hub.Functions.Manifests;
using Hub.Matching;
using Hub.Notices;

namespace Hub.Functions.Desk.Manifests;

/// <summary>A hit as the manifest lists it, and what has become of it since.</summary>
/// <param name="Hit">As listed.</param>
/// <param name="File">Its case; null where that has gone.</param>
internal sealed record ReadHit(ManifestHit Hit, CaseFile? File)
{
    /// <summary>What the border liaison is told of it: who it is by the protocol. Null where nothing, or not yet.</summary>
    public Notice? Notice { get; } = File?.Notices.LastOrDefault(n => n is { Kind: NoticeKind.BorderHit, Recipient: Recipient.BorderLiaison });

    /// <summary>Identified, by the matching or by an officer's word.</summary>
    public bool IsDecided => ManifestView.IsIdentified(Hit) || Notice is not null;

    /// <summary>Nobody has decided yet.</summary>
    public bool IsUndecided => !IsDecided && File is { Match: { Outcome: MatchOutcome.Possible, Decision: null }, Status: not CaseStatus.Withdrawn };

    /// <summary>Who must be told is being worked out at this moment.</summary>
    public bool IsBeingLookedAt => File?.Status == CaseStatus.Accepted;

    /// <param name="isTheirs">Whether the reader may see the notice.</param>
    public HitRow Row(bool isTheirs, RecipientWords recipients)
    {
        var told = isTheirs ? Notice : null;
        var traveller = Member(told?.Content, "traveller");
        return new HitRow
        {
            At = Hit.At,
            Standing = Standing(),
            Name = Text(traveller, "name"),
            Born = Text(traveller, "born") is { } born ? Day(born) : null,
            Booking = Text(traveller, "booking"),
            Flight = Text(told?.Content, "flight"),
            Contact = Text(told?.Content, "contact") is { } contact ? recipients.Of(contact) : null,
            Address = told is null ? null : $"/desk/notices/{told.Id}",
        };
    }

    private HitStanding Standing() => File switch
    {
        null => HitStanding.TakenBack,
        { Status: CaseStatus.Withdrawn } => HitStanding.TakenBack,
        { Status: CaseStatus.Accepted } => HitStanding.BeingLookedAt,
        _ when Notice is { State: NoticeState.Withdrawn } => HitStanding.TakenBack,
        _ when Notice is not null => HitStanding.Told,
        { Match.Decision.Confirmed: false } => HitStanding.SomebodyElse,
        _ when IsUndecided => HitStanding.Undecided,
        _ => ManifestView.IsIdentified(Hit) ? HitStanding.ToldBefore : HitStanding.TakenBack,
    };

    private static string Day(string born) => DateOnly.TryParseExact(born, "yyyy-MM-dd", out var day) ? day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture) : born;

    private static JsonElement? Member(JsonElement? content, string name) =>
        content is { ValueKind: JsonValueKind.Object } found && found.TryGetProperty(name, out var member) ? member : null;

    private static string? Text(JsonElement? content, string name) => Member(content, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
}
