using System.Collections.Immutable;
using Hub.Cases;

namespace Hub.Notices;

/// <summary>
/// Turns what the rules asked for into notices of a case, with the events that deliver them and the scheduled ones
/// that keep their clocks. However many recipients, it is one event of each sort.
/// </summary>
public static partial class NoticeRaising
{
    /// <summary>How long before a notice is due its recipient is warned.</summary>
    public static readonly TimeSpan WarningMargin = TimeSpan.FromHours(4);

    /// <summary>Raises those that do not stand in this case yet, or plans them where they are for later; returns them.</summary>
    public static ImmutableArray<Notice> Raise(CaseEdit edit, IEnumerable<NoticeDraft> drafts)
    {
        var added = drafts
            .Select(draft => (Draft: draft, Series: NoticeSeries.Of(edit.Case, draft)))
            .Where(asked => asked.Series.Standing is null)
            .DistinctBy(asked => asked.Series.LastId)
            .Select(asked => asked.Draft.ToNotice(asked.Series.LastId, edit.Case.Id, edit.Now))
            .ToLookup(notice => notice.State == NoticeState.Planned);
        return [.. Tell(edit, [.. added[false]]), .. NoticePlan.Add(edit, [.. added[true]])];
    }

    /// <summary>Stores notices as raised now, with everything that follows; returns them and those raised over them.</summary>
    internal static ImmutableArray<Notice> Tell(CaseEdit edit, ImmutableArray<Notice> raised)
    {
        if (raised.IsEmpty)
        {
            return raised;
        }

        var escalations = new List<NoticeDraft>();
        var stored = ImmutableArray.CreateBuilder<Notice>(raised.Length);
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

        NoticeEvents.Emit(edit, HubTopology.NoticeRaised, "raised", null, stored);
        var clocked = stored.Where(n => n is { Due: not null, BreachedAt: null }).ToList();
        foreach (var group in clocked.GroupBy(n => n.Due!.Value))
        {
            NoticeEvents.Emit(edit, HubTopology.NoticeWarnDue, "warn", group.Key - WarningMargin, group);
            NoticeEvents.Emit(edit, HubTopology.NoticeDue, "due", group.Key, group);
        }

        return [.. stored, .. Raise(edit, escalations)];
    }

    internal static string DueWords(Notice notice) => notice.Due is { } due ? $", due {due.UtcDateTime:yyyy-MM-dd HH:mm}Z" : "";
}
