using Hub.Border.Hits;
using Hub.Border.Travel;
using Hub.Cases;
using Hub.Nominals;
using Hub.Testing;
using Hub.Testing.Border;

namespace Hub.Tests.Border.Travel;

public sealed class TravelDecisionTests : IDisposable
{
    private static readonly Nominal Jolyon = Flown.Offender();
    private static readonly CaseId Hit = HitCases.IdOf("BA9/2026-12-01/LHR/N-1");
    private readonly BorderWorld world = new(Jolyon);

    public void Dispose() => world.Dispose();

    private Task<DecisionOutcome> DecideAsync(string outcome = TravelDecision.NoBreach, string rationale = "He told us.", object? details = null, CaseId? on = null, string kind = TravelDecision.Breach) =>
        world.Decisions.DecideAsync(on ?? Hit, kind, outcome, rationale, details, BorderWorld.Officer, default);

    [Fact]
    public async Task A_decision_stays_in_the_case_and_in_the_history_with_who_when_and_why()
    {
        await world.SendAsync(Flown.Out(Flown.Person(Jolyon)));
        world.Time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(DecisionOutcome.Decided, await DecideAsync());
        await world.SettleAsync();

        var decision = Assert.Single(world.Store[Hit].Decisions);
        Assert.Equal((TravelDecision.Breach, TravelDecision.NoBreach, "He told us.", BorderWorld.Officer, world.Time.GetUtcNow()), (decision.Kind, decision.Outcome, decision.Rationale, decision.By, decision.At));
        var record = (await world.Travel.ReadAsync(Jolyon.Id, default))!;
        Assert.Equal(new BreachDecision(TravelDecision.NoBreach, "He told us.", BorderWorld.Officer.Id, world.Time.GetUtcNow()), record.Journeys[0].Breach);
    }

    [Fact]
    public async Task The_same_decision_again_is_the_same_and_going_back_to_it_is_another()
    {
        await world.SendAsync(Flown.Out(Flown.Person(Jolyon)));
        await DecideAsync(details: new { a = 1 });
        await DecideAsync(details: new { a = 1 });
        Assert.Single(world.Store[Hit].Decisions);

        await DecideAsync(details: new { a = 2 });
        await DecideAsync();
        await DecideAsync(TravelDecision.IsBreach);
        await DecideAsync();
        Assert.Equal(5, world.Store[Hit].Decisions.Length);
    }

    [Fact]
    public async Task Who_has_not_seen_the_newest_decision_decides_nothing()
    {
        await world.SendAsync(Flown.Out(Flown.Person(Jolyon)));
        Assert.Equal(DecisionOutcome.Decided, await KnowingAsync(0, "His solicitor sent it."));
        Assert.Equal(DecisionOutcome.Decided, await KnowingAsync(0, "His solicitor sent it."));
        Assert.Equal(DecisionOutcome.Overtaken, await KnowingAsync(0, "He forgot."));
        Assert.Equal(["His solicitor sent it."], world.Store[Hit].Decisions.Select(d => d.Rationale));

        // Of another kind nothing was decided since.
        await DecideAsync(TravelDecision.Cancel, kind: TravelDecision.Interception);
        Assert.Equal(DecisionOutcome.Decided, await KnowingAsync(1, "He forgot."));

        // The first, sent again by a browser that goes back, does not come after what was decided since.
        Assert.Equal(DecisionOutcome.Overtaken, await KnowingAsync(0, "His solicitor sent it."));
        Assert.Equal("He forgot.", world.Store[Hit].Decisions[^1].Rationale);

        Task<DecisionOutcome> KnowingAsync(int knowing, string rationale) =>
            world.Decisions.DecideAsync(Hit, TravelDecision.Breach, TravelDecision.NoBreach, rationale, null, BorderWorld.Officer, default, knowing);
    }

    [Fact]
    public async Task Of_officers_who_decide_at_once_on_what_they_have_seen_one_does()
    {
        await world.SendAsync(Flown.Out(Flown.Person(Jolyon)));

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() =>
            world.Decisions.DecideAsync(Hit, TravelDecision.Breach, TravelDecision.NoBreach, $"{i}", null, BorderWorld.Officer, default, knowing: 0))));

        Assert.Single(outcomes, DecisionOutcome.Decided);
        Assert.Single(world.Store[Hit].Decisions);
    }

    [Fact]
    public async Task Decisions_of_two_officers_at_once_both_stand()
    {
        await world.SendAsync(Flown.Out(Flown.Person(Jolyon)));
        await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() => DecideAsync(rationale: $"{i}"))));
        Assert.Equal(20, world.Store[Hit].Decisions.Select(d => d.Rationale).Distinct().Count());
    }

    [Fact]
    public async Task Nothing_is_decided_of_nobody()
    {
        Assert.Equal(DecisionOutcome.Unknown, await DecideAsync());

        var arrest = A.Case(A.Arrest());
        world.Store.Add(arrest with { Match = A.Assessment(new Hub.Matching.MatchOutcome.Match("N-1", 1)) });
        Assert.Equal(DecisionOutcome.NotTravel, await DecideAsync(on: arrest.Id));

        await world.SendAsync(Flown.Out(Flown.Alike(Jolyon)));
        Assert.Equal(DecisionOutcome.NotIdentified, await DecideAsync());

        await world.SendAsync(Flown.Out(Flown.Person(Jolyon)));
        await world.SendAsync(Flown.Out(Flown.Stranger()));
        Assert.Equal(DecisionOutcome.Withdrawn, await DecideAsync());
        Assert.Empty(world.Store[Hit].Decisions);
    }
}
