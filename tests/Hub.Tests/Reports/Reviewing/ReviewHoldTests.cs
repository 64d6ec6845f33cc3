using Hub.Auditing;
using Hub.Cases;
using Hub.Notices;
using Hub.Reports;
using Hub.Reports.Reviewing;
using Hub.Testing;

namespace Hub.Tests.Reports.Reviewing;

/// <summary>Several people at one queue of possible matches: no two on one case without knowing, and nobody's word lost.</summary>
public sealed class ReviewHoldTests : ReviewDesk
{
    [Fact]
    public async Task Whoever_takes_a_case_has_it_for_a_quarter_of_an_hour_and_nobody_else_does()
    {
        var id = await PossibleAsync("1");
        Assert.Equal(HoldOutcome.Held, await TakeAsync(id, Ahmed));

        Assert.Equal(new CaseHold(Ahmed, "pc-ahmed", A.Moment, A.Moment.AddMinutes(15)), Store[id].HeldAt(Time.GetUtcNow()));
        Assert.Equal(HoldOutcome.HeldByAnother, await TakeAsync(id, Sergeant));
        Assert.Equal(ReviewOutcome.HeldByAnother, await Review.DecideAsync(id, "N-1", "Same tattoo.", Sergeant, default));
        Assert.Equal(ReviewOutcome.HeldByAnother, await More.AskAsync(id, "A photograph.", Sergeant, default));
        Assert.Equal((true, 0), (ReviewStanding.IsToDecide(Store[id]), Store[id].Decisions.Length));
        Assert.Equal(["review.held"], Actions);
    }

    [Fact]
    public async Task A_hold_whose_time_is_over_is_as_if_it_had_never_been()
    {
        var id = await PossibleAsync("1");
        await TakeAsync(id, Ahmed);
        Time.Advance(ReviewHolds.Length);

        Assert.Null(Store[id].HeldAt(Time.GetUtcNow()));
        Assert.Equal(HoldOutcome.Held, await TakeAsync(id, Sergeant));
        Assert.Equal(["review.held", "review.held"], Actions);
    }

    [Fact]
    public async Task Work_keeps_a_hold_and_changes_the_case_at_most_every_five_minutes()
    {
        var id = await PossibleAsync("1");
        await TakeAsync(id, Ahmed);
        Time.Advance(ReviewHolds.RenewedAfter - TimeSpan.FromSeconds(1));
        await TakeAsync(id, Ahmed);
        Assert.Equal(A.Moment.AddMinutes(15), Store[id].Held!.Until);

        Time.Advance(TimeSpan.FromSeconds(1));
        await TakeAsync(id, Ahmed);
        Assert.Equal((A.Moment, A.Moment.AddMinutes(20)), (Store[id].Held!.Since, Store[id].Held!.Until));
        Assert.Equal(["review.held", "review.held"], Actions);
    }

    [Fact]
    public async Task A_case_taken_over_is_the_others_and_the_trail_says_from_whom()
    {
        var id = await PossibleAsync("1");
        await TakeAsync(id, Ahmed);
        Assert.Equal(HoldOutcome.Held, await TakeAsync(id, Sergeant, over: true));

        Assert.Equal(HoldOutcome.HeldByAnother, await TakeAsync(id, Ahmed));
        Assert.Equal(ReviewOutcome.HeldByAnother, await Review.DecideAsync(id, null, "No.", Ahmed, default));
        Assert.Equal("pc-ahmed", Store.Audit.Last(a => a.Action == "review.taken-over").About["from"]);
    }

    [Fact]
    public async Task One_s_own_is_given_back_and_another_s_is_not()
    {
        var id = await PossibleAsync("1");
        await TakeAsync(id, Ahmed);
        await Holds.ReleaseAsync(id, Sergeant, default);
        Assert.Equal(Ahmed, Store[id].Held!.By);

        await Holds.ReleaseAsync(id, Ahmed, default);
        await Holds.ReleaseAsync(id, Ahmed, default);
        Assert.Null(Store[id].Held);
        Assert.Equal(["review.held", "review.released"], Actions);
    }

    [Fact]
    public async Task Of_two_who_take_a_case_at_once_one_has_it()
    {
        var id = await PossibleAsync("1");
        Store.Meanwhile = () => TakeAsync(id, Sergeant).GetAwaiter().GetResult();

        Assert.Equal(HoldOutcome.HeldByAnother, await TakeAsync(id, Ahmed));
        Assert.Equal(Sergeant, Store[id].Held!.By);
    }

    [Fact]
    public async Task Whoever_decides_while_another_takes_it_decides_nothing()
    {
        var id = await PossibleAsync("1");
        Store.Meanwhile = () => TakeAsync(id, Sergeant).GetAwaiter().GetResult();

        Assert.Equal(ReviewOutcome.HeldByAnother, await Review.DecideAsync(id, "N-1", "Yes.", Ahmed, default));
        Assert.True(ReviewStanding.IsToDecide(Store[id]));
    }

    [Fact]
    public async Task The_same_decision_by_the_same_person_is_one_and_another_s_is_none()
    {
        var id = await PossibleAsync("1");
        await TakeAsync(id, Ahmed);
        Assert.Equal(ReviewOutcome.Decided, await Review.DecideAsync(id, "N-1", "Same tattoo.", Ahmed, default));
        var commits = Store.Commits.Count;
        Time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(ReviewOutcome.Decided, await Review.DecideAsync(id, "N-1", "Same tattoo.", Ahmed, default));
        Assert.Equal(ReviewOutcome.AlreadyDecided, await Review.DecideAsync(id, "N-1", "Same tattoo.", Sergeant, default));
        Assert.Equal(ReviewOutcome.AlreadyDecided, await Review.DecideAsync(id, "N-1", "Another reason.", Ahmed, default));
        Assert.Equal((commits, A.Moment), (Store.Commits.Count, Store[id].Match!.Decision!.At));
        Assert.Null(Store[id].Held);
    }

    [Fact]
    public async Task Of_the_same_decision_sent_twice_at_once_both_hear_that_it_is_made()
    {
        var id = await PossibleAsync("1");
        Store.Meanwhile = () => Review.DecideAsync(id, null, "No.", Ahmed, default).GetAwaiter().GetResult();

        Assert.Equal(ReviewOutcome.Decided, await Review.DecideAsync(id, null, "No.", Ahmed, default));
        Assert.Equal(["match.rejected"], Actions);
    }

    [Fact]
    public async Task What_needs_more_stays_possible_its_notice_open_and_the_case_free()
    {
        var id = await PossibleAsync("1");
        await TakeAsync(id, Ahmed);
        Assert.Equal(ReviewOutcome.Decided, await More.AskAsync(id, "The photograph on file.", Ahmed, default));

        Assert.Equal(new CaseDecision("match", "need-more", "The photograph on file.", Ahmed, A.Moment), ReviewStanding.MoreAsked(Store[id]));
        Assert.True(ReviewStanding.IsToDecide(Store[id]));
        Assert.True(Store[id].Notices.Single(n => n.Kind == NoticeKind.MatchReview).IsOpen);
        Assert.Null(Store[id].Held);
        Assert.Equal(["review.held", "match.need-more"], Actions);
    }

    [Fact]
    public async Task The_same_word_that_more_is_needed_is_said_once_and_gives_the_case_back()
    {
        var id = await PossibleAsync("1");
        await More.AskAsync(id, "The photograph on file.", Ahmed, default);
        await TakeAsync(id, Ahmed);
        Assert.Equal(ReviewOutcome.Decided, await More.AskAsync(id, "The photograph on file.", Ahmed, default));
        await TakeAsync(id, Sergeant);
        Assert.Equal(ReviewOutcome.Decided, await More.AskAsync(id, "The photograph on file.", Ahmed, default));

        Assert.Single(Store[id].Decisions);
        Assert.Equal(Sergeant, Store[id].Held!.By);
        Assert.Equal(["match.need-more", "review.held", "review.released", "review.held"], Actions);
    }

    [Fact]
    public async Task Nothing_is_taken_or_asked_where_nothing_is_to_decide()
    {
        var id = await PossibleAsync("1");
        await Review.DecideAsync(id, null, "No.", Ahmed, default);

        Assert.Equal(HoldOutcome.NothingToDecide, await TakeAsync(id, Sergeant, over: true));
        Assert.Equal(ReviewOutcome.AlreadyDecided, await More.AskAsync(id, "x", Sergeant, default));
        Assert.Equal(HoldOutcome.Unknown, await TakeAsync(CaseId.For("arrests", "none"), Sergeant));
        Assert.Equal(ReviewOutcome.Unknown, await More.AskAsync(CaseId.For("arrests", "none"), "x", Sergeant, default));
    }

    [Fact]
    public async Task A_review_asked_for_anew_does_not_wait_for_what_was_asked_before_it()
    {
        var id = await PossibleAsync("1");
        await More.AskAsync(id, "x", Ahmed, default);
        Time.Advance(TimeSpan.FromMinutes(1));
        await Editor.EditAsync(id, Actor.Hub, edit =>
        {
            NoticeWithdrawal.Withdraw(edit, edit.Case.Notices.Single(n => n.Kind == NoticeKind.MatchReview), "Looked at anew.");
            NoticeRaising.Raise(edit, [new NoticeDraft { Kind = NoticeKind.MatchReview, Recipient = Desk, Title = "t", Reason = "r", Content = A.Json("{}") }]);
        }, default);

        Assert.Null(ReviewStanding.MoreAsked(Store[id]));
        Assert.Single(Store[id].Decisions);
    }
}
