using Hub.Border.Manifests;
using Hub.Border.Routes;
using Hub.Nominals;
using Hub.Notices;
using Hub.Testing.Border;
using Hub.Testing.Manifests;

namespace Hub.Tests.Border.Screening;

/// <summary>What happens to a manifest whose routes change around it, or whose screening never succeeds.</summary>
public sealed class SentAgainTests : IDisposable
{
    private static readonly Nominal Jolyon = Flown.Offender();

    private static readonly string Mixed = PaxlstText.Write(
        [Flown.Out(Flown.Stranger()), new PaxlstManifest(Flown.Flight("BA117", "LHR 2026-12-01 08:25", "JFK 2026-12-01 11:20"), [Flown.Person(Jolyon)])]);

    private readonly BorderWorld world = new(Jolyon);

    public void Dispose() => world.Dispose();

    [Fact]
    public async Task A_manifest_sent_again_once_another_of_its_flights_is_monitored_is_screened_again()
    {
        await world.ReadyAsync();
        var first = await world.AcceptAsync(Mixed);
        await world.SettleAsync();
        Assert.Empty(Picture.Live(world.Store));
        await WatchNewYorkAsync();

        var again = await world.AcceptAsync(Mixed);
        await world.SettleAsync();

        Assert.Equal((first.Id, false, 2), (again.Id, again.Repeated, again.Record.Round));
        Assert.Equal(["BA117/2026-12-01/LHR/N-1"], Picture.Live(world.Store));
        Assert.True((await world.AcceptAsync(Mixed)).Repeated);
    }

    [Fact]
    public async Task A_route_watched_between_intake_and_screening_counts()
    {
        await world.ReadyAsync();
        var receipt = await world.AcceptAsync(Mixed);
        await WatchNewYorkAsync();
        await world.SettleAsync();

        Assert.Equal(["BA117/2026-12-01/LHR/N-1"], Picture.Live(world.Store));
        var record = await world.ManifestAsync(receipt.Id);
        Assert.Equal((1, 0L, true), (record.Hits, record.NotMonitored, record.Lists.All(l => l.Monitored)));
    }

    [Fact]
    public async Task A_route_no_longer_watched_when_a_manifest_is_screened_withdraws_nobody()
    {
        await world.SendAsync(Flown.Out(Flown.Person(Jolyon)));
        await world.AcceptAsync(PaxlstText.Write(Flown.Out(Flown.Person(Jolyon), Flown.Stranger())));
        await world.Routes.ReplaceAsync([new MonitoredRoute("GB", "US", "Another risk.")], 0, "Reviewed.", BorderWorld.Officer, default);
        await world.SettleAsync();

        Assert.Equal(["BA9/2026-12-01/LHR/N-1"], Picture.Live(world.Store));
    }

    [Fact]
    public async Task A_manifest_given_up_says_so_each_time_and_can_be_sent_again()
    {
        await world.ReadyAsync();
        var text = PaxlstText.Write(Flown.Out(Flown.Person(Jolyon)));
        for (var round = 1; round <= 2; round++)
        {
            var receipt = await world.AcceptAsync(text);
            await world.Screening.GiveUpAsync(receipt.Id, default);
            await world.Screening.GiveUpAsync(receipt.Id, default);
            Assert.Equal((false, round), (receipt.Repeated, receipt.Record.Round));
            Assert.Equal(ManifestState.Failed, (await world.ManifestAsync(receipt.Id)).State);
            Assert.Equal(round, world.Store[receipt.Id].Notices.Count(n => n is { Kind: NoticeKind.ManifestRefused, Recipient: Recipient.BorderLiaison }));
        }

        var last = await world.AcceptAsync(text);
        await world.SettleAsync();
        Assert.Equal(ManifestState.Screened, (await world.ManifestAsync(last.Id)).State);
        Assert.Equal(["BA9/2026-12-01/LHR/N-1"], Picture.Live(world.Store));

        await world.Screening.GiveUpAsync(last.Id, default);
        Assert.Equal(ManifestState.Screened, (await world.ManifestAsync(last.Id)).State);
    }

    private async Task WatchNewYorkAsync()
    {
        var table = await world.Routes.ReadAsync(default);
        Assert.NotNull(await world.Routes.ReplaceAsync([.. table.Routes, new MonitoredRoute("LHR", "US", "A known risk.")], table.Revision, "A new risk.", BorderWorld.Officer, default));
    }
}
