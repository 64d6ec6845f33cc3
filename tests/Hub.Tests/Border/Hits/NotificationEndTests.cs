using Hub.Border;
using Hub.Border.Travel;
using Hub.Cases;
using Hub.Nominals;
using Hub.Testing.Border;

namespace Hub.Tests.Border.Hits;

/// <summary>Somebody watched for nothing but the notification requirements is out of screening from the day after their last day: not before, not after.</summary>
public sealed class NotificationEndTests
{
    private static readonly DateOnly Day = new(2026, 12, 1);
    private static readonly Nominal Watched = Flown.Offender();

    private static Nominal Until(DateOnly last) => Watched with { NotificationPeriods = [new NotificationPeriod(new DateOnly(2016, 1, 1), last)] };

    private static bool IsWatched(Nominal nominal, string departs, string arrives)
    {
        var leg = Flown.Flight("BA9", departs, arrives).Legs[0];
        return BorderInterest.IsWatched(nominal, BorderInterest.DaysOf(leg.Departs, leg.Arrives));
    }

    [Theory]
    // Out, in winter: London's own clock.
    [InlineData("LHR 2026-12-01 00:00", "BKK 2026-12-01 18:00", "2026-12-01", true)]
    [InlineData("LHR 2026-12-01 23:59", "BKK 2026-12-02 18:00", "2026-12-01", true)]
    [InlineData("LHR 2026-12-02 00:00", "BKK 2026-12-02 18:00", "2026-12-01", false)]
    // Back: it is still the last day in London when the clocks of Bangkok (seven hours ahead) show the next, and the landing does not matter.
    [InlineData("BKK 2026-12-02 06:59", "LHR 2026-12-02 13:00", "2026-12-01", true)]
    [InlineData("BKK 2026-12-02 07:00", "LHR 2026-12-02 13:00", "2026-12-01", false)]
    // Summer time: London is an hour ahead of UTC, and six behind Bangkok.
    [InlineData("BKK 2026-07-02 05:59", "LHR 2026-07-02 12:00", "2026-07-01", true)]
    [InlineData("BKK 2026-07-02 06:00", "LHR 2026-07-02 12:00", "2026-07-01", false)]
    // The nights the clocks change, on the last day and after it.
    [InlineData("LHR 2026-10-25 01:30", "BKK 2026-10-25 19:00", "2026-10-24", false)]
    [InlineData("LHR 2026-10-25 01:30", "BKK 2026-10-25 19:00", "2026-10-25", true)]
    [InlineData("LHR 2026-03-29 02:30", "BKK 2026-03-29 20:00", "2026-03-28", false)]
    public void The_day_in_london_decides(string departs, string arrives, string last, bool watched) =>
        Assert.Equal(watched, IsWatched(Until(DateOnly.Parse(last, System.Globalization.CultureInfo.InvariantCulture)), departs, arrives));

    [Fact]
    public void Where_no_day_of_the_flight_is_known_nothing_has_ended() => Assert.True(BorderInterest.IsWatched(Until(new DateOnly(2016, 1, 2)), null));

    [Fact]
    public void A_further_reason_keeps_somebody_watched()
    {
        var ended = Until(Day.AddDays(-1));
        Assert.False(On(ended));
        Assert.False(On(ended with { Registers = [] }));
        Assert.False(On(ended with { Registers = ["ViSOR", "yot", "sor"] }));
        Assert.False(On(ended with { Registers = ["visor", "mappa"], Mappa = new Mappa(1, 3) }));
        Assert.False(On(ended with { Orders = [new CourtOrder("sexual-harm-prevention-order", new DateOnly(2016, 1, 1), Day.AddDays(-1))] }));

        Assert.True(On(ended with { NotificationPeriods = [] }));
        Assert.True(On(ended with { NotificationPeriods = ended.NotificationPeriods.Add(new NotificationPeriod(new DateOnly(2016, 1, 1), null)) }));
        Assert.True(On(ended with { NotificationPeriods = ended.NotificationPeriods.Add(new NotificationPeriod(Day.AddDays(5), Day.AddDays(9))) }));
        Assert.True(On(ended with { Orders = [new CourtOrder("sexual-harm-prevention-order", new DateOnly(2016, 1, 1), Day)] }));
        Assert.True(On(ended with { Orders = [new CourtOrder("sexual-risk-order", Day, null)] }));
        Assert.True(On(ended with { Mappa = new Mappa(2, 1) }));
        Assert.True(On(ended with { Mappa = new Mappa(3, null) }));
        Assert.True(On(ended with { Registers = ["visor", "mappa"] }));
        Assert.True(On(ended with { Registers = ["visor", "counter-terrorism"] }));
        Assert.True(BorderInterest.IsOf(ended with { Markers = [Marker.Missing] }, (Day, Day)));
        Assert.False(BorderInterest.IsOf(ended, (Day, Day)));

        static bool On(Nominal nominal) => BorderInterest.IsWatched(nominal, (Day, Day));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(-1, 0)]
    public async Task Screening_finds_them_up_to_the_last_day(int last, int hits)
    {
        using var world = new BorderWorld(Until(Day.AddDays(last)));
        var manifest = await world.ManifestAsync(await world.SendAsync(Flown.Out(Flown.Person(Watched))));
        Assert.Equal((hits, 1L - hits), (manifest.Hits, manifest.NotOfInterest));
    }

    [Fact]
    public async Task A_hit_of_before_goes_when_the_register_says_the_duty_had_ended()
    {
        using var world = new BorderWorld(Watched);
        var hit = await world.HitAsync(await world.SendAsync(Flown.Out(Flown.Person(Watched))));
        Assert.NotEmpty(hit.Notices);

        world.Register[Watched.Id] = Until(Day.AddDays(-1));
        await world.Consequences.DrawAsync(default);
        await world.SettleAsync();

        Assert.Contains(world.Store[hit.Id].Reasons, r => r.Contains("whose last day was Monday 30 November 2026", StringComparison.Ordinal));
        Assert.Empty((await world.Travel.ReadAsync(Watched.Id, default))!.Seen);
        Assert.Equal(CaseStatus.Assessed, world.Store[hit.Id].Status);
    }
}
