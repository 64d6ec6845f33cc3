using System.Collections.Immutable;
using Hub.Desk.Forms;
using Hub.Notices;

namespace Hub.Desk.Pages.Deadlines;

/// <summary>What must be acknowledged all over London, and by when.</summary>
public sealed record DeadlinesModel
{
    /// <summary>What is filtered by: <c>team</c> and <c>borough</c>.</summary>
    public required FormState Filter { get; init; }

    public required IReadOnlyList<Choice> Teams { get; init; }

    public required IReadOnlyList<Choice> Boroughs { get; init; }

    /// <summary>As <see cref="Words.AtMost"/> counts, of those filtered.</summary>
    public required int Overdue { get; init; }

    /// <summary>Due within the time of <see cref="Words.DueGroups.Soon"/>.</summary>
    public required int Soon { get; init; }

    /// <summary>Due later today in London, those due soon included.</summary>
    public required int Today { get; init; }

    /// <summary>One page of them, soonest due first.</summary>
    public required ImmutableArray<Deadline> Deadlines { get; init; }

    /// <summary>Deported offenders who land soon, the soonest first; null where they are not shown.</summary>
    public ImmutableArray<ArrivalAhead>? Arrivals { get; init; }

    public string? First { get; init; }

    public string? Next { get; init; }

    public bool IsFiltered => Filter.Value("team").Length > 0 || Filter.Value("borough").Length > 0;
}

/// <summary>A notice that waits to be acknowledged.</summary>
/// <param name="Whose">Its recipient in words.</param>
/// <param name="Chaser">Who chases it, in words; null where nobody does.</param>
public sealed record Deadline(Notice Notice, string Whose, string? Chaser);

/// <summary>A deported offender who lands soon.</summary>
/// <param name="Address">The case's page.</param>
/// <param name="Lands">When, as planned or alerted.</param>
/// <param name="Where">The flight and the port in words.</param>
/// <param name="Stands">Where the case stands, in words.</param>
public sealed record ArrivalAhead(string Address, DateTimeOffset Lands, string Where, string Stands);
