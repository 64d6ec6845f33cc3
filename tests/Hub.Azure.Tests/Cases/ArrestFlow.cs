using Hub.Auditing;
using Hub.Cases;
using Hub.Feeds;
using Hub.Feeds.Arrests;
using Hub.Matching;
using Hub.Messaging;
using Hub.Nominals;
using Hub.Notices;
using Hub.Places;
using Hub.Reports;
using Hub.Testing;
using Hub.Testing.Border;

namespace Hub.Azure.Tests.Cases;

/// <summary>What happens to an arrest notice, by the hub's own classes on a store in Cosmos DB, step by step.</summary>
internal sealed class ArrestFlow : IDisposable
{
    private readonly CosmosWorld world;
    private readonly SentMessages bus = new();
    private readonly RegisterFollower follower;
    private readonly Intake intake;
    private readonly Assessor assessor;
    private readonly Delivery delivery;
    private readonly Relay relay;

    public ArrestFlow(CosmosWorld world, params IEnumerable<Nominal> nominals)
    {
        this.world = world;
        var register = new MemoryRegister(world.Time);
        foreach (var nominal in nominals)
        {
            register[nominal.Id] = nominal;
        }

        var feeds = FeedCatalog.Of(typeof(IFeed).Assembly);
        var editor = new CaseEditor(world.Store, world.Time);
        var index = new RegisterIndex(MatchModel.Shipped);
        follower = new RegisterFollower(register, index);
        var matcher = new RegisterMatcher(new Screener(index, world.Time), follower);
        intake = new Intake(feeds, world.Store, new MemoryArchive(world.Time), AuthorityDirectory.Default, world.Time);
        assessor = new Assessor(
            feeds, world.Store, editor, matcher, register, new MergedMatches(register), [], AuthorityDirectory.Default, PostcodeBoroughs.Default, AirportDirectory.Default);
        delivery = new Delivery(editor);
        relay = new Relay(world.Store, bus);
    }

    public Task ReadyAsync() => follower.CatchUpAsync(default);

    public async Task<CaseId> TakeInAsync(ArrestJson arrest) =>
        Assert.IsType<IntakeOutcome.Accepted>(await intake.AcceptAsync(ArrestFeed.FeedName, arrest.Bytes(), new Actor("custody-system", "feed"), default)).Case;

    /// <summary>As the trigger does: what was committed leaves, and comes onto the lists.</summary>
    public async Task RelayAsync()
    {
        var changes = await world.ChangesAsync();
        await relay.SendAsync([.. changes.SelectMany(c => c.Events)], default);
        await world.Views.FollowAsync(changes, default);
    }

    public async Task AssessAsync()
    {
        foreach (var happened in bus.Take())
        {
            await assessor.AssessAsync(happened, default);
        }
    }

    public async Task DeliverAsync()
    {
        foreach (var happened in bus.Take().Where(e => e.Type == HubTopology.NoticeRaised))
        {
            await delivery.DeliverAsync(happened, default);
        }
    }

    public void Dispose() => follower.Dispose();
}
