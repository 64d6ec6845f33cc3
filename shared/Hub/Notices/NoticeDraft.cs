using System.Text.Json;
using Hub.Cases;

namespace Hub.Notices;

/// <summary>A notice as a rule asks for it, before it has a case and a place in time.</summary>
public sealed record NoticeDraft
{
    public required string Kind { get; init; }

    public required string Recipient { get; init; }

    /// <summary>What tells it from others of its kind to its recipient in one case, such as the notice it chases; null where there can be but one.</summary>
    public string? About { get; init; }

    public required string Title { get; init; }

    public required string Reason { get; init; }

    public required JsonElement Content { get; init; }

    public NoticePriority Priority { get; init; }

    /// <summary>When the recipient is to be told: where that is later than now, the notice is planned. Null: at once. UTC.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>When the recipient must have it; null where no clock runs.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>Who is told when the clock runs out.</summary>
    public string? EscalateTo { get; init; }

    /// <summary>The notice of this draft, planned or raised.</summary>
    /// <param name="noticeId">See <see cref="NoticeId"/>.</param>
    internal Notice ToNotice(string noticeId, CaseId id, DateTimeOffset now)
    {
        var later = NotBefore > now;
        return new()
        {
            Id = noticeId,
            Case = id,
            Kind = Kind,
            Recipient = Recipient,
            State = later ? NoticeState.Planned : NoticeState.Raised,
            Priority = Priority,
            Title = Title,
            Reason = Reason,
            Content = Content,
            Due = Due,
            EscalateTo = EscalateTo,
            PlannedFor = later ? NotBefore : null,
            RaisedAt = later ? null : now,
        };
    }
}
