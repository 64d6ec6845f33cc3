using Hub.Border.Hits;
using Hub.Border.Travel;
using Hub.Cases;
using Hub.Nominals;
using Hub.Notices;
using Hub.Testing.Border;
using Hub.Testing.Manifests;

namespace Hub.Tests.Border.Travel.History;

/// <summary>Who is told before a return flight lands, and what becomes of the plan. He leaves on 1 December and is not notified unless a test says so.</summary>
public sealed class ReturnPlanTests : IDisposable
{
    private const string AtHeathrow = "LHR 2026-12-16 06:15";
    private static readonly Nominal Jolyon = Flown.Offender();
    private static readonly CaseId Hit = HitCases.IdOf("BA9/2026-12-01/LHR/N-1");

    private readonly BorderWorld world = new(Jolyon);

    public void Dispose() => world.Dispose();

    private IReadOnlyList<Notice> All => world.Store[TravelRecords.IdOf(Jolyon.Id)].Notices;

    private string[] Standing => [.. All.Where(n => n.State != NoticeState.Withdrawn && (n.Kind is NoticeKind.Interception or NoticeKind.ReturnFlight)).Select(n => $"{n.Kind} {n.Recipient} {n.State}")];

    private async Task DecideAsync(string kind, string outcome, object? details = null, CaseId? report = null)
    {
        world.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(DecisionOutcome.Decided, await world.Decisions.DecideAsync(report ?? Hit, kind, outcome, $"Why {outcome}.", details, BorderWorld.Officer, default));
        await world.SettleAsync();
    }

    private Task ReturnsAsync(string lands) => DecideAsync(TravelDecision.Return, TravelDecision.Known, new KnownReturn(Flown.Time(lands), lands[..3], "BA10", ReturnSource.Officer));

    private async Task NotifyAsync(TravelNotification notification)
    {
        await world.Travel.NotifyAsync(world.Register[Jolyon.Id], notification, BorderWorld.Officer, default);
        await world.SettleAsync();
    }

    private static readonly string[] ToBeMet = ["interception jigsaw:camden Planned", "interception border-liaison Planned"];

    [Fact]
    public async Task A_suspected_breach_has_its_return_met_two_days_ahead()
    {
        await world.SendAsync(Flown.Out(Flown.Person(Jolyon)));
        Assert.Empty(Standing);

        await ReturnsAsync(AtHeathrow);

        Assert.Equal(ToBeMet, Standing);
        var lands = Flown.Time(AtHeathrow).Earliest.ToUniversalTime();
        Assert.All(All, n => Assert.Equal((lands - TimeSpan.FromHours(48), lands, Recipient.Supervisors), (n.PlannedFor, n.Due, n.EscalateTo)));
        Assert.DoesNotContain("outcome", All.Single(n => n.Recipient == Recipient.BorderLiaison).Content.GetRawText(), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_return_that_moves_moves_the_plan_and_one_not_known_after_all_takes_it_back()
    {
        await world.SendAsync(Flown.Out(Flown.Person(Jolyon)));
        await ReturnsAsync(AtHeathrow);
        await ReturnsAsync("LHR 2026-12-20 06:15");
        Assert.Equal(ToBeMet, Standing);
        Assert.All(All, n => Assert.Equal(n.State == NoticeState.Withdrawn ? Flown.Time(AtHeathrow).Earliest : Flown.Time("LHR 2026-12-20 06:15").Earliest, n.Due));

        await DecideAsync(TravelDecision.Return, TravelDecision.Unknown);
        Assert.Empty(Standing);
    }

    [Fact]
    public async Task A_hit_taken_back_takes_the_plan_back()
    {
        await world.SendAsync(Flown.Out(Flown.Person(Jolyon)));
        await ReturnsAsync(AtHeathrow);
        await world.SendAsync(Flown.Out(Flown.Stranger()));
        Assert.Empty(Standing);
    }

    [Fact]
    public async Task The_way_back_seen_on_a_list_is_the_return()
    {
        await world.SendAsync(Flown.Out(Flown.Person(Jolyon)));
        await world.SendAsync(Flown.Back(Flown.Person(Jolyon)));
        Assert.Equal(ToBeMet, Standing);
        Assert.Contains("by the list of that flight", All[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_flight_that_has_landed_is_met_by_nobody()
    {
        world.Time.Advance(TimeSpan.FromDays(30));
        await world.SendAsync(Flown.Out(Flown.Person(Jolyon)));
        await world.SendAsync(Flown.Back(Flown.Person(Jolyon)));
        Assert.Empty(All);
    }

    [Fact]
    public async Task Somebody_without_a_London_borough_is_met_by_the_central_team()
    {
        world.Register[Jolyon.Id] = Jolyon with { Addresses = [] };
        await world.SendAsync(Flown.Out(Flown.Person(Jolyon)));
        await ReturnsAsync(AtHeathrow);
        Assert.Equal(["interception jigsaw Planned", "interception border-liaison Planned"], Standing);
    }

    [Fact]
    public async Task Travel_as_notified_is_ended_by_a_word_to_the_borough_alone_on_the_day_they_named()
    {
        await world.SendAsync(Flown.Out(Flown.Person(Jolyon)));
        await NotifyAsync(TravelRecordTests.Notification());

        Assert.Equal(["return-flight jigsaw:camden Planned"], Standing);
        var notice = All.Single(n => n.State == NoticeState.Planned);
        Assert.Null(notice.Due);
        Assert.Contains("as the person notified", notice.Reason, StringComparison.Ordinal);
        Assert.Contains("Wednesday 16 December 2026", notice.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_officers_return_goes_before_the_one_notified()
    {
        await world.SendAsync(Flown.Out(Flown.Person(Jolyon)));
        await NotifyAsync(TravelRecordTests.Notification());
        await ReturnsAsync("LHR 2026-12-16 18:00");
        Assert.Contains("by an officer's finding", All.Single(n => n.State == NoticeState.Planned).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_travel_that_need_not_be_notified_nobody_hears_the_end()
    {
        // Still watched, as a violent offender.
        world.Register[Jolyon.Id] = Jolyon with { NotificationPeriods = [new NotificationPeriod(new DateOnly(2010, 1, 1), new DateOnly(2020, 1, 1))], Mappa = new Mappa(2, 1) };
        await world.SendAsync(Flown.Out(Flown.Person(Jolyon)));
        await ReturnsAsync(AtHeathrow);
        Assert.Empty(All);
    }

    [Fact]
    public async Task No_breach_takes_the_plan_back_and_breach_brings_it_again()
    {
        await world.SendAsync(Flown.Out(Flown.Person(Jolyon)));
        await ReturnsAsync(AtHeathrow);
        await DecideAsync(TravelDecision.Breach, TravelDecision.NoBreach);
        Assert.Empty(Standing);
        await DecideAsync(TravelDecision.Breach, TravelDecision.MoreResearch);
        Assert.Equal(ToBeMet, Standing);
        await DecideAsync(TravelDecision.Breach, TravelDecision.NoBreach);
        await DecideAsync(TravelDecision.Breach, TravelDecision.IsBreach);
        Assert.Equal(ToBeMet, Standing);
    }

    [Fact]
    public async Task A_breach_decided_of_travel_that_looked_compliant_has_the_return_met()
    {
        await world.SendAsync(Flown.Out(Flown.Person(Jolyon)));
        await NotifyAsync(TravelRecordTests.Notification());
        await DecideAsync(TravelDecision.Breach, TravelDecision.IsBreach);
        Assert.Equal(ToBeMet, Standing.Order(StringComparer.Ordinal).Reverse());
    }

    [Fact]
    public async Task An_interception_is_cancelled_and_kept_again()
    {
        await world.SendAsync(Flown.Out(Flown.Person(Jolyon)));
        await ReturnsAsync(AtHeathrow);
        await DecideAsync(TravelDecision.Interception, TravelDecision.Cancel);
        Assert.Empty(Standing);
        await DecideAsync(TravelDecision.Interception, TravelDecision.Keep);
        Assert.Equal(ToBeMet, Standing);
    }

    [Fact]
    public async Task Of_decisions_on_two_reports_of_one_journey_the_newest_counts()
    {
        await world.SendAsync(Flown.Out(Flown.Person(Jolyon)));
        await world.SendAsync(Flown.Back(Flown.Person(Jolyon)));
        await DecideAsync(TravelDecision.Interception, TravelDecision.Cancel);
        Assert.Empty(Standing);
        await DecideAsync(TravelDecision.Interception, TravelDecision.Keep, report: HitCases.IdOf("BA10/2026-12-15/BKK/N-1"));
        Assert.Equal(ToBeMet, Standing);
    }

    [Fact]
    public async Task What_was_said_of_flights_long_landed_stays_and_a_register_change_touches_none_of_it()
    {
        var record = TravelRecords.IdOf(Jolyon.Id);
        for (var year = 0; year < 30; year++)
        {
            await world.SendAsync(
                new PaxlstManifest(Flown.Flight($"BA{100 + year}", $"LHR {Day(0)} 21:30", $"BKK {Day(1)} 16:10"), [Flown.Person(Jolyon)]),
                new PaxlstManifest(Flown.Flight($"BA{200 + year}", $"BKK {Day(5)} 23:45", $"LHR {Day(6)} 06:15"), [Flown.Person(Jolyon)]));
            world.Time.Advance(TimeSpan.FromDays(5));
            world.Store.Change(record, c => c with { Notices = [.. c.Notices.Select(n => n.State == NoticeState.Planned ? n with { State = NoticeState.Acknowledged, RaisedAt = world.Time.GetUtcNow(), AcknowledgedAt = world.Time.GetUtcNow(), AcknowledgedBy = BorderWorld.Officer } : n)] });
            world.Time.Advance(TimeSpan.FromDays(20));
        }

        Assert.Equal(60, Standing.Length);
        var before = All;
        world.Register[Jolyon.Id] = Jolyon with { NotificationPeriods = [new NotificationPeriod(new DateOnly(2010, 1, 1), new DateOnly(2020, 1, 1))] };
        await world.Travel.RefreshAsync(Jolyon.Id, default);

        Assert.Equal(before, All);
        Assert.All((await world.Travel.ReadAsync(Jolyon.Id, default))!.Journeys, j => Assert.Equal(TravelOutcome.NotRequired, j.Judgement.Outcome));

        string Day(int after) => $"{world.Time.GetUtcNow().AddDays(after + 1):yyyy-MM-dd}";
    }
}
