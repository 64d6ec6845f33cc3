using System.Collections.Frozen;
using Hub.Border.Flights;
using Hub.Nominals;
using Hub.Time;

namespace Hub.Border;

/// <summary>
/// Which nominals are the border's business. The protocol is about registered offenders (DOMAIN §1), and a missing
/// child who is about to leave the country is everybody's; a child known only to a youth offending team may fly.
/// </summary>
/// <remarks>
/// Somebody watched for nothing but the notification requirements (Sexual Offences Act 2003 Part 2) is watched up to
/// and including the last day of their last period, in London: a flight of which any known part is on or before that
/// day is a hit, one that leaves and lands after it is none. What keeps them watched longer: a period without an end,
/// or none given at all; an order of a court in force on the day; MAPPA category 2 or 3; any further register. No
/// further ones are <c>visor</c> and <c>sor</c>, which hold them for these requirements, and <c>mappa</c> where they
/// are in category 1, which is those same people (Criminal Justice Act 2003 s.327).
/// </remarks>
public static class BorderInterest
{
    /// <summary>Registers that alone give no reason to look for somebody on a flight.</summary>
    private static readonly FrozenSet<string> NotByThemselves = FrozenSet.Create("yot", "merlin");

    /// <summary>Registers that give one only for as long as the notification requirements run.</summary>
    private static readonly FrozenSet<string> ForNotification = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "visor", "sor");

    private const string MappaRegister = "mappa";
    private const int RegisteredSexOffenders = 1;

    /// <summary>The days in London of a flight, as far as its times are known; null where none is.</summary>
    public static (DateOnly First, DateOnly Last)? DaysOf(FlightTime? departs, FlightTime? arrives) =>
        (departs ?? arrives) is { } first && (arrives ?? departs) is { } last
            ? (LondonTime.DateOf(first.Earliest), LondonTime.DateOf(last.Latest))
            : null;

    /// <summary>Somebody whose travel is to be watched: on any register but those above. Where no register is named, nothing says that they are not.</summary>
    /// <param name="days">The days of the flight; null where they are not known, and then nothing has ended.</param>
    public static bool IsWatched(Nominal nominal, (DateOnly First, DateOnly Last)? days) =>
        (nominal.Registers.IsEmpty || nominal.Registers.Any(r => !NotByThemselves.Contains(r)))
        && !(days is { } flight && LastDay(nominal) < flight.First && !IsWatchedBeyond(nominal, flight));

    /// <summary>Whether being on a flight is a hit at all.</summary>
    public static bool IsOf(Nominal nominal, (DateOnly First, DateOnly Last)? days) => IsWatched(nominal, days) || nominal.Has(Marker.Missing);

    /// <summary>The last day of the last notification period; null where none is given or one has no end.</summary>
    public static DateOnly? LastDay(Nominal nominal) =>
        nominal.NotificationPeriods.IsEmpty || nominal.NotificationPeriods.Any(p => p.To is null) ? null : nominal.NotificationPeriods.Max(p => p.To);

    private static bool IsWatchedBeyond(Nominal nominal, (DateOnly First, DateOnly Last) flight) =>
        nominal.Orders.Any(o => o.IsInForceOn(flight.First) || o.IsInForceOn(flight.Last))
        || nominal.Mappa is { Category: not RegisteredSexOffenders }
        || nominal.Registers.Any(r => !NotByThemselves.Contains(r) && !ForNotification.Contains(r) && !(r.Equals(MappaRegister, StringComparison.OrdinalIgnoreCase) && nominal.Mappa is { Category: RegisteredSexOffenders }));
}
