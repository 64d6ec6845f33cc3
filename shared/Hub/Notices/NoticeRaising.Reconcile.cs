using Hub.Cases;

namespace Hub.Notices;

/// <summary>The same conclusion drawn again from other facts.</summary>
public static partial class NoticeRaising
{
    /// <summary>
    /// Makes the standing notices of some kinds be those of the drafts and no others. What is missing is raised or planned,
    /// and what no draft asks for any more is withdrawn. A planned notice is moved or changed where it is; one already
    /// raised is withdrawn and raised anew where its due time, title or reason is another; one acknowledged stays.
    /// Replacing one that was delivered, breached and chased takes 14 of the 100 items of a commit, one just delivered 6.
    /// </summary>
    /// <param name="drafts">All that is asked for, each of one of the <paramref name="kinds"/>. Which notice a draft asks for is told by kind, recipient and <see cref="NoticeDraft.About"/>; of two that ask for one, the first counts.</param>
    /// <param name="kinds">The kinds gone over; notices of others are left alone.</param>
    /// <param name="because">Why, in a sentence that names nobody; recipients read it.</param>
    /// <param name="concerned">Of notices of these kinds, which are gone over; all where null.</param>
    /// <exception cref="ArgumentException">A draft is of another kind.</exception>
    public static void Reconcile(
        CaseEdit edit, IReadOnlyCollection<NoticeDraft> drafts, IReadOnlySet<string> kinds, string because, Func<Notice, bool>? concerned = null)
    {
        if (drafts.FirstOrDefault(d => !kinds.Contains(d.Kind)) is { } odd)
        {
            throw new ArgumentException($"A draft of kind {odd.Kind} is not among the kinds gone over.", nameof(drafts));
        }

        var asked = drafts.DistinctBy(d => (d.Kind, d.Recipient, d.About)).ToList();
        var standing = asked
            .Select(draft => (Draft: draft, Notice: NoticeSeries.Of(edit.Case, draft).Standing))
            .Where(pair => pair.Notice is not null)
            .ToDictionary(pair => pair.Notice!.Id, pair => pair.Draft);
        var disregards = new List<NoticeDraft>();
        foreach (var notice in edit.Case.Notices.Where(n => kinds.Contains(n.Kind) && concerned?.Invoke(n) != false))
        {
            if (!standing.TryGetValue(notice.Id, out var draft) || (notice.IsOpen && SaysOtherwise(notice, draft)))
            {
                disregards.AddRange(NoticeWithdrawal.TakeBack(edit, notice, because));
            }
            else if (notice.State == NoticeState.Planned)
            {
                NoticePlan.Change(edit, notice, draft, because);
            }
        }

        // In one go, so that however many are replaced it is one event of each sort.
        Raise(edit, [.. disregards, .. asked]);
    }

    private static bool SaysOtherwise(Notice raised, NoticeDraft draft) =>
        raised.Due != draft.Due || raised.Title != draft.Title || raised.Reason != draft.Reason;
}
