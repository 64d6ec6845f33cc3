using System.Collections.Immutable;

namespace Hub.Desk.Pages.Quarantine;

/// <summary>What could not be worked on, and what still waits to be.</summary>
public sealed record QuarantineModel
{
    /// <summary>Oldest first.</summary>
    public required ImmutableArray<HeldItem> Items { get; init; }

    /// <summary>Null where it is not known, because the message bus does not answer.</summary>
    public required ImmutableArray<QueueLine>? Queues { get; init; }

    /// <summary>The first page; null where this is it.</summary>
    public string? First { get; init; }

    public string? Next { get; init; }
}

/// <summary>One message set aside, on the list.</summary>
/// <param name="Address">Where all of it is.</param>
/// <param name="Failed">What failed, in words.</param>
/// <param name="Reason">Why.</param>
/// <param name="At">Since when it waits. UTC.</param>
/// <param name="Report">Which report it belongs to: <c>Arrest notice CR-1</c>; null where that could not be read.</param>
public sealed record HeldItem(string Address, string Failed, string Reason, DateTimeOffset At, string? Report);
