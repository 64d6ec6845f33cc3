using System.Text.Json;
using Hub.Border;
using Hub.Border.Hits;
using Hub.Border.Travel;
using Hub.Cases;
using Hub.Feeds;
using Hub.Json;
using Hub.Matching;
using Hub.Nominals;
using Hub.Notices;
using Hub.Persons;
using Hub.Places;
using Hub.Testing;
using Hub.Testing.Border;
using Hub.Testing.Manifests;

namespace Hub.Tests.Border.Hits;

/// <summary>DOMAIN §4: who is told of a known person on a flight. He lives in Camden.</summary>
public sealed class BorderRulesTests
{
    private static readonly Nominal Jolyon = Flown.Offender();
    private static readonly DateTimeOffset Departure = Flown.Time("LHR 2026-12-01 21:30").Earliest.ToUniversalTime();

    private static readonly ManifestMatch Hit = new()
    {
        Reference = "BA9/2026-12-01/LHR/N-1",
        Traveller = Flown.Person(Jolyon).Person,
        Flight = Flown.Out().Flight,
        Boards = "LHR",
        Leaves = "BKK",
        Manifest = CaseId.For("manifests", "1"),
        At = "line 7",
    };

    private static readonly AssessmentContext Context = new()
    {
        Match = A.Assessment(new MatchOutcome.Match("N-1", 0.999)),
        Nominal = Jolyon,
        Authorities = AuthorityDirectory.Default,
        Postcodes = PostcodeBoroughs.Default,
        ReceivedAt = SmallWorld.Now,
        Joined = Judged(TravelOutcome.NotNotified),
    };

    private static TravelView Judged(TravelOutcome outcome, CaseId? toldBy = null) => new(
        new JudgedJourney
        {
            Reports = [CaseId.For("manifest-matches", "1")],
            Flights = ["BA9"],
            Judgement = new TravelJudgement { Outcome = outcome, Reasons = ["The rule says so."] },
        },
        toldBy);

    private static Findings Assess(AssessmentContext context, ManifestMatch? hit = null) =>
        new ManifestMatchFeed().Assess(JsonSerializer.SerializeToElement(hit ?? Hit, HubJson.Options), context);

    private static string[] Told(Findings findings) => [.. findings.Notices.Select(n => $"{n.Kind} {n.Recipient}")];

    [Theory]
    [InlineData(TravelOutcome.NotNotified, new[] { "travel-breach-suspected jigsaw:camden", "travel-breach-suspected jigsaw", "border-hit border-liaison" })]
    [InlineData(TravelOutcome.Late, new[] { "travel-breach-suspected jigsaw:camden", "travel-breach-suspected jigsaw", "border-hit border-liaison" })]
    [InlineData(TravelOutcome.Differs, new[] { "travel-breach-suspected jigsaw:camden", "travel-breach-suspected jigsaw", "border-hit border-liaison" })]
    [InlineData(TravelOutcome.CannotTell, new[] { "travel-to-check jigsaw:camden", "border-hit border-liaison" })]
    [InlineData(TravelOutcome.Notified, new[] { "travel-seen jigsaw:camden", "border-hit border-liaison" })]
    [InlineData(TravelOutcome.NotRequired, new[] { "travel-seen jigsaw:camden", "border-hit border-liaison" })]
    public void Each_judgement_has_its_notices(TravelOutcome outcome, string[] told)
    {
        var findings = Assess(Context with { Joined = Judged(outcome) });
        Assert.Equal(told, Told(findings));
        Assert.Contains("The rule says so.", findings.Reasons);
        Assert.All(findings.Notices, n => Assert.Contains(n.Kind, findings.Standing));
        Assert.Equal(outcome is TravelOutcome.Notified or TravelOutcome.NotRequired ? null : Departure, findings.Notices[0].Due);
    }

    [Fact]
    public void Somebody_without_a_London_borough_is_the_central_teams_once()
    {
        Assert.Equal(["travel-breach-suspected jigsaw", "border-hit border-liaison"], Told(Assess(Context with { Nominal = Jolyon with { Addresses = [] } })));
        Assert.Equal(["travel-breach-suspected jigsaw", "border-hit border-liaison"], Told(Assess(Context with { Nominal = Jolyon with { Addresses = [new Address { Borough = "Kent" }] } })));
    }

    [Fact]
    public void The_border_liaison_sees_who_and_whom_to_call_and_nothing_else()
    {
        var content = Assess(Context).Notices.Single(n => n.Kind == NoticeKind.BorderHit).Content;
        Assert.Equal(["traveller", "flight", "manifest", "at", "contact"], content.EnumerateObject().Select(p => p.Name));
        Assert.Equal("jigsaw:camden", content.GetProperty("contact").GetString());
        Assert.DoesNotContain("N-1", content.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_of_a_flight_told_of_before_tells_nobody()
    {
        var first = CaseId.For("manifest-matches", "first");
        var findings = Assess(Context with { Joined = Judged(TravelOutcome.NotNotified, first) });
        Assert.Empty(findings.Notices);
        Assert.Equal(first.ToString(), findings.Conclusion!.Value.GetProperty("toldBy").GetString());
    }

    [Fact]
    public void A_child_on_the_booking_goes_to_the_investigation_team_of_the_borough()
    {
        var hit = Hit with { Children = [new ChildOnBooking("Zwetschke, Ottilie", BirthDate.Parse("2015-01-01"), Sex.Female)], Booking = "QX1", Companions = 1 };
        var notice = Assess(Context, hit).Notices.Single(n => n.Kind == NoticeKind.ChildTravelling);
        Assert.Equal(("cait:camden", NoticePriority.Urgent, Departure), (notice.Recipient, notice.Priority, notice.Due));
        Assert.Equal("cait", Assess(Context with { Nominal = Jolyon with { Addresses = [] } }, hit).Notices.Single(n => n.Kind == NoticeKind.ChildTravelling).Recipient);
    }

    [Fact]
    public void Whether_a_child_travels_along_is_said_to_be_unknown_where_there_is_no_booking()
    {
        Assert.Contains("The list gives no booking: whether a child travels along cannot be told.", Assess(Context).Reasons);
        Assert.Contains("No child is known to travel on the same booking.", Assess(Context, Hit with { Booking = "QX1", Companions = 0 }).Reasons);
    }

    [Fact]
    public void A_missing_child_known_to_a_youth_offending_team_is_told_of_to_Compass_alone()
    {
        var child = Jolyon with { Registers = ["yot"], Markers = [Marker.Missing] };
        Assert.Equal(["missing-child-located compass"], Told(Assess(Context with { Nominal = child, Joined = null })));
        Assert.Equal(3, Assess(Context with { Nominal = Jolyon with { Markers = [Marker.Missing] }, Joined = Judged(TravelOutcome.Notified) }).Notices.Length);
    }

    [Fact]
    public void A_journey_that_cannot_be_judged_is_to_be_checked()
    {
        Assert.Equal(["travel-to-check jigsaw:camden", "travel-to-check jigsaw"], Told(Assess(Context with { Joined = null })));
    }

    [Fact]
    public void Somebody_possible_is_looked_at_by_an_officer_and_nothing_else_follows()
    {
        var possible = Context with { Match = A.Assessment(new MatchOutcome.Possible("N-1", 0.7)), Joined = null };
        Assert.Equal(["match-review jigsaw:camden"], Told(Assess(possible)));
        Assert.Equal(["match-review jigsaw"], Told(Assess(possible with { Nominal = null })));
    }

    [Fact]
    public void An_officers_own_match_that_nobody_is_found_for_is_the_central_teams_and_a_screened_one_nobodys()
    {
        var none = Context with { Match = A.Assessment(new MatchOutcome.None()), Nominal = null, Joined = null };
        Assert.Empty(Assess(none).Notices);
        Assert.Equal(["match-unidentified jigsaw"], Told(Assess(none, Hit with { Manifest = null })));
        var rejected = none with { Match = none.Match with { Decision = new MatchDecision(false, null, BorderWorld.Officer, A.Moment, "No.") } };
        Assert.Empty(Assess(rejected, Hit with { Manifest = null }).Notices);
    }

    [Fact]
    public void Who_is_to_act_has_until_the_departure_then_until_the_landing_then_no_clock()
    {
        Assert.Equal(Departure, Assess(Context).Notices[0].Due);
        var flying = Assess(Context with { ReceivedAt = Departure }).Notices[0];
        Assert.Equal((Flown.Time("BKK 2026-12-02 16:10").Earliest.ToUniversalTime(), Recipient.Supervisors), (flying.Due, flying.EscalateTo));
        var landed = Assess(Context with { ReceivedAt = Departure.AddDays(9) }).Notices[0];
        Assert.Equal<(DateTimeOffset?, string?)>((null, null), (landed.Due, landed.EscalateTo));
    }

    [Fact]
    public void A_foreign_authority_is_told_of_by_the_newest_decision_alone()
    {
        CaseDecision Decided(string outcome, int hour) => new(TravelDecision.ForeignAuthority, outcome, "Risk to children there.", BorderWorld.Officer, A.Moment.AddHours(hour),
            outcome == TravelDecision.Tell ? JsonSerializer.SerializeToElement(new ForeignAuthorityDetails("THA", null), HubJson.Options) : null);

        var told = Assess(Context with { Decisions = [Decided(TravelDecision.DoNotTell, 0), Decided(TravelDecision.Tell, 1)] }).Notices.Single(n => n.Kind == NoticeKind.ForeignAuthority);
        Assert.Equal("jigsaw", told.Recipient);
        Assert.Contains("jigsaw-7 decided", told.Reason, StringComparison.Ordinal);
        Assert.Contains("Thailand", told.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain(Assess(Context with { Decisions = [Decided(TravelDecision.Tell, 0), Decided(TravelDecision.DoNotTell, 1)] }).Notices, n => n.Kind == NoticeKind.ForeignAuthority);
    }

    [Theory]
    [InlineData(new string[0], false, true, true)]
    [InlineData(new[] { "visor" }, false, true, true)]
    [InlineData(new[] { "yot", "visor" }, false, true, true)]
    [InlineData(new[] { "yot" }, false, false, false)]
    [InlineData(new[] { "yot", "merlin" }, false, false, false)]
    [InlineData(new[] { "merlin" }, true, false, true)]
    public void Whose_travel_is_watched_is_said_by_the_register(string[] registers, bool missing, bool watched, bool hit)
    {
        var nominal = Jolyon with { Registers = [.. registers], Markers = missing ? [Marker.Missing] : [] };
        Assert.Equal((watched, hit), (BorderInterest.IsWatched(nominal, null), BorderInterest.IsOf(nominal, null)));
    }
}
