using System.Collections.Frozen;
using Hub.Auditing;
using Hub.Desk.Words;

namespace Hub.Desk.Pages.OneNotice;

/// <summary>What was done with a notice, in words.</summary>
public static class TimelineWords
{
    private static readonly FrozenDictionary<string, string> Known = new Dictionary<string, string>
    {
        ["notice.planned"] = "Planned for later",
        ["notice.moved"] = "Planned for another time",
        ["notice.changed"] = "Changed while it was planned",
        ["notice.raised"] = "Raised",
        ["notice.delivered"] = "Put into the inbox",
        ["notice.warned"] = "Not acknowledged yet, and the deadline was near",
        ["notice.breached"] = "Not acknowledged by its deadline",
        ["notice.acknowledged"] = "Acknowledged",
        ["notice.withdrawn"] = "Withdrawn",
    }.ToFrozenDictionary();

    public static string Of(AuditEntry entry) =>
        Known.GetValueOrDefault(entry.Action) ?? Labels.Of(entry.Action[(entry.Action.LastIndexOf('.') + 1)..]);
}
