using System.Collections.Immutable;
using Hub.Notices;
using Hub.Time;

namespace Hub.Desk.Words;

/// <summary>Open notices by how long is left.</summary>
public static class DueGroups
{
    /// <summary>What is due by then is due soon: when recipients are warned.</summary>
    public static readonly TimeSpan Soon = TimeSpan.FromHours(4);

    public const string Overdue = "Overdue";

    private const string WithinSoon = "Due within 4 hours";

    /// <summary>
    /// A team's own: what is urgent and has no deadline stands before what is due later. A list by due time has it last.
    /// </summary>
    public static ImmutableArray<(string Heading, ImmutableArray<Notice> Notices)> Of(IEnumerable<Notice> notices, DateTimeOffset now) => Grouped(notices, notice => notice switch
    {
        { Due: { } due } when due <= now => (0, Overdue),
        { Due: { } due } when due <= now + Soon => (1, WithinSoon),
        { Due: null, Priority: NoticePriority.Urgent } => (2, "Urgent, no deadline"),
        { Due: not null } => (3, "Due later"),
        _ => (4, "No deadline"),
    });

    /// <summary>All teams': what is due later today stands apart from what is due later.</summary>
    public static ImmutableArray<(string Heading, ImmutableArray<Notice> Notices)> ByDay(IEnumerable<Notice> notices, DateTimeOffset now) => Grouped(notices, notice => notice.Due switch
    {
        { } due when due <= now => (0, Overdue),
        { } due when due <= now + Soon => (1, WithinSoon),
        { } due when LondonTime.DateOf(due) == LondonTime.DateOf(now) => (2, "Due later today"),
        _ => (3, "Due later"),
    });

    private static ImmutableArray<(string Heading, ImmutableArray<Notice> Notices)> Grouped(IEnumerable<Notice> notices, Func<Notice, (int Order, string Heading)> of) =>
        [.. notices.GroupBy(of).OrderBy(g => g.Key.Order).Select(g => (g.Key.Heading, g.ToImmutableArray()))];
}
