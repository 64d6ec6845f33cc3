using System.Collections.Immutable;
using Hub.Cases;
using Hub.Messaging;
using Hub.Nominals;
using Hub.Notices;
using Hub.Paging;
using Hub.Reports.Reviewing;
using Hub.Testing;

namespace Hub.Tests.Reports.Reviewing;

/// <summary>What waits, what comes next, and what a decision would lead to.</summary>
public sealed class ReviewQueueTests : ReviewDesk
{
    [Fact]
    public async Task The_next_case_is_the_first_that_nobody_else_has_and_for_which_nobody_asked_more()
    {
        CaseId[] all = [await PossibleAsync("1"), await PossibleAsync("2"), await PossibleAsync("3"), await PossibleAsync("4")];
        var order = (await Queue.ListAsync(Desk, new PageRequest(), default)).Items.Select(w => w.Notice.Case).ToArray();
        Assert.Equal(all.ToHashSet(), order.ToHashSet());
        await TakeAsync(order[0], Sergeant);
        await More.AskAsync(order[1], "x", Sergeant, default);

        Assert.Equal(order[2], await NextAsync(Ahmed));
        Assert.Equal(order[3], await NextAsync(Ahmed, except: order[2], onwards: true));
        await Review.DecideAsync(order[3], null, "No.", Ahmed, default);
        await Review.DecideAsync(order[2], null, "No.", Ahmed, default);
        Assert.Equal(order[1], await NextAsync(Ahmed));
        Assert.Null(await NextAsync(Ahmed, except: order[1]));
    }

    [Fact]
    public async Task Going_on_past_the_end_begins_at_the_beginning()
    {
        _ = await PossibleAsync("1");
        _ = await PossibleAsync("2");
        var order = (await Queue.ListAsync(Desk, new PageRequest(), default)).Items.Select(w => w.Notice.Case).ToArray();

        Assert.Equal(order[0], await NextAsync(Ahmed, except: order[1], onwards: true));
    }

    [Fact]
    public async Task The_next_is_found_behind_more_others_than_one_look_holds()
    {
        for (var i = 0; i < 120; i++)
        {
            _ = await PossibleAsync($"{i}");
        }

        var order = (await Queue.ListAsync(Desk, new PageRequest(200), default)).Items.Select(w => w.Notice.Case).ToArray();
        foreach (var id in order[..^1])
        {
            await TakeAsync(id, Sergeant);
        }

        Assert.Equal(order[^1], await NextAsync(Ahmed));
    }

    [Fact]
    public async Task The_queue_holds_what_waits_for_one_desk_and_who_has_it()
    {
        var id = await PossibleAsync("1");
        var other = await PossibleAsync("2");
        await Review.DecideAsync(other, null, "No.", Sergeant, default);
        await TakeAsync(id, Ahmed);

        var waiting = Assert.Single((await Queue.ListAsync(Desk, new PageRequest(), default)).Items);
        Assert.Equal((id, "arrests", Ahmed, null), (waiting.Notice.Case, waiting.Feed, waiting.Held!.By, waiting.More));
        Assert.Empty((await Queue.ListAsync("ppd:brent", new PageRequest(), default)).Items);
    }

    [Fact]
    public async Task Judging_anew_leaves_a_hold_and_what_was_asked_alone()
    {
        var id = await PossibleAsync("1");
        await More.AskAsync(id, "x", Ahmed, default);
        await TakeAsync(id, Ahmed);
        await Assessor.AssessAsync(new CloudEvent { Id = "again", Type = HubTopology.ReportChanged, Subject = id.ToString(), Time = A.Moment, Data = A.Json($$"""{"report":"{{id}}"}""") }, default);

        Assert.Equal((Ahmed, 1), (Store[id].Held!.By, Store[id].Decisions.Length));
        Assert.Equal("review.held", Store.Audit[^1].Action);
    }

    [Fact]
    public async Task It_is_said_beforehand_who_hears_of_a_decision_and_nothing_is_done()
    {
        var file = Store[await PossibleAsync("1")];
        var commits = Store.Commits.Count;
        var foresight = new ReviewForesight(Assessor, Feeds);

        Assert.Equal([Recipient.Compass], Told(foresight.Of(file, A.Nominal("N-1") with { Markers = [Marker.Missing] })));
        Assert.Empty(Told(foresight.Of(file, A.Nominal("N-2"))));
        Assert.Empty(Told(foresight.Of(file, null)));
        Assert.Equal(commits, Store.Commits.Count);

        static IEnumerable<string> Told(ImmutableArray<NoticeDraft>? drafts) => drafts!.Value.Select(d => d.Recipient);
    }
}
