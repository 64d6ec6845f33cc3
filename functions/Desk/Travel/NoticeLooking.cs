using Hub.Cases;
using Hub.Notices;
using Hub.Paging;

namespace Hub.Functions.Desk.Travel;

/// <summary>Reads lists of notices through, as far as a page may.</summary>
internal static class NoticeLooking
{
    private const int MaxPages = 4;

    /// <returns>The notices, and whether there are more than were looked through.</returns>
    public static async Task<(List<Notice> Found, bool CutShort)> LookThroughAsync(this ICaseStore cases, NoticeQuery query, CancellationToken cancellationToken)
    {
        var found = new List<Notice>();
        string? continuation = null;
        for (var page = 0; page < MaxPages; page++)
        {
            var listed = await cases.ListNoticesAsync(query, new PageRequest(PageRequest.MaxSize, continuation), cancellationToken);
            found.AddRange(listed.Items.Where(n => query.Kind is null || n.Kind == query.Kind));
            if ((continuation = listed.Continuation) is null)
            {
                return (found, false);
            }
        }

        return (found, true);
    }
}
