using System.Text.Json;
using Hub.Border.Travel;
using Hub.Cases;
using Hub.Feeds;
using Hub.Json;
using Hub.Matching;
using Hub.Nominals;
using Hub.Persons;
using Hub.Places;

namespace Hub.Border.Hits;

/// <summary>Known persons found on flights: the hits of screening, and those JBOC officers report.</summary>
public sealed class ManifestMatchFeed : Feed<ManifestMatch>, ITravelFeed
{
    public const string FeedName = "manifest-matches";

    public override string Name => FeedName;

    public override string Title => "Manifest match";

    public override MatchPurpose Purpose => MatchPurpose.BorderScreening;

    /// <summary>When the flight leaves, or lands; where neither is known, now.</summary>
    public static DateTimeOffset OccurredAtOf(ManifestMatch match, DateTimeOffset now) =>
        match.Flight.Between(match.Boards, match.Leaves) is var (departs, arrives) && (departs ?? arrives) is { } time ? time.Earliest.ToUniversalTime() : now;

    public SeenTraveller? Seen(CaseFile file, Nominal nominal, AirportDirectory airports)
    {
        var match = Stored(file.Report);
        var (departs, arrives) = match.Flight.Between(match.Boards, match.Leaves);
        return BorderInterest.IsWatched(nominal, BorderInterest.DaysOf(departs, arrives)) ? SeenOnFlight.Of(match, file, airports) : null;
    }

    public ListedHit Listed(JsonElement report)
    {
        var match = Stored(report);
        var (departs, arrives) = match.Flight.Between(match.Boards, match.Leaves);
        return new ListedHit
        {
            Traveller = SeenOnFlight.Listed(match),
            Flight = match.Flight.Designator,
            From = match.Boards,
            To = match.Leaves,
            Departs = departs,
            Arrives = arrives,
            AsCrew = match.Crew,
            Companions = match.Companions,
            Children = [.. match.Children.Select(c => new ListedChild(c.Name, c.Born))],
            Return = match.Return,
            Remarks = match.Remarks,
        };
    }

    public MatchAssessment Concerning(JsonElement report, MatchAssessment match) =>
        match is { Outcome: MatchOutcome.Possible likeliest, Decision: null }
        && Stored(report).About is { } about && about != likeliest.Nominal
        && match.Candidates.FirstOrDefault(c => c.Nominal == about) is { } candidate
            ? match with { Outcome = new MatchOutcome.Possible(about, candidate.Probability), Because = $"The likeliest is none of the border's business; {about} is, and may be this person too." }
            : match;

    public override JsonElement? WithoutPerson(JsonElement report)
    {
        var match = Stored(report);
        return JsonSerializer.SerializeToElement(match with
        {
            Traveller = new PersonDetails { Names = [new PersonName { Surname = "", Given = [] }] },
            Booking = null,
            Companions = null,
            Children = [],
            Remarks = null,
            At = null,
        }, HubJson.Options);
    }

    protected override ManifestMatch? ReadReport(JsonFields report, ReadingContext context) => ManifestMatchReading.Read(report, context);

    protected override string Reference(ManifestMatch report) => report.Reference;

    protected override DateTimeOffset OccurredAt(ManifestMatch report) => OccurredAtOf(report, DateTimeOffset.UnixEpoch);

    protected override PersonDetails Subject(ManifestMatch report) => report.Traveller;

    protected override Findings Assess(ManifestMatch report, AssessmentContext context) => new BorderRules(report, context).Run();
}
