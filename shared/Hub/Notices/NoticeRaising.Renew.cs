using System.Text.Json;
using Hub.Cases;

namespace Hub.Notices;

/// <summary>Notices that keep a recipient up to date on one thing.</summary>
public static partial class NoticeRaising
{
    /// <summary>
    /// As <see cref="Reconcile"/>, where of each kind a recipient is to have one that says how things are now: a newer one
    /// takes the place of an older, also of one acknowledged, and only who is told nothing instead hears that the old does
    /// not hold. To replace one that was delivered takes 4 of the 100 items of a commit, one breached and chased 8.
    /// </summary>
    /// <param name="drafts">All that is asked for. One with an <see cref="NoticeDraft.About"/> says one thing for good; one without is raised anew when its words, content or due time are others. One already past its due time runs no clock.</param>
    /// <param name="kinds">The kinds gone over; notices of others are left alone.</param>
    /// <param name="quiet">Of the kinds, those that end without a word, as what they ask for was done.</param>
    /// <param name="because">Why, in a sentence that names nobody; recipients read it.</param>
    /// <exception cref="ArgumentException">A draft is of another kind.</exception>
    public static void Renew(CaseEdit edit, IEnumerable<NoticeDraft> drafts, IReadOnlySet<string> kinds, IReadOnlySet<string> quiet, string because)
    {
        var asked = drafts
            .Select(d => d.Due <= edit.Now ? d with { Due = null, EscalateTo = null } : d)
            .DistinctBy(d => (d.Kind, d.Recipient, d.About))
            .ToList();
        if (asked.FirstOrDefault(d => !kinds.Contains(d.Kind)) is { } odd)
        {
            throw new ArgumentException($"A draft of kind {odd.Kind} is not among the kinds gone over.", nameof(drafts));
        }

        var kept = asked
            .Select(d => (Draft: d, Notice: NoticeSeries.Of(edit.Case, d).Standing))
            .Where(pair => pair.Notice is not null && (pair.Draft.About is not null || SaysTheSame(pair.Notice, pair.Draft)))
            .Select(pair => pair.Notice!.Id)
            .ToHashSet();
        var instead = asked.Select(d => (d.Kind, d.Recipient)).ToHashSet();
        var disregards = new List<NoticeDraft>();
        foreach (var notice in edit.Case.Notices.Where(n => kinds.Contains(n.Kind) && n.State != NoticeState.Withdrawn && !kept.Contains(n.Id)))
        {
            var taken = NoticeWithdrawal.TakeBack(edit, notice, because);
            if (!quiet.Contains(notice.Kind) && !instead.Contains((notice.Kind, notice.Recipient)))
            {
                disregards.AddRange(taken);
            }
        }

        Raise(edit, [.. disregards, .. asked]);
    }

    private static bool SaysTheSame(Notice raised, NoticeDraft draft) =>
        (draft.Due is null || raised.Due == draft.Due) && raised.Title == draft.Title && raised.Reason == draft.Reason && JsonElement.DeepEquals(raised.Content, draft.Content);
}
