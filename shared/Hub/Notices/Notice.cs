using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Hub.Auditing;
using Hub.Cases;

namespace Hub.Notices;

/// <summary>Where a notice stands. Stores keep the number.</summary>
public enum NoticeState
{
    /// <summary>To be raised at a later moment; nobody need act on it yet.</summary>
    Planned = 3,

    /// <summary>Decided on and stored; on its way.</summary>
    Raised = 0,

    /// <summary>In the recipient's inbox.</summary>
    Delivered = 1,

    /// <summary>The recipient has said they have it: the clock is stopped.</summary>
    Acknowledged = 2,

    /// <summary>No longer holds: the clock is stopped, and whoever had it was told so.</summary>
    Withdrawn = 4,
}

public enum NoticePriority
{
    Normal,
    Urgent,
}

/// <summary>
/// The identity of a notice: its case, and a hash of kind, recipient and what it is about. The same rule reaching the same conclusion
/// twice therefore makes one notice, and the case (the partition) can be read off it. Where one was withdrawn, the next is counted.
/// </summary>
public static class NoticeId
{
    /// <summary>32 hex digits of the case, a dash, 16 hex digits.</summary>
    public const int Length = 49;

    /// <param name="about">What tells it from others of its kind to its recipient; null where there can be but one.</param>
    /// <param name="turn">1 for the first; one more for each that was withdrawn before it.</param>
    public static string For(CaseId id, string kind, string recipient, string? about = null, int turn = 1)
    {
        var said = about is null ? $"{kind}\n{recipient}" : $"{kind}\n{recipient}\n{about}";
        var hashed = turn == 1 ? said : $"{said}\n#{turn}";
        return $"{id.Value:N}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(hashed)))[..16]}";
    }

    /// <summary>The case a notice belongs to; false when this is no notice id.</summary>
    public static bool TryGetCase([NotNullWhen(true)] string? noticeId, out CaseId id)
    {
        id = default;
        if (noticeId is not { Length: Length } || noticeId[32] != '-' || !Guid.TryParseExact(noticeId[..32], "N", out var guid))
        {
            return false;
        }

        id = new CaseId(guid);
        return true;
    }
}

/// <summary>One recipient told one thing about one case.</summary>
public sealed record Notice
{
    /// <summary>See <see cref="NoticeId"/>.</summary>
    public required string Id { get; init; }

    public required CaseId Case { get; init; }

    /// <summary>What it is about: see <see cref="NoticeKind"/>.</summary>
    public required string Kind { get; init; }

    /// <summary>Who is told: see <see cref="Recipient"/>.</summary>
    public required string Recipient { get; init; }

    public required NoticeState State { get; init; }

    public NoticePriority Priority { get; init; }

    /// <summary>One line for a list, without the person's name.</summary>
    public required string Title { get; init; }

    /// <summary>Why this recipient was told, in words.</summary>
    public required string Reason { get; init; }

    /// <summary>What they may see: only the fields meant for them.</summary>
    public required JsonElement Content { get; init; }

    /// <summary>When the recipient must have it; null where no clock runs. UTC.</summary>
    public DateTimeOffset? Due { get; init; }

    /// <summary>Who is told when the clock runs out unacknowledged; null where no clock runs.</summary>
    public string? EscalateTo { get; init; }

    /// <summary>When a notice that was not raised at once is to be, or was to be; null for one that was. UTC.</summary>
    public DateTimeOffset? PlannedFor { get; init; }

    /// <summary>Null while it is planned, and for one withdrawn before it was raised. UTC.</summary>
    public DateTimeOffset? RaisedAt { get; init; }

    public DateTimeOffset? DeliveredAt { get; init; }

    /// <summary>When the recipient was warned that the clock is running out.</summary>
    public DateTimeOffset? WarnedAt { get; init; }

    /// <summary>When the clock ran out unacknowledged; for a report that came too late, when it came.</summary>
    public DateTimeOffset? BreachedAt { get; init; }

    public DateTimeOffset? AcknowledgedAt { get; init; }

    public Actor? AcknowledgedBy { get; init; }

    public DateTimeOffset? WithdrawnAt { get; init; }

    /// <summary>Why it was withdrawn, in words that name nobody.</summary>
    public string? WithdrawnBecause { get; init; }

    /// <summary>The recipient has been told, or is about to be, and has not answered.</summary>
    [JsonIgnore]
    public bool IsOpen => State is NoticeState.Raised or NoticeState.Delivered;

    /// <summary>Acknowledged after <see cref="Due"/>.</summary>
    public bool AcknowledgedLate => AcknowledgedAt is { } at && Due is { } due && at > due;
}

/// <summary>Which of a recipient's notices are wanted.</summary>
/// <param name="Recipient">Whose.</param>
/// <param name="State">Only in this state; null for all.</param>
/// <param name="OpenOnly">Only those raised or delivered: not planned, acknowledged or withdrawn.</param>
/// <param name="Kind">Only of this kind: see <see cref="NoticeKind"/>; null for all.</param>
/// <param name="DueFrom">Only those due then or later, or without a clock; null for all. UTC.</param>
public sealed record NoticeQuery(string Recipient, NoticeState? State = null, bool OpenOnly = false, string? Kind = null, DateTimeOffset? DueFrom = null);
