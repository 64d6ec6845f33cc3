using Hub.Auditing;
using Hub.Border.Travel;
using Hub.Cases;
using Hub.Messaging;
using Hub.Nominals;
using Hub.Notices;
using Hub.Testing.Border;
using Hub.Testing.Manifests;

namespace Hub.Tests.Border.Travel.History;

/// <summary>A nominal's travel over several reports: one commit of one record, and everybody concerned told once.</summary>
public sealed class TravelRecordTests : IDisposable
{
    private static readonly Nominal Jolyon = Flown.Offender();
    private readonly BorderWorld world = new(Jolyon);

    public void Dispose() => world.Dispose();

    private static CaseId Report(int number) => CaseId.For("manifest-matches", $"{number}");

    private static SeenTraveller Seen(int report, string flight, string leaves, string lands) => new()
    {
        Sighting = new Sighting
        {
            Case = Report(report),
            Flight = flight,
            From = leaves[..3],
            FromCountry = Country(leaves),
            To = lands[..3],
            ToCountry = Country(lands),
            Departs = Flown.Time(leaves),
            Arrives = Flown.Time(lands),
        },
        Traveller = new ListedTraveller("Jolyon Featherstonehaugh", null, Persons.Sex.Male, []),
    };

    private static string Country(string call) => call.StartsWith("LHR", StringComparison.Ordinal) ? "GBR" : "THA";

    private static SeenTraveller Out(int report, int day = 1) => Seen(report, "BA9", $"LHR 2026-12-{day:D2} 21:30", $"BKK 2026-12-{day + 1:D2} 16:10");

    private static SeenTraveller Back(int report, int day = 15) => Seen(report, "BA10", $"BKK 2026-12-{day:D2} 23:45", $"LHR 2026-12-{day + 1:D2} 06:15");

    private Task<TravelView> SeeAsync(SeenTraveller seen) => world.Travel.SeeAsync(world.Register[Jolyon.Id], seen, default);

    private async Task<TravelRecord> RecordAsync() => (await world.Travel.ReadAsync(Jolyon.Id, default))!;

    /// <summary>The reports told to be judged anew by events since the last time.</summary>
    private async Task<CaseId[]> ToldAsync()
    {
        var changed = world.Store.Events.Where(e => e.Type == HubTopology.ReportChanged).ToList();
        await world.Store.MarkSentAsync(world.Store.Events.ToList(), default);
        Assert.InRange(changed.Count, 0, 1);
        return [.. changed.SelectMany(BorderWorld.Messages).Select(m => m.Data.GetProperty("report").GetString()).Select(id => CaseId.Parse(id!))];
    }

    [Fact]
    public async Task Flights_of_several_reports_are_joined_and_only_the_others_are_judged_anew()
    {
        Assert.Null((await SeeAsync(Out(1))).Journey.Return);
        Assert.Empty(await ToldAsync());

        var view = await SeeAsync(Back(2));
        Assert.Equal<CaseId>([Report(1), Report(2)], view.Journey.Reports);
        Assert.Equal(ReturnSource.Sighted, view.Journey.Return!.Source);
        Assert.Equal([Report(1)], await ToldAsync());

        await SeeAsync(Out(3, day: 20));
        Assert.Empty(await ToldAsync());
        Assert.Equal(2, (await RecordAsync()).Journeys.Length);
    }

    [Fact]
    public async Task The_same_again_changes_nothing()
    {
        await SeeAsync(Out(1));
        var commits = world.Store.Commits.Count;
        await SeeAsync(Out(1));
        await world.Travel.ForgetAsync(Jolyon, Report(7), default);
        await world.Travel.RefreshAsync(Jolyon.Id, default);
        await world.Travel.RefreshAsync("N-77", default);
        Assert.Equal(commits, world.Store.Commits.Count);
    }

    [Fact]
    public async Task A_second_report_of_one_flight_tells_nobody_until_the_first_is_taken_out()
    {
        Assert.Null((await SeeAsync(Out(1))).ToldBy);
        Assert.Equal(Report(1), (await SeeAsync(Out(2))).ToldBy);
        Assert.Equal([Report(1)], await ToldAsync());

        await world.Travel.ForgetAsync(Jolyon, Report(1), default);

        Assert.Equal([Report(2)], await ToldAsync());
        Assert.Null((await SeeAsync(Out(2))).ToldBy);
    }

    [Fact]
    public async Task The_judgement_in_the_history_follows_the_register_even_where_nobody_else_is_concerned()
    {
        await SeeAsync(Out(1));
        Assert.Equal(TravelOutcome.NotNotified, (await RecordAsync()).Journeys[0].Judgement.Outcome);
        world.Register[Jolyon.Id] = Jolyon with { NotificationPeriods = [new NotificationPeriod(new DateOnly(2010, 1, 1), new DateOnly(2020, 1, 1))] };

        await SeeAsync(Out(1));

        Assert.Equal(TravelOutcome.NotRequired, (await RecordAsync()).Journeys[0].Judgement.Outcome);
    }

    [Fact]
    public async Task A_notification_tells_every_report_of_its_journey_and_of_no_other()
    {
        await SeeAsync(Out(1));
        await SeeAsync(Back(2));
        await SeeAsync(Out(3, day: 20));
        await ToldAsync();

        await world.Travel.NotifyAsync(Jolyon, Notification(), BorderWorld.Officer, default);
        Assert.Equal([Report(1), Report(2)], await ToldAsync());
        Assert.Equal(TravelOutcome.Notified, (await RecordAsync()).Journeys[0].Judgement.Outcome);

        await world.Travel.NotifyAsync(Jolyon, Notification(), BorderWorld.Officer, default);
        Assert.Empty(await ToldAsync());
        await world.Travel.NotifyAsync(Jolyon, Notification() with { WithdrawnAt = SmallWorld.Now }, BorderWorld.Officer, default);
        Assert.Equal([Report(1), Report(2)], await ToldAsync());
    }

    internal static TravelNotification Notification(string id = "TN-1") => new()
    {
        Id = id,
        NotifiedAt = SmallWorld.Now.AddDays(-20),
        Departs = new DateOnly(2026, 12, 1),
        Country = "THA",
        PointOfArrival = "BKK",
        Returns = new DateOnly(2026, 12, 16),
        ReturnPoint = "LHR",
    };

    [Fact]
    public async Task Forty_reports_at_once_are_all_in_the_history()
    {
        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Task.Run(() => SeeAsync(Seen(i, $"BA{i + 100}", $"LHR 2026-12-{1 + (i / 2):D2} {8 + (i % 2):D2}:00", $"BKK 2026-12-{2 + (i / 2):D2} 04:00")))));
        Assert.Equal(40, (await RecordAsync()).Seen.Length);
        Assert.Null(AuditChain.FirstBreak(await world.Store.ReadAuditAsync(TravelRecords.IdOf(Jolyon.Id), default), world.Store[TravelRecords.IdOf(Jolyon.Id)].AuditHead));
    }

    [Fact]
    public async Task The_history_keeps_so_many_flights_and_fits_its_commit()
    {
        var start = new DateTime(2010, 1, 1, 21, 0, 0, DateTimeKind.Unspecified);
        var seen = Enumerable.Range(0, TravelRecord.MaxSeen + 3).Select(i =>
        {
            var day = start.AddDays(i * 7);
            return i % 2 == 0
                ? Seen(i, "BA9", $"LHR {day:yyyy-MM-dd HH:mm}", $"BKK {day.AddHours(16):yyyy-MM-dd HH:mm}")
                : Seen(i, "BA10", $"BKK {day:yyyy-MM-dd HH:mm}", $"LHR {day.AddHours(9):yyyy-MM-dd HH:mm}");
        }).ToList();
        await world.Records.EditAsync<TravelRecord>(TravelRecord.Sort, Jolyon.Id, Actor.Hub, (edit, _) =>
        {
            edit.Audit("test.made", "As if seen one by one.");
            return new TravelRecord { Nominal = Jolyon.Id, Seen = [.. seen.Take(TravelRecord.MaxSeen)] };
        }, default);

        foreach (var one in seen.Skip(TravelRecord.MaxSeen))
        {
            await SeeAsync(one);
        }

        var record = await RecordAsync();
        Assert.Equal(TravelRecord.MaxSeen, record.Seen.Length);
        Assert.Equal(Report(3), record.Seen[0].Sighting.Case);
        Assert.Equal(Report(TravelRecord.MaxSeen + 2), record.Seen[^1].Sighting.Case);
    }

    [Fact]
    public async Task A_nominal_has_so_many_notifications_and_no_more()
    {
        await world.Records.EditAsync<TravelRecord>(TravelRecord.Sort, Jolyon.Id, Actor.Hub, (edit, _) =>
        {
            edit.Audit("test.made", "As if notified one by one.");
            return new TravelRecord { Nominal = Jolyon.Id, Notifications = [.. Enumerable.Range(0, TravelRecord.MaxNotifications).Select(i => Notification($"TN-{i}"))] };
        }, default);

        Assert.Equal("too-many-notifications", (await Assert.ThrowsAsync<PermanentFailureException>(() => world.Travel.NotifyAsync(Jolyon, Notification("TN-X"), BorderWorld.Officer, default))).Code);
        await world.Travel.NotifyAsync(Jolyon, Notification("TN-7") with { Returns = null }, BorderWorld.Officer, default);
    }

    [Fact]
    public async Task Lists_of_the_way_out_and_back_settle_and_both_say_the_same()
    {
        await world.SendAsync(Flown.Back(Flown.Person(Jolyon)));
        await world.SendAsync(Flown.Out(Flown.Person(Jolyon)));
        await world.Travel.NotifyAsync(Jolyon, Notification(), BorderWorld.Officer, default);
        Assert.InRange((await world.SettleAsync()).Count, 2, 20);

        var hits = world.Store.All.Where(c => c.Feed == "manifest-matches").ToList();
        Assert.Equal(2, hits.Count);
        Assert.All(hits, h => Assert.Contains(h.Notices, n => n is { Kind: NoticeKind.TravelSeen, State: NoticeState.Raised }));
        Assert.All(hits, h => Assert.DoesNotContain(h.Notices, n => n is { Kind: NoticeKind.TravelBreach, State: NoticeState.Raised }));
        Assert.Equal(hits[0].Conclusion!.Value.GetProperty("journey").GetRawText(), hits[1].Conclusion!.Value.GetProperty("journey").GetRawText());
    }

    [Fact]
    public async Task Of_a_flight_listed_for_crew_and_passengers_alike_the_second_tells_when_the_first_is_taken_back()
    {
        await world.SendAsync(Flown.Out(Flown.Person(Jolyon)));
        await world.SendAsync(Flown.Out(Flown.Person(Jolyon)).Crew());
        var second = Hub.Border.Hits.HitCases.IdOf("BA9/2026-12-01/LHR/crew/N-1");
        Assert.Empty(world.Store[second].Notices);

        await world.SendAsync(Flown.Out(Flown.Stranger()));

        Assert.Contains(world.Store[second].Notices, n => n is { Kind: NoticeKind.TravelBreach, State: NoticeState.Raised });
    }
}
