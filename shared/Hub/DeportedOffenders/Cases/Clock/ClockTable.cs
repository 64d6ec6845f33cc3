using System.Collections.Immutable;
using Hub.Places;

namespace Hub.DeportedOffenders.Cases;

/// <summary>When who is told of what is not done, from <c>deported-offender-clock.data.json</c>. Immutable, read once.</summary>
public sealed record ClockTable
{
    private static readonly Lazy<ClockTable> Published = new(() => EmbeddedData.Read<ClockTable>("deported-offender-clock.data.json"));

    /// <summary>The table as published with the hub.</summary>
    public static ClockTable Default => Published.Value;

    /// <summary>What can be missing, and how it is called. Whether it is, is in <see cref="CaseSteps"/>.</summary>
    public required ImmutableSortedDictionary<string, string> Steps { get; init; }

    public required ImmutableArray<Strike> Strikes { get; init; }
}

/// <summary>From when a strike is counted.</summary>
public enum StrikeAnchor
{
    /// <summary>The earliest moment of the landing.</summary>
    Landing,

    /// <summary>Since when no day of a landing is known: the opening, or the word that the person was not on the flight.</summary>
    Unknown,
}

/// <summary>A moment at which a case is looked at.</summary>
public sealed record Strike
{
    public required string Id { get; init; }

    public required StrikeAnchor Of { get; init; }

    /// <summary>Hours after the anchor; negative before it.</summary>
    public required int Hours { get; init; }

    /// <summary>Again so many hours later, without end; null for once.</summary>
    public int? EveryHours { get; init; }

    /// <summary>For people: what the moment is.</summary>
    public required string Words { get; init; }

    public required ImmutableArray<Telling> Tells { get; init; }

    /// <summary>The first time it strikes after a moment; null where it does not any more.</summary>
    public DateTimeOffset? Next(DateTimeOffset anchor, DateTimeOffset after)
    {
        var first = anchor.AddHours(Hours);
        return first > after ? first
            : EveryHours is { } every ? first + (TimeSpan.FromHours(every) * (Math.Floor((after - first) / TimeSpan.FromHours(every)) + 1))
            : null;
    }

    /// <summary>The last time it struck by a moment; null where it has not yet.</summary>
    public DateTimeOffset? Last(DateTimeOffset anchor, DateTimeOffset by)
    {
        var first = anchor.AddHours(Hours);
        return first > by ? null
            : EveryHours is { } every ? first + (TimeSpan.FromHours(every) * Math.Floor((by - first) / TimeSpan.FromHours(every)))
            : first;
    }
}

/// <summary>Who is told at a strike, where any of these steps is missing.</summary>
/// <param name="Kind">See <see cref="Notices.NoticeKind"/>.</param>
/// <param name="To">See <see cref="Notices.Recipient"/>.</param>
/// <param name="Steps">Names of <see cref="ClockTable.Steps"/>.</param>
/// <param name="Urgent">Whether it cannot wait.</param>
public sealed record Telling(string Kind, string To, ImmutableArray<string> Steps, bool Urgent = false);
