using Hub.Cases;

namespace Hub.Notices;

/// <summary>
/// The notices of one case that say one thing to one recipient, one after the other: each but the last was withdrawn.
/// </summary>
/// <param name="LastId">The id of the one that stands, or of the one to come.</param>
/// <param name="Standing">The one not withdrawn; null where there is none.</param>
internal readonly record struct NoticeSeries(string LastId, Notice? Standing)
{
    public static NoticeSeries Of(CaseFile file, NoticeDraft draft) => Of(file, draft.Kind, draft.Recipient, draft.About);

    public static NoticeSeries Of(CaseFile file, string kind, string recipient, string? about)
    {
        for (var turn = 1; ; turn++)
        {
            var id = NoticeId.For(file.Id, kind, recipient, about, turn);
            var found = file.Notices.FirstOrDefault(n => n.Id == id);
            if (found is not { State: NoticeState.Withdrawn })
            {
                return new(id, found);
            }
        }
    }
}
