namespace Hub.Border.Travel;

/// <summary>How far apart, in days where nothing else is said, things may lie and still be taken for one journey. The law sets none of these: see this folder's README.</summary>
public static class TravelWindows
{
    /// <summary>From the departure notified to the one travelled, to a country notified.</summary>
    public const int Departure = 14;

    /// <summary>The same to a country not notified: what is further away, to somewhere else, is another journey.</summary>
    public const int DepartureElsewhere = 3;

    /// <summary>From the return notified to a later landing of somebody whose departure was not seen.</summary>
    public const int Return = 3;

    /// <summary>
    /// From a departure that nobody saw to the first hit, at most. Longer stays abroad are judged on these days: a
    /// person sees from the reasons that the departure was not seen.
    /// </summary>
    public const int Unseen = 90;

    /// <summary>Longer than any scheduled flight: bounds a departure where only the landing is known, and the other way round.</summary>
    internal static readonly TimeSpan LongestFlight = TimeSpan.FromHours(20);
}
