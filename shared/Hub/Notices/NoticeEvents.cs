using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.Json;
using Hub.Cases;
using Hub.Json;
using Hub.Messaging;

namespace Hub.Notices;

/// <summary>The events about notices: one for each sort and moment, with a copy for each notice.</summary>
internal static class NoticeEvents
{
    private static readonly JsonElement Nothing = JsonSerializer.SerializeToElement(new { });

    public static void Emit(CaseEdit edit, string type, string name, DateTimeOffset? notBefore, IEnumerable<Notice> notices)
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
                    JsonSerializer.SerializeToElement(new NoticeReference(n.Id, type == HubTopology.NoticePlanned ? n.PlannedFor : null), HubJson.Options),
                    Properties(n))),
            ],
        });
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
}

/// <summary>The data of every event about a notice: which one.</summary>
/// <param name="Notice">Its id.</param>
/// <param name="PlannedFor">For a planned one: the moment meant, which tells a plan still kept from one since moved.</param>
public sealed record NoticeReference(string Notice, DateTimeOffset? PlannedFor = null)
{
    /// <exception cref="PermanentFailureException">The data names no notice.</exception>
    public static NoticeReference Of(CloudEvent happened)
    {
        if (happened.Data.ValueKind == JsonValueKind.Object
            && happened.Data.TryGetProperty("notice", out var id)
            && id.ValueKind == JsonValueKind.String
            && id.TryGetText(out var notice)
            && NoticeId.TryGetCase(notice, out _))
        {
            return new(notice, PlannedForOf(happened.Data));
        }

        throw new PermanentFailureException("message-unreadable", "The event's data names no notice.");
    }

    private static DateTimeOffset? PlannedForOf(JsonElement data) =>
        data.TryGetProperty("plannedFor", out var at) && at.ValueKind == JsonValueKind.String && at.TryGetDateTimeOffset(out var moment) ? moment : null;
}
