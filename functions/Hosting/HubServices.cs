using Hub.Border.Hits;
using Hub.Border.Manifests;
using Hub.Border.Manifests.Csv;
using Hub.Border.Manifests.Intake;
using Hub.Border.Manifests.Screening;
using Hub.Border.Paxlst;
using Hub.Border.Routes;
using Hub.Border.Travel;
using Hub.Cases;
using Hub.DeportedOffenders.Alerts;
using Hub.DeportedOffenders.Attachments;
using Hub.DeportedOffenders.Cases;
using Hub.Feeds;
using Hub.Functions.DeportedOffenders;
using Hub.Functions.Desk;
using Hub.Functions.Flow;
using Hub.Functions.Health;
using Hub.Functions.Http;
using Hub.Functions.Identity;
using Hub.Functions.ManifestMatches;
using Hub.Functions.Manifests;
using Hub.Functions.Nominals;
using Hub.Functions.Notices;
using Hub.Functions.Reports;
using Hub.Functions.Travel;
using Hub.Identity;
using Hub.Matching;
using Hub.Messaging;
using Hub.Nominals;
using Hub.Notices;
using Hub.Places;
using Hub.Quarantine;
using Hub.Reports;
using Hub.Reports.Reviewing;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Functions.Hosting;

/// <summary>
/// The hub's own services, the same on every host. The ports, <see cref="TimeProvider"/>, <see cref="TokenSettings"/>,
/// <see cref="DeskSettings"/>, data protection and the <see cref="MatchModel"/> come from the host. Nothing is read or opened here, nor by making any of these.
/// </summary>
public static class HubServices
{
    public static IServiceCollection AddHub(this IServiceCollection services) => services
        .AddDesk()
        .AddSingleton(_ => AuthorityDirectory.Default)
        .AddSingleton(_ => PostcodeBoroughs.Default)
        .AddSingleton(_ => AccessMatrix.Published)
        .AddSingleton(FeedCatalog.Of(typeof(IFeed).Assembly))
        .AddSingleton(new FunctionRules([typeof(HubServices).Assembly]))
        .AddSingleton<TokenValidator>()
        .AddSingleton<Access>()
        .AddSingleton<Reads>()
        .AddSingleton<SafeHeaders>()
        .AddSingleton<ErrorMapping>()
        .AddSingleton<Authentication>()
        .AddSingleton<CaseEditor>()
        .AddSingleton<Intake>()
        .AddSingleton<ReportPosting>()
        .AddSingleton<ReachableReports>()
        .AddSingleton<Timelines>()
        .AddSingleton<ReachableNotices>()
        .AddSingleton<Acknowledging>()
        .AddSingleton<SearchForCaller>()
        .AddSingleton<NominalForCaller>()
        .AddSingleton<HealthReading>()
        .AddSingleton<RegisterIndex>()
        .AddSingleton<Screener>()
        .AddSingleton<NominalSearch>()
        .AddSingleton<RegisterFollower>()
        .AddSingleton<NominalFinding>()
        .AddSingleton<RegisterChange>()
        .AddSingleton<RegisterDeltas>()
        .AddSingleton<NominalHistories>()
        .AddSingleton<RegisterFollowing>()
        .AddSingleton<RegisterConsequences>()
        .AddSingleton<ConsequenceDrawing>()
        .AddSingleton<INominalWatcher, TravelWatching>()
        .AddSingleton<INominalWatcher, CaseWatching>()
        .AddSingleton<MergedMatches>()
        .AddSingleton<IMatcher, RegisterMatcher>()
        .AddSingleton(_ => AirportDirectory.Default)
        .AddSingleton(_ => CountryDirectory.Default)
        .AddSingleton<Records>()
        .AddSingleton<MonitoredRoutes>()
        .AddSingleton<RouteReading>()
        .AddSingleton(_ => new ManifestReader(new PaxlstReader(), new CsvManifestReader()))
        .AddSingleton<ManifestIntake>()
        .AddSingleton<ManifestBoard>()
        .AddSingleton<ManifestUploads>()
        .AddSingleton<DroppedManifests>()
        .AddSingleton<FlightRecords>()
        .AddSingleton<BulkScreening>()
        .AddSingleton<HitCases>()
        .AddSingleton<MatchListIntake>()
        .AddSingleton<MatchLists>()
        .AddSingleton<ManifestScreening>()
        .AddSingleton<ReturnPlanning>()
        .AddSingleton<TravelRecords>()
        .AddSingleton<IReportJoining, TravelJoining>()
        .AddSingleton(_ => PortDirectory.Default)
        .AddSingleton<CaseFactsReading>()
        .AddSingleton<CaseFollowing>()
        .AddSingleton<PersonCases>()
        .AddSingleton<MoveReading>()
        .AddSingleton<DeportedOffenderCases>()
        .AddSingleton<ClockSweep>()
        .AddSingleton(_ => AttachmentTypes.Published)
        .AddSingleton<AttachmentIntake>()
        .AddSingleton<ReachableCases>()
        .AddSingleton<OwnCases>()
        .AddSingleton<CaseFiles>()
        .AddSingleton<CaseView>()
        .AddSingleton<MoveAnswer>()
        .AddSingleton<AlertLinks>()
        .AddSingleton<AlertTakingBack>()
        .AddSingleton<AlertCorrections>()
        .AddSingleton<ProvisionalNominals>()
        .AddSingleton<ProvisionalRenewal>()
        .AddSingleton<IReportJoining, AlertJoining>()
        .AddSingleton<TravelDecisions>()
        .AddSingleton<TravelNotifying>()
        .AddSingleton<TravelDecisionReading>()
        .AddSingleton<Assessor>()
        .AddSingleton<MatchReview>()
        .AddSingleton<ReviewHolds>()
        .AddSingleton<ReviewQueue>()
        .AddSingleton<ReviewForesight>()
        .AddSingleton<MoreNeeded>()
        .AddSingleton<Relay>()
        .AddSingleton<ICaseView, OverdueWatch>()
        .AddSingleton<Delivery>()
        .AddSingleton<Acknowledgement>()
        .AddSingleton<NoticeClock>()
        .AddSingleton<QuarantineDesk>();
}
