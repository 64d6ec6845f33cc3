using FsCheck;
using FsCheck.Fluent;
using Hub.Border.Flights;
using Hub.Border.Travel;
using Hub.Time;
using Microsoft.FSharp.Core;

namespace Hub.Tests.Border.Travel;

/// <summary>Runs a property on many made cases, the same ones every time; and the cases.</summary>
internal static class Properties
{
    private const ulong Seed = 20040501;
    private const ulong Gamma = 20120813;

    private static readonly Config Repeatable = Config.QuickThrowOnFailure
        .WithMaxTest(1000)
        .WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd(Seed, Gamma), FSharpOption<int>.None)));

    public static void Hold<T>(Gen<T> cases, Func<T, bool> property, int tests = 1000) =>
        Check.One(Repeatable.WithMaxTest(tests), Prop.ForAll(cases.ToArbitrary(), property));

    public static T[] Sample<T>(Gen<T> cases, int count) => cases.Sample(50, new Rnd(Seed, Gamma), count);

    // Where judgements turn: changes of law, changes of the clocks, a leap day, and ordinary times.
    private static readonly DateTimeOffset[] Anchors =
    [
        .. new[]
        {
            "2001-05-31T23:00:00Z", "2004-04-30T23:00:00Z", "2012-08-12T23:00:00Z", "2003-10-26T01:00:00Z", "2011-03-27T01:00:00Z",
            "2026-03-29T01:00:00Z", "2026-10-25T01:00:00Z", "2024-02-29T00:00:00Z", "2007-06-14T12:00:00Z", "2019-12-31T23:59:59Z",
        }.Select(text => DateTimeOffset.Parse(text, null)),
    ];

    // A span in seconds is most telling just beside one of these.
    private static readonly int[] Turns = [0, 12 * 3600, 24 * 3600, 6 * 86400, 7 * 86400, 8 * 86400, 20 * 86400];

    private static Gen<int> Nearby { get; } = Gen.OneOf(Gen.Choose(-2, 2), Gen.Choose(-4000, 4000), Gen.Choose(-90000, 90000));

    public static Gen<DateTimeOffset> Moments { get; } =
        from anchor in Gen.Elements(Anchors)
        from seconds in Gen.OneOf(Nearby, Gen.Choose(-90 * 86400, 90 * 86400))
        select anchor.AddSeconds(seconds);

    public static Gen<TimeSpan> Leads { get; } =
        from turn in Gen.Elements(Turns)
        from seconds in Nearby
        select TimeSpan.FromSeconds(turn + seconds);

    public static Gen<MadeTrip> MadeTrips { get; } =
        from departs in Moments
        from lead in Leads
        from days in Gen.OneOf(Gen.Choose(0, 10), Gen.Choose(0, 60))
        from hours in Gen.Choose(1, 24)
        from returnKnown in Gen.Elements(true, true, false)
        from reason in Gen.Elements(true, false)
        select new MadeTrip(departs, departs - lead, returnKnown ? departs.AddDays(days).AddHours(hours) : null, reason);

    /// <summary>A journey with one notification that agrees with it.</summary>
    internal sealed record MadeTrip(DateTimeOffset Departs, DateTimeOffset Given, DateTimeOffset? Lands, bool Reason)
    {
        public Journey Journey => Trip.Out(Trip.Exactly(Departs), Lands is { } lands ? Trip.Exactly(lands) : null);

        public TravelNotification Notification => Trip.Notified(Given, LondonTime.DateOf(Departs)) with { ShortNoticeReason = Reason ? "A reason" : null };

        public TravelOutcome Outcome => Trip.Outcome(Journey, Notification);

        public MadeTrip Shifted(TimeSpan by) => new(Departs + by, Given + by, Lands + by, Reason);

        public IEnumerable<DateTimeOffset> Moments => new[] { Departs, Given, Lands ?? Departs };
    }

    public static FlightTime Between(DateTimeOffset earliest, DateTimeOffset latest) => new(LondonTime.DateOf(earliest), earliest, latest);
}
