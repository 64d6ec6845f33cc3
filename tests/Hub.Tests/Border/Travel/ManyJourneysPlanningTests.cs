using System.Collections.Immutable;
using Hub.Border.Flights;
using Hub.Border.Travel;
using Hub.Cases;
using Hub.Nominals;
using Hub.Notices;
using Hub.Persons;
using Hub.Testing.Border;

namespace Hub.Tests.Border.Travel;

/// <summary>A person who has flown for years: what is known of them must still change in one commit.</summary>
public sealed class ManyJourneysPlanningTests : IDisposable
{
    private static readonly Nominal Jolyon = Flown.Offender();

    private readonly BorderWorld world = new(Jolyon);

    public void Dispose() => world.Dispose();

    [Fact]
    public async Task A_correction_of_the_register_fits_one_commit_however_many_landings_were_met()
    {
        for (var journey = 0; journey < 40; journey++)
        {
            var leaves = world.Time.GetUtcNow().AddDays(1);
            await world.Travel.SeeAsync(Jolyon, Seen("BA9", "LHR", "BKK", leaves), default);
            await world.Travel.SeeAsync(Jolyon, Seen("BA10", "BKK", "LHR", leaves.AddHours(12)), default);
            await MetAsync();
            world.Time.Advance(TimeSpan.FromDays(10));
        }

        var before = Notices().Length;
        var corrected = Jolyon with { NotificationPeriods = [new NotificationPeriod(new DateOnly(2010, 1, 1), new DateOnly(2011, 1, 1))] };
        world.Register[Jolyon.Id] = corrected;
        await world.Travel.RefreshAsync(Jolyon.Id, default);

        var record = (await world.Travel.ReadAsync(Jolyon.Id, default))!;
        Assert.All(record.Journeys, j => Assert.Equal(TravelOutcome.NotRequired, j.Judgement.Outcome));
        Assert.InRange(Notices().Length - before, 0, 4);
    }

    [Fact]
    public async Task The_fullest_record_fits_one_commit()
    {
        var start = new DateTimeOffset(2020, 1, 1, 12, 0, 0, TimeSpan.Zero);
        for (var flight = 0; flight < TravelRecord.MaxSeen; flight++)
        {
            var leaves = start.AddDays(flight * 4);
            await world.Travel.SeeAsync(Jolyon, flight % 2 == 0 ? Seen("BA9", "LHR", "BKK", leaves) : Seen("BA10", "BKK", "LHR", leaves), default);
        }

        var state = world.Store[TravelRecords.IdOf(Jolyon.Id)].Report.GetRawText().Length;
        Assert.InRange(state, 200_000, CommitLimits.MaxBytes * 3 / 4);
    }

    private ImmutableArray<Notice> Notices() => world.Store[TravelRecords.IdOf(Jolyon.Id)].Notices;

    private async Task MetAsync()
    {
        var acknowledgement = new Acknowledgement(new CaseEditor(world.Store, world.Time));
        foreach (var notice in Notices().Where(n => n.IsOpen))
        {
            await acknowledgement.AcknowledgeAsync(notice.Id, BorderWorld.Officer, default);
        }
    }

    private static SeenTraveller Seen(string flight, string from, string to, DateTimeOffset leaves) => new()
    {
        Sighting = new Sighting
        {
            Case = new CaseId(Guid.NewGuid()),
            Flight = flight,
            From = from,
            FromCountry = from == "LHR" ? "GBR" : "THA",
            To = to,
            ToCountry = to == "LHR" ? "GBR" : "THA",
            Departs = new FlightTime(DateOnly.FromDateTime(leaves.UtcDateTime), leaves, leaves),
            Arrives = new FlightTime(DateOnly.FromDateTime(leaves.UtcDateTime), leaves.AddHours(11), leaves.AddHours(11)),
        },
        Traveller = new ListedTraveller("Jolyon Peregrine Featherstonehaugh", BirthDate.Parse("1971-05-19"), Sex.Male, Jolyon.Documents),
    };
}
