using Hub.Auditing;
using Hub.Cases;
using Hub.DeportedOffenders.Alerts;
using Hub.DeportedOffenders.Cases;
using Hub.Feeds;
using Hub.Matching;
using Hub.Messaging;
using Hub.Nominals;
using Hub.Notices;
using Hub.Places;
using Hub.Reports;
using Hub.Testing.Border;

namespace Hub.Testing.DeportedOffenders;

/// <summary>Everything between alerts and their cases, in memory, on one clock, on as many instances of the hub as a test asks for.</summary>
public sealed class AlertWorld : IDisposable
{
    private readonly List<Instance> instances = [];

    public AlertWorld(params IEnumerable<Nominal> nominals)
    {
        Store = new MemoryCaseStore(Time);
        Failing = new FailingCaseStore(Store);
        foreach (var nominal in nominals)
        {
            Register[nominal.Id] = nominal;
        }

        Editor = new CaseEditor(Failing, Time);
        Records = new Records(Failing, Editor, Time);
        var reading = new CaseFactsReading(AuthorityDirectory.Default, PostcodeBoroughs.Default, PortDirectory.Default);
        Cases = new DeportedOffenderCases(Records, new PersonCases(Failing, Records, Register), reading, new CaseFollowing(reading), Time);
        Consequences = new RegisterConsequences(Register, [new CaseWatching(Cases)]);
        Intake = new Intake(Feeds, Failing, new MemoryArchive(Time), AuthorityDirectory.Default, Time);
    }

    public static Actor Interpol { get; } = new("interpol-london", "feed:deported-offenders");

    public static Actor Charity { get; } = new("prisoners-abroad", "feed:deported-offenders");

    public static Actor Officer { get; } = new("jigsaw-1", "jigsawOfficer");

    public ManualTime Time { get; } = new(AlertJson.Now);

    public MemoryCaseStore Store { get; }

    /// <summary>The store as everything here sees it.</summary>
    public FailingCaseStore Failing { get; }

    public MemoryRegister Register { get; } = new();

    public FeedCatalog Feeds { get; } = FeedCatalog.Of(typeof(IFeed).Assembly);

    public CaseEditor Editor { get; }

    public Records Records { get; }

    public DeportedOffenderCases Cases { get; }

    /// <summary>Tells cases of what is merged and split; only when asked to.</summary>
    public RegisterConsequences Consequences { get; }

    public Intake Intake { get; }

    /// <summary>The first instance.</summary>
    public Instance Here => instances.Count > 0 ? instances[0] : Start();

    /// <summary>The provisional nominals whose time runs.</summary>
    public IReadOnlyList<Nominal> Provisional => [.. Register.All.Where(n => n is { Provisional: true, Ended: null }).OrderBy(n => n.Id, StringComparer.Ordinal)];

    /// <summary>Starts another instance, whose index holds the register as it is now.</summary>
    public Instance Start()
    {
        var instance = new Instance(this);
        instances.Add(instance);
        instance.Follower.CatchUpAsync(default).GetAwaiter().GetResult();
        return instance;
    }

    /// <summary>Takes an alert in, and leaves it there.</summary>
    public async Task<CaseId> PostAsync(AlertJson alert, Actor? sender = null)
    {
        Time.Advance(TimeSpan.FromMinutes(1));
        var outcome = await Intake.AcceptAsync(DeportedOffenderFeed.FeedName, alert.Bytes(), sender ?? Interpol, default);
        return Assert.IsType<IntakeOutcome.Accepted>(outcome).Case;
    }

    /// <summary>Takes an alert in and does all that follows.</summary>
    public async Task<CaseId> SendAsync(AlertJson alert, Actor? sender = null)
    {
        var id = await PostAsync(alert, sender);
        await SettleAsync();
        return id;
    }

    /// <summary>Delivers every event until there are none; fails where they go on for ever.</summary>
    public async Task SettleAsync()
    {
        for (var delivered = 0; Store.Events.FirstOrDefault() is { } happened; delivered++)
        {
            Assert.True(delivered < 2_000, "Events go on for ever.");
            foreach (var message in BorderWorld.Messages(happened).Where(m => m.Type is HubTopology.ReportAccepted or HubTopology.ReportChanged))
            {
                await Here.Assessor.AssessAsync(message, default);
            }

            await Store.MarkSentAsync([happened], default);
        }
    }

    public Task AssessAsync(CaseId id, Instance? on = null, string type = HubTopology.ReportAccepted) => (on ?? Here).Assessor.AssessAsync(
        new CloudEvent { Id = "again", Type = type, Subject = id.ToString(), Time = Time.GetUtcNow(), Data = A.Json($$"""{"report":"{{id}}"}""") }, default);

    public Task<ReviewOutcome> DecideAsync(CaseId id, string? nominal) =>
        new MatchReview(Failing, Editor, Here.Assessor, new MergedMatches(Register), Feeds, Time).DecideAsync(id, nominal, "By the photograph.", Officer, default);

    public Task<DeportedOffenderCase?> CaseOfAsync(string nominal, int turn = 1) => Cases.ReadAsync(DeportedOffenderCase.IdOf(nominal, turn), default);

    /// <summary>How each alert stands in a nominal's first case, in the order joined.</summary>
    public async Task<string[]> StandingsAsync(string nominal) =>
        [.. (await CaseOfAsync(nominal))?.Alerts.Select(a => $"{a.Alert.Reference} {a.Standing}") ?? []];

    /// <summary>Whom an alert was taken for; null for nobody.</summary>
    public string? NominalOf(CaseId id) => (Store[id].Match?.Outcome as MatchOutcome.Match)?.Nominal;

    /// <summary>Kind, recipient and state of each notice of an alert, those to disregard left out.</summary>
    public string[] Told(CaseId id) =>
        [.. Store[id].Notices.Where(n => n.Kind != NoticeKind.NoticeWithdrawn).Select(n => $"{n.Kind} {n.Recipient} {n.State}").Order(StringComparer.Ordinal)];

    public void Dispose() => instances.ForEach(i => i.Follower.Dispose());

    /// <summary>One instance of the hub: an index of its own over the shared register.</summary>
    public sealed class Instance
    {
        internal Instance(AlertWorld world)
        {
            var index = new RegisterIndex(MatchModel.Shipped);
            Follower = new RegisterFollower(world.Register, index);
            var matcher = new RegisterMatcher(new Screener(index, world.Time), Follower);
            var change = new RegisterChange(world.Register, Follower, world.Time);
            var links = new AlertLinks(world.Records, world.Failing);
            var provisional = new ProvisionalNominals(world.Records, world.Failing, world.Register, change, Follower, matcher, world.Time);
            var joining = new AlertJoining(
                world.Cases, world.Failing, links, new AlertTakingBack(world.Editor), new AlertCorrections(world.Failing, world.Register), provisional,
                new ProvisionalRenewal(world.Cases, world.Register, change, world.Time));
            Assessor = new Assessor(world.Feeds, world.Failing, world.Editor, matcher, world.Register, new MergedMatches(world.Register), [joining], AuthorityDirectory.Default, PostcodeBoroughs.Default, AirportDirectory.Default);
        }

        public RegisterFollower Follower { get; }

        public Assessor Assessor { get; }
    }
}
