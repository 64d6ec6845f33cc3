using System.Collections.Immutable;
using System.Text.Json;
using Hub.Cases;

namespace Hub.Notices;

/// <summary>
/// Notices for later. A scheduled message comes at the moment planned and names it; on arrival the notice itself is
/// looked at, and where it is not planned for that moment any more nothing happens.
/// </summary>
internal static class NoticePlan
{
    public static ImmutableArray<Notice> Add(CaseEdit edit, ImmutableArray<Notice> planned)
    {
        foreach (var notice in planned)
        {
            edit.Put(notice);
            edit.Audit("notice.planned", $"{notice.Kind} notice for {notice.Recipient} planned for {Words(notice)}. {notice.Reason}", ("notice", notice.Id), ("recipient", notice.Recipient));
        }

        foreach (var group in planned.GroupBy(n => n.PlannedFor!.Value))
        {
            Schedule(edit, group.Key, group);
        }

        return planned;
    }

    /// <summary>Makes a planned notice what its draft now asks for: moved, changed, or raised at once.</summary>
    public static void Change(CaseEdit edit, Notice planned, NoticeDraft draft, string because)
    {
        var asked = draft.ToNotice(planned.Id, planned.Case, edit.Now);
        if (asked.State == NoticeState.Raised)
        {
            NoticeRaising.Tell(edit, [asked with { PlannedFor = planned.PlannedFor }]);
            return;
        }

        var moved = asked.PlannedFor != planned.PlannedFor;
        if (moved || asked.Due != planned.Due)
        {
            edit.Put(asked);
            edit.Audit("notice.moved", $"Now planned for {Words(asked)}. {because}", ("notice", asked.Id), ("recipient", asked.Recipient));
        }
        else if (!SaysTheSame(asked, planned))
        {
            edit.Put(asked);
            edit.Audit("notice.changed", $"Still planned for {Words(asked)}; it says something else now. {because}", ("notice", asked.Id), ("recipient", asked.Recipient));
        }

        if (moved)
        {
            Schedule(edit, asked.PlannedFor!.Value, [asked]);
        }
    }

    /// <summary>Raises a notice that is still planned for this moment; any other stays as it is.</summary>
    public static void Release(CaseEdit edit, Notice notice, DateTimeOffset moment)
    {
        if (notice.State == NoticeState.Planned && notice.PlannedFor == moment)
        {
            NoticeRaising.Tell(edit, [notice with { State = NoticeState.Raised, RaisedAt = edit.Now }]);
        }
    }

    private static void Schedule(CaseEdit edit, DateTimeOffset moment, IEnumerable<Notice> notices) =>
        NoticeEvents.Emit(edit, HubTopology.NoticePlanned, "planned", moment, notices);

    private static bool SaysTheSame(Notice one, Notice other) =>
        one with { Content = default } == other with { Content = default } && JsonElement.DeepEquals(one.Content, other.Content);

    private static string Words(Notice notice) => $"{notice.PlannedFor!.Value.UtcDateTime:yyyy-MM-dd HH:mm}Z{NoticeRaising.DueWords(notice)}";
}
