using System.Collections.Immutable;
using Hub.Desk.Forms;

namespace Hub.Desk.Pages.Reviews;

/// <summary>The possible matches that wait for one desk.</summary>
public sealed record ReviewQueueModel
{
    /// <summary>Whose queue it is; null where a supervisor has not chosen yet.</summary>
    public required string? Recipient { get; init; }

    /// <summary>The same in words.</summary>
    public string RecipientName { get; init; } = "";

    /// <summary>The queues a supervisor may choose from; empty for everybody else.</summary>
    public ImmutableArray<Choice> Queues { get; init; } = [];

    public ImmutableArray<ReviewRow> Rows { get; init; } = [];

    /// <summary>This is not the first page.</summary>
    public bool IsLater { get; init; }

    /// <summary>The next page's token; null on the last.</summary>
    public string? Continuation { get; init; }
}

/// <summary>One possible match.</summary>
/// <param name="Report">The report's id.</param>
/// <param name="Kind">What kind of report, in words.</param>
/// <param name="Holder">Who else has it open, in words; null where nobody else has.</param>
/// <param name="IsOwn">Whoever looks has it open.</param>
/// <param name="MoreSince">When somebody said that more is needed; null where nobody did. UTC.</param>
/// <param name="Raised">Since when it waits. UTC.</param>
public sealed record ReviewRow(Guid Report, string Title, string Kind, bool IsUrgent, DateTimeOffset? Due, DateTimeOffset Raised, string? Holder, bool IsOwn, DateTimeOffset? MoreSince);
