using Hub.Auditing;
using Hub.Desk.Pages.Reviews;
using Hub.Desk.Words;
using Hub.Places;
using Hub.Testing;

namespace Hub.Functions.Tests.Desk.Reviews;

/// <summary>What was done to a report, for people.</summary>
public sealed class TimelineWordsTests
{
    private static readonly TimelineWords Words = new(new RecipientWords(AuthorityDirectory.Default, PortDirectory.Default));

    [Theory]
    [InlineData("Put into the inbox of ppd:camden.", "Put into the inbox of Camden public protection desk.")]
    [InlineData("Was due 2026-07-23 07:00Z.", "Was due Thursday 23 July 2026 at 8:00am.")]
    [InlineData("Report taken in from feed arrests; original kept as 4133cedd468cac1617b76fb5ed02eb0aeef585ded6bb5a8055cd74ee918a9195.", "Report taken in from feed arrests.")]
    [InlineData("Possible match rejected: At 12:30 she said: no.", "Possible match rejected: At 12:30 she said: no.")]
    public void Names_and_times_stand_for_codes(string said, string words) => Assert.Equal(words, Of("match.rejected", said).Words);

    [Fact]
    public void A_notice_raised_is_told_by_its_title_and_recipient()
    {
        var notice = A.Notice(A.Case());
        Assert.Equal("Camden youth offending team: A child was arrested. Lives in Camden.", Of("notice.raised", "arrest notice for yot:camden.", notice, ("notice", notice.Id)).Words);
    }

    [Theory]
    [InlineData("review.taken-over", "Review taken over")]
    [InlineData("deadline.breached-late", "Deadline breached late")]
    public void What_was_done_is_a_title(string action, string title) => Assert.Equal((title, "the hub"), (Of(action, "").Title, Of(action, "").By));

    private static TimelineRow Of(string action, string said, Hub.Notices.Notice? notice = null, params (string Name, string Value)[] about) => Words.Of(
        AuditChain.Next(AuditHead.Empty, TestHub.Start, Actor.Hub, action, said, about.Select(a => KeyValuePair.Create(a.Name, a.Value))), notice is null ? [] : [notice]);
}
