using Hub.Border.Travel;
using Hub.Cases;
using Hub.Matching;
using Hub.Nominals;
using Hub.Notices;
using Hub.Testing.Border;

namespace Hub.Tests.Border.Travel.History;

/// <summary>Records merged and split take the reports joined to them along, and bring them back.</summary>
public sealed class MergedTravelTests : IDisposable
{
    private static readonly Nominal Old = Flown.Offender("N-1");
    private static readonly Nominal Other = Flown.Offender("N-2", "Cholmondeley") with { Addresses = [new Hub.Persons.Address { Borough = "Brent" }] };
    private readonly BorderWorld world = new(Old, Other);

    public void Dispose() => world.Dispose();

    private async Task ChangeAsync(Func<IReadOnlyDictionary<string, Nominal>, MergeResult> change)
    {
        var all = world.Register.All.Select(n => n.Id).ToList();
        await world.Register.WriteAsync(all, state => new RegisterEdit([change(state.Nominals).After!]), RegisterWriting.OfHub("A test."), default);
    }

    private Task MergeAsync(string id = "N-1", string into = "N-2") => ChangeAsync(held => NominalMerging.Merge(held, id, into, world.Time.GetUtcNow()));

    private Task SplitAsync(string id = "N-1") => ChangeAsync(held => NominalMerging.Split(held, id));

    private async Task SettleAsync()
    {
        await world.Consequences.DrawAsync(default);
        await world.SettleAsync();
    }

    private async Task<int> SeenAsync(string id) => (await world.Travel.ReadAsync(id, default))?.Seen.Length ?? 0;

    private static string[] Standing(CaseFile file) => [.. file.Notices.Where(n => n.State != NoticeState.Withdrawn && n.Kind != NoticeKind.NoticeWithdrawn).Select(n => n.Recipient).Order().Distinct()];

    [Fact]
    public async Task A_merge_takes_a_report_along_and_a_split_brings_it_back()
    {
        var hit = await world.HitAsync(await world.SendAsync(Flown.Out(Flown.Person(Old))));
        Assert.Equal((1, 0), (await SeenAsync("N-1"), await SeenAsync("N-2")));
        Assert.Contains("jigsaw:camden", Standing(hit));

        await MergeAsync();
        await SettleAsync();
        var merged = world.Store[hit.Id];
        Assert.Equal((0, 1), (await SeenAsync("N-1"), await SeenAsync("N-2")));
        Assert.Equal(("N-2", "N-1"), (((MatchOutcome.Match)merged.Match!.Outcome).Nominal, merged.Match.Named));
        Assert.Contains("jigsaw:brent", Standing(merged));
        Assert.DoesNotContain("jigsaw:camden", Standing(merged));

        await SplitAsync();
        await SettleAsync();
        var split = world.Store[hit.Id];
        Assert.Equal((1, 0), (await SeenAsync("N-1"), await SeenAsync("N-2")));
        Assert.Equal(("N-1", null), (((MatchOutcome.Match)split.Match!.Outcome).Nominal, split.Match.Named));
        Assert.Contains("jigsaw:camden", Standing(split));
        Assert.DoesNotContain("jigsaw:brent", Standing(split));
    }

    [Fact]
    public async Task A_report_of_the_survivor_s_own_stays_when_the_other_is_split_off()
    {
        var own = await world.HitAsync(await world.SendAsync(Flown.Out(Flown.Person(Other))));
        await MergeAsync();
        await SettleAsync();
        await SplitAsync();
        await SettleAsync();

        Assert.Equal((0, 1), (await SeenAsync("N-1"), await SeenAsync("N-2")));
        Assert.Null(world.Store[own.Id].Match!.Named);
    }

    [Fact]
    public async Task Merges_one_after_the_other_are_followed_and_undone_from_the_middle()
    {
        world.Register["N-3"] = Flown.Offender("N-3", "Marjoribanks");
        await world.ReadyAsync();
        await world.SendAsync(Flown.Out(Flown.Person(Old)));

        // Both before anything followed from them, as when the hub stood still.
        await MergeAsync();
        await MergeAsync("N-2", "N-3");
        await SettleAsync();
        Assert.Equal((0, 0, 1), (await SeenAsync("N-1"), await SeenAsync("N-2"), await SeenAsync("N-3")));

        await SplitAsync("N-2");
        await SettleAsync();
        Assert.Equal((0, 1, 0), (await SeenAsync("N-1"), await SeenAsync("N-2"), await SeenAsync("N-3")));

        await SplitAsync("N-1");
        await SettleAsync();
        Assert.Equal((1, 0, 0), (await SeenAsync("N-1"), await SeenAsync("N-2"), await SeenAsync("N-3")));
    }

    [Fact]
    public async Task What_was_notified_under_the_record_merged_away_counts_for_as_long_as_it_is()
    {
        await world.Travel.NotifyAsync(Old, TravelRecordTests.Notification(), BorderWorld.Officer, default);
        await world.SendAsync(Flown.Out(Flown.Person(Other)));
        Assert.True(await SuspectedAsync());

        await MergeAsync();
        await SettleAsync();
        Assert.False(await SuspectedAsync());

        await SplitAsync();
        await SettleAsync();
        Assert.True(await SuspectedAsync());

        async Task<bool> SuspectedAsync() => (await world.Travel.ReadAsync("N-2", default))!.Journeys.Single().Judgement.SuspectedBreach;
    }

    [Fact]
    public async Task Told_of_the_same_change_twice_nothing_more_follows()
    {
        var hit = await world.HitAsync(await world.SendAsync(Flown.Out(Flown.Person(Old))));
        await MergeAsync();
        await SettleAsync();
        var version = world.Store[hit.Id].Version;

        await new RegisterConsequences(new Forgetful(world.Register), [new TravelWatching(world.Travel, world.Register)]).DrawAsync(default);
        await world.SettleAsync();

        Assert.Equal(version, world.Store[hit.Id].Version);
        Assert.Equal((0, 1), (await SeenAsync("N-1"), await SeenAsync("N-2")));
    }

    [Fact]
    public async Task Who_is_not_on_the_register_any_more_is_not_met()
    {
        await world.SendAsync(Flown.Out(Flown.Person(Old)), Flown.Back(Flown.Person(Old)));
        Assert.Contains(world.Store[TravelRecords.IdOf("N-1")].Notices, n => n is { Kind: NoticeKind.Interception, State: NoticeState.Planned });

        await world.Register.EndAsync("N-1", world.Time.GetUtcNow(), default);
        await SettleAsync();

        Assert.DoesNotContain(world.Store[TravelRecords.IdOf("N-1")].Notices, n => n is { Kind: NoticeKind.Interception, State: NoticeState.Planned });
    }

    [Fact]
    public async Task The_borough_the_register_names_goes_before_the_one_lived_in()
    {
        world.Register["N-1"] = Old with { Responsible = new Responsible("hackney", null) };
        var manifest = await world.ManifestAsync(await world.SendAsync(Flown.Out(Flown.Person(Old)), Flown.Back(Flown.Person(Old))));
        var hit = world.Store[manifest.HitsShown[0].Report];

        Assert.Contains("jigsaw:hackney", Standing(hit));
        Assert.DoesNotContain("jigsaw:camden", Standing(hit));
        Assert.Contains(world.Store[TravelRecords.IdOf("N-1")].Notices, n => n is { Kind: NoticeKind.Interception, Recipient: "jigsaw:hackney" });
    }

    /// <summary>A register that remembers no mark.</summary>
    private sealed class Forgetful(INominalRegister inner) : INominalRegister
    {
        public Task<RegisterOutcome> WriteAsync(IReadOnlyCollection<string> ids, Func<RegisterState, RegisterEdit> change, RegisterWriting how, CancellationToken cancellationToken) =>
            Task.FromResult(new RegisterOutcome(0, 0, 0));

        public Task<Nominal?> GetAsync(string id, CancellationToken cancellationToken) => inner.GetAsync(id, cancellationToken);

        public Task<IReadOnlyDictionary<string, MarkedNominal>> GetAllAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken) => inner.GetAllAsync(ids, cancellationToken);

        public Task<RegisterChanges> ChangesSinceAsync(long mark, int max, CancellationToken cancellationToken) => inner.ChangesSinceAsync(mark, max, cancellationToken);

        public Task WaitForChangeAsync(long mark, TimeSpan atMost, CancellationToken cancellationToken) => inner.WaitForChangeAsync(mark, atMost, cancellationToken);

        public Task<LoadProgress?> LoadProgressAsync(string load, CancellationToken cancellationToken) => inner.LoadProgressAsync(load, cancellationToken);

        public Task<long> MarkAsync(string source, CancellationToken cancellationToken) => Task.FromResult(0L);

        public Task<NominalHistory?> HistoryAsync(string id, Hub.Paging.PageRequest page, CancellationToken cancellationToken) => inner.HistoryAsync(id, page, cancellationToken);

        public Task<IReadOnlyList<NominalChange>> HistorySinceAsync(long mark, int max, CancellationToken cancellationToken) => inner.HistorySinceAsync(mark, max, cancellationToken);
    }
}
