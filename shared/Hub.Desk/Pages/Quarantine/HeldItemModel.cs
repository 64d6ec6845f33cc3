using System.Collections.Immutable;
using Hub.Auditing;
using Hub.Desk.Forms;
using Hub.Desk.Words;
using Hub.Quarantine;
using Hub.Quarantine.Masking;

namespace Hub.Desk.Pages.Quarantine;

/// <summary>One message set aside.</summary>
public sealed record HeldItemModel
{
    public required string Address { get; init; }

    public required SubscriptionWords Words { get; init; }

    public required string Reason { get; init; }

    /// <summary>Since when it waits. UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Which report it belongs to; null where that could not be read.</summary>
    public HeldReport? Report { get; init; }

    public required MaskedBody Content { get; init; }

    /// <summary>What those who run the hub ask for.</summary>
    public required string Technical { get; init; }

    /// <summary>How it was closed; null while open.</summary>
    public QuarantineClosure? Closure { get; init; }

    /// <summary>The reader may replay or discard it.</summary>
    public required bool MayClose { get; init; }

    /// <summary>False for a document of the store, which cannot be sent again.</summary>
    public required bool CanReplay { get; init; }

    /// <summary>The reader wanted to close it, and somebody was first.</summary>
    public bool IsOvertaken { get; init; }

    public FormState Form { get; init; } = FormState.Empty;
}

/// <summary>The report a message belongs to.</summary>
/// <param name="Name">Its feed and its sender's reference.</param>
/// <param name="Status">Where it stands, in words.</param>
/// <param name="ReceivedAt">When the hub took it in. UTC.</param>
/// <param name="Link">Its own page, where it has one for everybody who reads this.</param>
/// <param name="Timeline">What was done to it, newest first.</param>
/// <param name="Earlier">How many entries of the timeline are left out.</param>
public sealed record HeldReport(string Name, string Status, DateTimeOffset ReceivedAt, string? Link, ImmutableArray<AuditEntry> Timeline, int Earlier);
