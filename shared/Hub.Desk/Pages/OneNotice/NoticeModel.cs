using System.Collections.Immutable;
using Hub.Auditing;
using Hub.Desk.Layout;
using Hub.Notices;

namespace Hub.Desk.Pages.OneNotice;

/// <summary>A notice as its recipient reads it.</summary>
public sealed record NoticeModel
{
    public required Notice Notice { get; init; }

    /// <summary>The recipient in words.</summary>
    public required string Whose { get; init; }

    /// <summary>Who chases it, in words; null where nobody does.</summary>
    public string? Chaser { get; init; }

    /// <summary>All that its content says.</summary>
    public required ImmutableArray<ContentGroup> Content { get; init; }

    /// <summary>What was done with it, oldest first.</summary>
    public required ImmutableArray<AuditEntry> Timeline { get; init; }

    /// <summary>Where the reader can go on.</summary>
    public ImmutableArray<BackLink> Links { get; init; } = [];

    public bool MayAcknowledge { get; init; }

    /// <summary>The inbox it lies in.</summary>
    public required string Inbox { get; init; }
}
