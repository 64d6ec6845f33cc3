using Hub.Auditing;
using Hub.Border.Travel;
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
using Moq;

namespace Hub.Tests.Reports;

/// <summary>Assessment, and a person's word on a possible match.</summary>
public sealed class MatchReviewTests
{
    private static readonly Actor Sergeant = new("ppd-3", "ppdSergeant");
    private readonly Mock<INominalRegister> register = new();
    private readonly Mock<IMatcher> matcher = new();
    private readonly ManualTime time = new(A.Moment);
    private readonly CaseFile file;
    private readonly MemoryCaseStore store;
    private readonly Assessor assessor;
    private readonly FeedCatalog feeds = new([new ArrestFeed()]);

    public MatchReviewTests()
        : this(A.Arrest())
    {
    }

    private MatchReviewTests(ArrestJson arrest)
    {
        file = A.Case(arrest);
        store = MemoryCaseStore.With(file);
        var editor = new CaseEditor(store, time);
        var travel = new TravelRecords(new Records(store, editor, time), register.Object, new ReturnPlanning(AuthorityDirectory.Default, PostcodeBoroughs.Default, AirportDirectory.Default), AirportDirectory.Default);
        assessor = new Assessor(feeds, store, editor, matcher.Object, register.Object, new MergedMatches(register.Object), [new TravelJoining(feeds, travel, AirportDirectory.Default)], AuthorityDirectory.Default, PostcodeBoroughs.Default, AirportDirectory.Default);
        register.Setup(r => r.GetAsync("N-1", default)).ReturnsAsync(A.Nominal("N-1") with { Markers = [Marker.Missing] });
        Finds(new MatchOutcome.Possible("N-1", 0.8));
    }

    private MatchReview Review => new(store, new CaseEditor(store, time), assessor, new MergedMatches(register.Object), feeds, time);

    private CaseFile Now => store[file.Id];

    private string[] Told => [.. Now.Notices.Select(n => $"{n.Kind} {n.Recipient}")];

    private void Finds(MatchOutcome outcome) => matcher.Setup(m => m.MatchAsync(It.IsAny<Hub.Persons.PersonDetails>(), Hub.Matching.MatchPurpose.ArrestRouting, default))
        .ReturnsAsync(A.Assessment(outcome, A.Candidate("N-1"), A.Candidate("N-2")));

    private Task AssessAsync(string type = HubTopology.ReportAccepted) => assessor.AssessAsync(
        new CloudEvent { Id = "1", Type = type, Subject = file.Id.ToString(), Time = A.Moment, Data = A.Json("{}") }, default);

    [Fact]
    public async Task An_assessment_is_made_once_however_often_it_is_asked_for()
    {
        await AssessAsync();
        await AssessAsync();

        Assert.Equal((CaseStatus.Assessed, 1), (Now.Status, store.Commits.Count));
        Assert.Equal(["arrest yot:camden", "match-review ppd:camden"], Told);
        Assert.Equal(["report.assessed", "notice.raised", "notice.raised"], store.Audit.Select(a => a.Action));
    }

    [Fact]
    public async Task An_assessment_that_loses_the_race_to_another_changes_nothing()
    {
        store.Meanwhile = () => AssessAsync().GetAwaiter().GetResult();
        await AssessAsync();
        Assert.Single(store.Commits);
    }

    [Fact]
    public async Task A_quarantined_case_sent_again_is_assessed()
    {
        store.Change(file.Id, c => c with { Status = CaseStatus.Quarantined });
        await AssessAsync();
        Assert.Equal(CaseStatus.Assessed, Now.Status);
    }

    [Fact]
    public async Task Events_of_another_type_unknown_cases_and_unknown_feeds_fail_for_good()
    {
        Assert.Equal("unknown-event-type", (await Assert.ThrowsAsync<PermanentFailureException>(() => AssessAsync("hub.report.accepted.v2"))).Code);
        store.Change(file.Id, c => c with { Feed = "gone" });
        Assert.Equal("feed-unknown", (await Assert.ThrowsAsync<PermanentFailureException>(() => AssessAsync())).Code);
    }

    [Fact]
    public async Task No_audit_entry_names_the_person()
    {
        await AssessAsync();
        Assert.All(store.Audit, a => Assert.DoesNotContain("Featherstonehaugh", a.Description, StringComparison.OrdinalIgnoreCase));
        Assert.All(store.Audit, a => Assert.DoesNotContain("2011-05-19", a.Description, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Confirming_applies_the_rules_anew_and_tells_nobody_twice()
    {
        await AssessAsync();
        Assert.Equal(ReviewOutcome.Decided, await Review.DecideAsync(file.Id, "N-1", "Same tattoo.", Sergeant, default));

        Assert.Equal(["arrest yot:camden", "match-review ppd:camden", "missing-child-located compass"], Told);
        Assert.Equal(new MatchOutcome.Match("N-1", 1), Now.Match!.Outcome);
        Assert.Equal(new MatchDecision(true, "N-1", Sergeant, A.Moment, "Same tattoo."), Now.Match.Decision);
        var review = Now.Notices.Single(n => n.Kind == NoticeKind.MatchReview);
        Assert.Equal((NoticeState.Acknowledged, Sergeant, A.Moment, A.Moment), (review.State, review.AcknowledgedBy, review.AcknowledgedAt, review.DeliveredAt));
        Assert.Null(AuditChain.FirstBreak(store.Audit, Now.AuditHead));
    }

    [Fact]
    public async Task A_person_decided_is_what_the_record_says_not_what_the_matcher_thought()
    {
        await AssessAsync();
        await Review.DecideAsync(file.Id, "N-1", "Same tattoo.", Sergeant, default);
        Assert.Equal("Confirmed by a person.", Now.Match!.Because);
        Assert.DoesNotContain("As the test has it", store.Audit.Last(a => a.Action == "report.assessed").Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rejecting_tells_nobody_more_and_closes_the_review()
    {
        await AssessAsync();
        Assert.Equal(ReviewOutcome.Decided, await Review.DecideAsync(file.Id, null, "Ten years older.", Sergeant, default));

        Assert.Equal(["arrest yot:camden", "match-review ppd:camden"], Told);
        Assert.Equal((new MatchOutcome.None(), false), (Now.Match!.Outcome, Now.Match.Decision!.Confirmed));
        Assert.Equal(NoticeState.Acknowledged, Now.Notices[1].State);
    }

    [Fact]
    public async Task A_review_that_was_withdrawn_stays_withdrawn()
    {
        await AssessAsync();
        await new CaseEditor(store, time).EditAsync(file.Id, Sergeant, edit => NoticeWithdrawal.Withdraw(edit, edit.Case.Notices[1], "Sent to the wrong desk."), default);
        await Review.DecideAsync(file.Id, null, "Ten years older.", Sergeant, default);

        Assert.Equal((NoticeState.Withdrawn, null), (Now.Notices[1].State, Now.Notices[1].AcknowledgedBy));
    }

    [Fact]
    public async Task Only_a_candidate_of_an_undecided_possible_match_can_be_decided_and_once()
    {
        Assert.Equal(ReviewOutcome.NothingToDecide, await Review.DecideAsync(file.Id, "N-1", "x", Sergeant, default));
        await AssessAsync();
        Assert.Equal(ReviewOutcome.NotACandidate, await Review.DecideAsync(file.Id, "N-3", "x", Sergeant, default));
        Assert.Equal(ReviewOutcome.Unknown, await Review.DecideAsync(CaseId.For("arrests", "none"), "N-1", "x", Sergeant, default));
        Assert.Equal(ReviewOutcome.Decided, await Review.DecideAsync(file.Id, "N-2", "x", Sergeant, default));
        Assert.Equal(ReviewOutcome.AlreadyDecided, await Review.DecideAsync(file.Id, "N-1", "x", Sergeant, default));
    }

    [Fact]
    public async Task Of_two_who_decide_at_once_the_second_hears_that_it_is_decided()
    {
        await AssessAsync();
        store.Meanwhile = () => Review.DecideAsync(file.Id, null, "No.", new("ppd-4", "ppdOfficer"), default).GetAwaiter().GetResult();

        Assert.Equal(ReviewOutcome.AlreadyDecided, await Review.DecideAsync(file.Id, "N-1", "Yes.", Sergeant, default));
        Assert.Equal("No.", Now.Match!.Decision!.Rationale);
    }

    [Fact]
    public async Task The_largest_report_taken_in_can_be_told_to_all_who_must_hear_of_it()
    {
        var large = A.Arrest().OfNoFixedAbode().WithSubject("aliases", new System.Text.Json.Nodes.JsonArray(
            [.. Enumerable.Range(0, 49).Select(_ => new System.Text.Json.Nodes.JsonObject { ["given"] = new System.Text.Json.Nodes.JsonArray([.. Enumerable.Range(0, 12).Select(_ => (System.Text.Json.Nodes.JsonNode)new string('x', 200))]) })]));
        var other = new MatchReviewTests(large);
        Assert.InRange(other.file.Report.GetRawText().Length, 100_000, Intake.MaxReportBytes);

        await other.AssessAsync();
        Assert.Equal(3, other.Now.Notices.Length);
    }
}
