using Hub.Auditing;
using Hub.Cases;
using Hub.Feeds;
using Hub.Feeds.Arrests;
using Hub.Matching;
using Hub.Messaging;
using Hub.Nominals;
using Hub.Places;
using Hub.Reports;
using Hub.Reports.Reviewing;
using Hub.Testing;
using Moq;

namespace Hub.Tests.Reports.Reviewing;

/// <summary>Camden's desk with a queue of possible matches, each with two candidates, and two who work on it.</summary>
public abstract class ReviewDesk
{
    protected const string Desk = "ppd:camden";
    protected static readonly Actor Ahmed = new("pc-ahmed", "ppdOfficer");
    protected static readonly Actor Sergeant = new("ps-birch", "ppdSergeant");
    private readonly Mock<INominalRegister> register = new();

    protected ManualTime Time { get; } = new(A.Moment);

    protected MemoryCaseStore Store { get; }

    protected CaseEditor Editor { get; }

    protected Assessor Assessor { get; }

    protected FeedCatalog Feeds { get; } = new([new ArrestFeed()]);

    protected ReviewDesk()
    {
        Store = new MemoryCaseStore(Time);
        Editor = new CaseEditor(Store, Time);
        foreach (var id in new[] { "N-1", "N-2" })
        {
            register.Setup(r => r.GetAsync(id, default)).ReturnsAsync(A.Nominal(id) with { Markers = [Marker.Missing] });
        }

        var matcher = new Mock<IMatcher>();
        matcher.Setup(m => m.MatchAsync(It.IsAny<Hub.Persons.PersonDetails>(), MatchPurpose.ArrestRouting, default))
            .ReturnsAsync(A.Assessment(new MatchOutcome.Possible("N-1", 0.8), A.Candidate("N-1"), A.Candidate("N-2")));
        Assessor = new Assessor(Feeds, Store, Editor, matcher.Object, register.Object, new MergedMatches(register.Object), Array.Empty<IReportJoining>(), AuthorityDirectory.Default, PostcodeBoroughs.Default, AirportDirectory.Default);
    }

    protected ReviewHolds Holds => new(Editor);

    protected MoreNeeded More => new(Editor);

    protected MatchReview Review => new(Store, Editor, Assessor, new MergedMatches(register.Object), Feeds, Time);

    protected ReviewQueue Queue => new(Store, Holds, Time);

    protected async Task<CaseId> PossibleAsync(string reference)
    {
        var file = A.Case(A.Arrest()) with { Id = CaseId.For("arrests", reference), Reference = reference };
        Store.Add(file);
        await Assessor.AssessAsync(new CloudEvent { Id = reference, Type = HubTopology.ReportAccepted, Subject = file.Id.ToString(), Time = A.Moment, Data = A.Json("{}") }, default);
        return file.Id;
    }

    protected Task<HoldOutcome> TakeAsync(CaseId id, Actor by, bool over = false) => Holds.TakeAsync(id, by, by.Id, over, default);

    protected Task<CaseId?> NextAsync(Actor by, CaseId? except = null, bool onwards = false) => Queue.TakeNextAsync(Desk, except, onwards, by, by.Id, default);

    protected string[] Actions => [.. Store.Audit.Select(a => a.Action).Where(a => a.StartsWith("review.", StringComparison.Ordinal) || a.StartsWith("match.", StringComparison.Ordinal))];
}
