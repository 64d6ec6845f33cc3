using System.Text;
using Hub.Auditing;
using Hub.Border.Hits;
using Hub.Border.Manifests;
using Hub.Border.Manifests.Intake;
using Hub.Border.Manifests.Screening;
using Hub.Border.Paxlst;
using Hub.Border.Routes;
using Hub.Border.Travel;
using Hub.Cases;
using Hub.Feeds;
using Hub.Matching;
using Hub.Messaging;
using Hub.Nominals;
using Hub.Places;
using Hub.Reports;
using Hub.Testing.Manifests;

namespace Hub.Testing.Border;

/// <summary>Everything between a manifest and its notices, in memory, on one clock, with a handful of nominals.</summary>
public sealed class BorderWorld : IDisposable
{
    private readonly RegisterFollower follower;

    public BorderWorld(params IEnumerable<Nominal> nominals)
    {
        Store = new MemoryCaseStore(Time);
        Failing = new FailingCaseStore(Store);
        Archive = new MemoryArchive(Time);
        foreach (var nominal in nominals)
        {
            Register[nominal.Id] = nominal;
        }

        var index = new RegisterIndex(MatchModel.Shipped);
        follower = new RegisterFollower(Register, index);
        var screener = new Screener(index, Time);
        var matcher = new RegisterMatcher(screener, follower);
        var editor = new CaseEditor(Failing, Time);
        Records = new Records(Failing, editor, Time);
        Routes = new MonitoredRoutes(Records);
        Flights = new FlightRecords(Records);
        Cases = new HitCases(Failing, editor, Feeds, Time);
        var reader = new ManifestReader(new PaxlstReader(), new PaxlstReader());
        var files = new ManifestFiles(Archive);
        Intake = new ManifestIntake(reader, files, Routes, Records, Flights, AirportDirectory.Default, CountryDirectory.Default, Time);
        Screening = new ManifestScreening(
            reader, files, Routes, Records, Flights, Cases, new BulkScreening(screener), follower, Register, AirportDirectory.Default, CountryDirectory.Default, Time);
        Travel = new TravelRecords(Records, Register, new ReturnPlanning(AuthorityDirectory.Default, PostcodeBoroughs.Default, AirportDirectory.Default), AirportDirectory.Default);
        Consequences = new RegisterConsequences(Register, [new TravelWatching(Travel, Register)]);
        var merged = new MergedMatches(Register);
        Assessor = new Assessor(Feeds, Failing, editor, matcher, Register, merged, [new TravelJoining(Feeds, Travel, AirportDirectory.Default)], AuthorityDirectory.Default, PostcodeBoroughs.Default, AirportDirectory.Default);
        Review = new MatchReview(Failing, editor, Assessor, merged, Feeds, Time);
        Decisions = new TravelDecisions(Failing, editor, Feeds, Time);
    }

    public static Actor Liaison { get; } = new("jboc-1", "borderLiaison");

    public static Actor Officer { get; } = new("jigsaw-7", "jigsawOfficer");

    public ManualTime Time { get; } = new(SmallWorld.Now);

    public MemoryCaseStore Store { get; }

    /// <summary>The store as everything here sees it.</summary>
    public FailingCaseStore Failing { get; }

    public MemoryArchive Archive { get; }

    public MemoryRegister Register { get; } = new();

    /// <summary>What follows from the register's changes; drawn when a test says so.</summary>
    public RegisterConsequences Consequences { get; }

    public FeedCatalog Feeds { get; } = FeedCatalog.Of(typeof(IFeed).Assembly);

    public Records Records { get; }

    public MonitoredRoutes Routes { get; }

    public FlightRecords Flights { get; }

    public HitCases Cases { get; }

    public ManifestIntake Intake { get; }

    public ManifestScreening Screening { get; }

    public TravelRecords Travel { get; }

    public Assessor Assessor { get; }

    public MatchReview Review { get; }

    public TravelDecisions Decisions { get; }

    /// <summary>The register is read now, as it is.</summary>
    public Task ReadyAsync() => follower.CatchUpAsync(default);

    public Task<ManifestReceipt> AcceptAsync(string text, StatedFlight? stated = null) =>
        Intake.AcceptAsync(new MemoryStream(Encoding.UTF8.GetBytes(text)), new ManifestOrigin(Liaison, "list.edi", stated, ManifestIntake.MaxDropped), default);

    /// <summary>Takes a manifest in a minute later than anything before, and does all that follows.</summary>
    public async Task<CaseId> SendAsync(params PaxlstManifest[] manifests)
    {
        Time.Advance(TimeSpan.FromMinutes(1));
        await ReadyAsync();
        var receipt = await AcceptAsync(PaxlstText.Write(manifests));
        await SettleAsync();
        return receipt.Id;
    }

    public async Task<ManifestRecord> ManifestAsync(CaseId id) => (await Records.ReadAsync<ManifestRecord>(id, default))!;

    /// <summary>The case of the only hit of a manifest.</summary>
    public async Task<CaseFile> HitAsync(CaseId manifest) => Store[Assert.Single((await ManifestAsync(manifest)).HitsShown).Report];

    /// <summary>Delivers every event until there are none; fails where they go on for ever.</summary>
    /// <returns>The types delivered, in order.</returns>
    public async Task<IReadOnlyList<string>> SettleAsync()
    {
        List<string> delivered = [];
        while (Store.Events.FirstOrDefault() is { } happened)
        {
            Assert.True(delivered.Count < 2_000, "Events go on for ever.");
            foreach (var message in Messages(happened))
            {
                await DeliverAsync(message);
                delivered.Add(message.Type);
            }

            await Store.MarkSentAsync([happened], default);
        }

        return delivered;
    }

    public Task DeliverAsync(CloudEvent message) => message.Type switch
    {
        HubTopology.ManifestAccepted => Screening.ScreenAsync(message, default),
        HubTopology.ReportAccepted or HubTopology.ReportChanged => Assessor.AssessAsync(message, default),
        _ => Task.CompletedTask,
    };

    /// <summary>As the relay makes them.</summary>
    public static IEnumerable<CloudEvent> Messages(OutgoingEvent happened) => happened.Copies.IsEmpty
        ? [Message(happened, happened.Id, happened.Data)]
        : happened.Copies.Select(copy => Message(happened, $"{happened.Id}.{copy.Key}", copy.Data));

    public void Dispose()
    {
        Screening.Dispose();
        follower.Dispose();
    }

    private static CloudEvent Message(OutgoingEvent happened, string id, System.Text.Json.JsonElement data) =>
        new() { Id = id, Type = happened.Type, Subject = happened.Case.ToString(), Time = happened.Time, Data = data };
}
