using System.Text.Json;
using Hub.Border.Hits;
using Hub.Border.Travel;
using Hub.Cases;
using Hub.Json;
using Hub.Matching;
using Hub.Messaging;
using Hub.Nominals;
using Hub.Notices;
using Hub.Reports;
using Hub.Testing;
using Hub.Testing.Border;
using Hub.Testing.Manifests;
using Hub.Tests.Border.Screening;

namespace Hub.Tests.Border.Hits;

/// <summary>A hit from its first list to its last, and what officers say of it in between.</summary>
public sealed class HitLifeTests : IDisposable
{
    private static readonly Nominal Jolyon = Flown.Offender();
    private static readonly CaseId Hit = HitCases.IdOf("BA9/2026-12-01/LHR/N-1");

    private readonly BorderWorld world = new(Jolyon);

    public void Dispose() => world.Dispose();

    private CaseFile Now => world.Store[Hit];

    private string[] Open => [.. Now.Notices.Where(n => n.State is not (NoticeState.Withdrawn or NoticeState.Acknowledged) && n.Kind != NoticeKind.NoticeWithdrawn).Select(n => $"{n.Kind} {n.Recipient}").Order(StringComparer.Ordinal)];

    private async Task<string[]> PlannedAsync() =>
        await world.Travel.ReadAsync(Jolyon.Id, default) is null ? [] : [.. world.Store[TravelRecords.IdOf(Jolyon.Id)].Notices.Where(n => n.State == NoticeState.Planned).Select(n => $"{n.Kind} {n.Recipient}")];

    [Fact]
    public async Task A_person_taken_off_and_put_on_again_is_told_of_again()
    {
        await world.SendAsync(Flown.Out(Flown.Person(Jolyon)));
        string[] told = ["border-hit border-liaison", "travel-breach-suspected jigsaw", "travel-breach-suspected jigsaw:camden"];
        Assert.Equal(told, Open);

        await world.SendAsync(Flown.Out(Flown.Stranger()));
        Assert.Equal(CaseStatus.Withdrawn, Now.Status);
        Assert.Empty(Open);
        Assert.Empty(await Picture.SeenAsync(world.Travel, Jolyon.Id));

        await world.SendAsync(Flown.Out(Flown.Person(Jolyon), Flown.Stranger(1)));
        Assert.Equal(CaseStatus.Assessed, Now.Status);
        Assert.Equal(told, Open);
        Assert.Equal(["BA9"], await Picture.SeenAsync(world.Travel, Jolyon.Id));
    }

    [Fact]
    public async Task One_rejected_stays_rejected_and_unknown_when_the_same_comes_again()
    {
        await world.SendAsync(Flown.Out(Flown.Alike(Jolyon)));
        Assert.Equal(["match-review jigsaw:camden"], Open);
        await world.Review.DecideAsync(Hit, null, "Another man.", BorderWorld.Officer, default);
        await world.SettleAsync();

        await world.SendAsync(Flown.Out(Flown.Stranger(), Flown.Alike(Jolyon)));
        AssertForgotten();
        await world.SendAsync(Flown.Out(Flown.Stranger()));
        await world.SendAsync(Flown.Out(Flown.Alike(Jolyon), Flown.Stranger(1)));
        Assert.Equal(CaseStatus.Assessed, Now.Status);
        AssertForgotten();

        void AssertForgotten()
        {
            Assert.IsType<MatchOutcome.None>(Now.Match!.Outcome);
            Assert.Empty(Open);
            var stored = JsonSerializer.Serialize(Now, HubJson.Options) + JsonSerializer.Serialize(Now.Notices, HubJson.Options);
            Assert.DoesNotContain("\"surname\":\"Feather", stored, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("\"reported\":\"", stored, StringComparison.OrdinalIgnoreCase);
        }
    }

    [Fact]
    public async Task One_rejected_is_looked_at_again_when_the_list_says_more_of_them()
    {
        await world.SendAsync(Flown.Out(Flown.Alike(Jolyon)));
        await world.Review.DecideAsync(Hit, null, "Another man.", BorderWorld.Officer, default);
        await world.SendAsync(Flown.Out(Flown.Person(Jolyon)));
        Assert.Equal(new MatchOutcome.Match("N-1", 1), Now.Match!.Outcome is MatchOutcome.Match m ? m with { Probability = 1 } : Now.Match.Outcome);
    }

    [Fact]
    public async Task One_confirmed_stays_confirmed_when_details_change_and_when_taken_off_in_between()
    {
        await world.SendAsync(Flown.Out(Flown.Alike(Jolyon)));
        Assert.Empty(await Picture.SeenAsync(world.Travel, Jolyon.Id));
        Assert.Equal(ReviewOutcome.Decided, await world.Review.DecideAsync(Hit, "N-1", "His photograph.", BorderWorld.Officer, default));
        await world.SettleAsync();
        Assert.Equal(["BA9"], await Picture.SeenAsync(world.Travel, Jolyon.Id));
        Assert.Contains("travel-breach-suspected jigsaw:camden", Open);

        await world.SendAsync(Flown.Out(Flown.Alike(Jolyon) with { Booking = "QX1" }));
        await world.SendAsync(Flown.Out(Flown.Stranger()));
        await world.SendAsync(Flown.Out(Flown.Alike(Jolyon)));
        Assert.Equal((new MatchOutcome.Match("N-1", 1), true), (Now.Match!.Outcome, Now.Match.Decision!.Confirmed));
        Assert.Contains("travel-breach-suspected jigsaw:camden", Open);
    }

    [Fact]
    public async Task One_identified_who_after_an_amendment_is_only_possible_has_no_adverse_step_resting_on_it()
    {
        await world.SendAsync(Flown.Out(Flown.Person(Jolyon)), Flown.Back(Flown.Stranger()));
        await world.Decisions.DecideAsync(Hit, TravelDecision.Return, TravelDecision.Known, "His ticket.",
            new KnownReturn(Flown.Time("LHR 2026-12-16 06:15"), "LHR", "BA10", ReturnSource.Officer), BorderWorld.Officer, default);
        await world.SettleAsync();
        Assert.Equal(["interception jigsaw:camden", "interception border-liaison"], await PlannedAsync());

        await world.SendAsync(Flown.Out(Flown.Alike(Jolyon)));

        Assert.IsType<MatchOutcome.Possible>(Now.Match!.Outcome);
        Assert.Equal(["match-review jigsaw:camden"], Open);
        Assert.Empty(await PlannedAsync());
        Assert.Empty(await Picture.SeenAsync(world.Travel, Jolyon.Id));
    }

    /// <summary>The hit is withdrawn, and that is dealt with, just before each single read of its assessment.</summary>
    [Fact]
    public async Task One_taken_off_while_it_is_assessed_is_in_no_history()
    {
        for (var moment = 1; ; moment++)
        {
            using var here = new BorderWorld(Jolyon);
            await here.ReadyAsync();
            await here.AcceptAsync(PaxlstText.Write(Flown.Out(Flown.Person(Jolyon))));
            await here.DeliverAsync(BorderWorld.Messages(here.Store.Events[0]).Single());
            var accepted = BorderWorld.Messages(here.Store.Events.Single(e => e.Type == HubTopology.ReportAccepted)).Single();
            here.Time.Advance(TimeSpan.FromMinutes(1));
            await here.AcceptAsync(PaxlstText.Write(Flown.Out(Flown.Stranger())));
            var step = 0;
            var interrupted = false;
            here.Failing.Reading = async _ =>
            {
                if (++step == moment)
                {
                    interrupted = true;
                    await here.DeliverAsync(BorderWorld.Messages(here.Store.Events.Last(e => e.Type == HubTopology.ManifestAccepted)).Single());
                    foreach (var changed in here.Store.Events.Where(e => e.Type == HubTopology.ReportChanged).ToList())
                    {
                        await here.DeliverAsync(BorderWorld.Messages(changed).Single());
                    }
                }
            };
            await here.DeliverAsync(accepted);
            here.Failing.Reading = null;

            if (!interrupted)
            {
                Assert.InRange(moment, 4, 40);
                return;
            }

            Assert.Equal(CaseStatus.Withdrawn, here.Store[Hit].Status);
            Assert.Empty(await Picture.SeenAsync(here.Travel, Jolyon.Id));
        }
    }

    /// <summary>An officer decides, and that is dealt with, just before each single read of a judgement begun earlier.</summary>
    [Fact]
    public async Task A_decision_made_while_the_report_is_judged_anew_is_not_lost_from_the_history()
    {
        for (var moment = 1; ; moment++)
        {
            using var here = new BorderWorld(Jolyon);
            await here.SendAsync(Flown.Out(Flown.Person(Jolyon)));
            var anew = new CloudEvent { Id = "1", Type = HubTopology.ReportChanged, Subject = Hit.ToString(), Time = SmallWorld.Now, Data = JsonSerializer.SerializeToElement(new { report = Hit }) };
            var step = 0;
            var interrupted = false;
            here.Failing.Reading = async _ =>
            {
                if (++step == moment)
                {
                    interrupted = true;
                    await here.Decisions.DecideAsync(Hit, TravelDecision.Breach, TravelDecision.NoBreach, "He told us.", null, BorderWorld.Officer, default);
                    await here.SettleAsync();
                }
            };
            await here.DeliverAsync(anew);
            here.Failing.Reading = null;

            if (!interrupted)
            {
                Assert.InRange(moment, 3, 40);
                return;
            }

            Assert.Equal(TravelDecision.NoBreach, (await here.Travel.ReadAsync(Jolyon.Id, default))!.Seen[0].Breach?.Outcome);
        }
    }

    [Fact]
    public async Task Judging_anew_with_nothing_new_adds_nothing()
    {
        await world.SendAsync(Flown.Out(Flown.Person(Jolyon)));
        var commits = world.Store.Commits.Count;
        await world.DeliverAsync(new CloudEvent { Id = "1", Type = HubTopology.ReportChanged, Subject = Hit.ToString(), Time = A.Moment, Data = JsonSerializer.SerializeToElement(new { report = Hit }) });
        await world.DeliverAsync(new CloudEvent { Id = "2", Type = HubTopology.ReportAccepted, Subject = Hit.ToString(), Time = A.Moment });
        Assert.Equal(commits, world.Store.Commits.Count);
    }

    [Fact]
    public async Task A_child_on_the_booking_of_a_possible_match_is_named_to_nobody_but_in_the_review()
    {
        await world.SendAsync(Flown.Out(Flown.Alike(Jolyon) with { Booking = "QX1" }, Flown.Stranger(0, "2015-01-01", "QX1")));
        Assert.Equal(["match-review jigsaw:camden"], Open);
        Assert.Equal("Possible match on a flight, with a child on the booking", Now.Notices.Single().Title);

        await world.Review.DecideAsync(Hit, "N-1", "His photograph.", BorderWorld.Officer, default);
        await world.SettleAsync();
        Assert.Contains("child-travelling cait:camden", Open);
    }
}
