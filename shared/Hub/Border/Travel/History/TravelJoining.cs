using Hub.Cases;
using Hub.Feeds;
using Hub.Matching;
using Hub.Nominals;
using Hub.Places;

namespace Hub.Border.Travel;

/// <summary>Joins reports of travel to the nominal's journeys.</summary>
public sealed class TravelJoining(FeedCatalog feeds, TravelRecords travel, AirportDirectory airports) : IReportJoining
{
    public bool Takes(IJoinedFeed feed) => feed is ITravelFeed;

    public ValueTask<MatchAssessment> TakeAsync(CaseFile file, MatchAssessment match, CancellationToken cancellationToken) =>
        ValueTask.FromResult(FeedOf(file).Concerning(file.Report, match));

    public bool Concerns(CaseFile file, Nominal nominal) => FeedOf(file).Seen(file, nominal, airports) is not null;

    public async Task<Joined> JoinAsync(CaseFile file, Nominal nominal, CancellationToken cancellationToken) => await travel.SeeAsync(
        nominal,
        FeedOf(file).Seen(file, nominal, airports) ?? throw new InvalidOperationException($"The report {file.Id} is not of anybody travelling."),
        cancellationToken);

    public Task LeaveAsync(CaseFile file, Nominal nominal, Nominal? goesTo, CancellationToken cancellationToken) => travel.ForgetAsync(nominal, file.Id, cancellationToken);

    private ITravelFeed FeedOf(CaseFile file) => (ITravelFeed)(feeds.Find(file.Feed) ?? throw new InvalidOperationException($"This hub knows no feed {file.Feed}."));
}
