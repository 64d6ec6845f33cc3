using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json;
using Hub.Cases;
using Hub.Json;
using Hub.Messaging;

namespace Hub.Notices;

/// <summary>
/// Turns what the rules asked for into notices of a case, with the events that deliver them and the scheduled ones
/// that keep their clocks. However many recipients, it is one event of each sort.
/// </summary>
public static class NoticeRaising
{
    /// <summary>How long before a notice is due its recipient is warned.</summary>
    public static readonly TimeSpan WarningMargin = TimeSpan.FromHours(4);

    /// <summary>Raises those that this case does not have yet; returns them.</summary>
    public static ImmutableArray<Notice> Raise(CaseEdit edit, IEnumerable<NoticeDraft> drafts)
    {
        var raised = drafts
            .Select(d => d.ToNotice(edit.Case.Id, edit.Now))
            .DistinctBy(n => n.Id)
            .Where(n => edit.Case.Notices.All(old => old.Id != n.Id))
            .ToImmutableArray();
        if (raised.IsEmpty)
        {
            return raised;
        }

        var escalations = new List<NoticeDraft>();
        var stored = new List<Notice>();
        foreach (var notice in raised)
        {
            var receivedAt = edit.Case.ReceivedAt;
            var late = notice.Due <= edit.Now;
            var kept = late ? notice with { BreachedAt = receivedAt > notice.Due ? receivedAt : notice.Due, Priority = NoticePriority.Urgent } : notice;
            edit.Put(kept);
            stored.Add(kept);
            edit.Audit("notice.raised", $"{notice.Kind} notice for {notice.Recipient}{DueWords(notice)}. {notice.Reason}", ("notice", notice.Id), ("recipient", notice.Recipient));
            if (late)
            {
                edit.Audit("notice.breached", Escalation.WhyLate(notice, receivedAt), ("notice", notice.Id), ("recipient", notice.Recipient));
                escalations.AddRange(Escalation.For(kept, receivedAt));
            }
        }

        Emit(edit, HubTopology.NoticeRaised, "raised", null, stored);
        var clocked = stored.Where(n => n is { Due: not null, BreachedAt: null }).ToList();
        foreach (var group in clocked.GroupBy(n => n.Due!.Value))
        {
            Emit(edit, HubTopology.NoticeWarnDue, "warn", group.Key - WarningMargin, group);
            Emit(edit, HubTopology.NoticeDue, "due", group.Key, group);
        }

        return raised.AddRange(Raise(edit, escalations));
    }

    /// <summary>What subscriptions may filter on. The place is a borough's id, or that of an authority outside London.</summary>
    private static ImmutableSortedDictionary<string, string> Properties(Notice notice)
    {
        var properties = ImmutableSortedDictionary<string, string>.Empty
            .Add("recipient", notice.Recipient)
            .Add("kind", notice.Kind)
            .Add("priority", notice.Priority == NoticePriority.Urgent ? "urgent" : "normal");
        return Recipient.PlaceOf(notice.Recipient) is { } place ? properties.Add("borough", place) : properties;
    }

    private static readonly JsonElement Nothing = JsonSerializer.SerializeToElement(new { });

    private static string DueWords(Notice notice) => notice.Due is { } due ? $", due {due.UtcDateTime:yyyy-MM-dd HH:mm}Z" : "";

    private static void Emit(CaseEdit edit, string type, string name, DateTimeOffset? notBefore, IEnumerable<Notice> notices)
    {
        edit.Emit(new OutgoingEvent
        {
            Id = $"{edit.Case.Id.Value:N}.{name}.{edit.Case.AuditHead.Count}{(notBefore is { } at ? $".{at.UtcTicks}" : "")}",
            Case = edit.Case.Id,
            Topic = HubTopology.Notices,
            Type = type,
            Time = edit.Now,
            NotBefore = notBefore,
            TraceParent = Activity.Current?.Id,
            Data = Nothing,
            Copies =
            [
                .. notices.Select(n => new EventCopy(
                    n.Id[(n.Id.IndexOf('-', StringComparison.Ordinal) + 1)..],
                    JsonSerializer.SerializeToElement(new NoticeReference(n.Id), HubJson.Options),
                    Properties(n))),
            ],
        });
    }
}

/// <summary>The data of every event about a notice: which one.</summary>
public sealed record NoticeReference(string Notice)
{
    /// <exception cref="PermanentFailureException">The data names no notice.</exception>
    public static string Of(CloudEvent happened) =>
        happened.Data.ValueKind == JsonValueKind.Object
        && happened.Data.TryGetProperty("notice", out var id)
        && id.ValueKind == JsonValueKind.String
        && id.TryGetText(out var notice)
        && NoticeId.TryGetCase(notice, out _)
            ? notice
            : throw new PermanentFailureException("message-unreadable", "The event's data names no notice.");
}
