namespace Hub.Border.Travel;

/// <summary>How the length of notice stands to a rule.</summary>
internal enum Timeliness
{
    InTime,

    /// <summary>In time only where the reason recorded for short notice is accepted.</summary>
    InTimeIfExcused,

    /// <summary>In time if departure was late on what is known of it, late if it was early.</summary>
    Unclear,

    Late,
}

/// <summary>
/// The one place that counts days and hours of notice and days of absence. Days are those of London's calendar, from
/// date to date; hours are elapsed time. Each answer is what holds for every moment that is possible; null where it
/// depends.
/// </summary>
internal static class TravelCounting
{
    /// <summary>Whether a journey lasts this many days: the date of return less the date of departure.</summary>
    public static bool? LastsAtLeast(int days, DayRange departs, DayRange returns)
    {
        var shortest = returns.First.DayNumber - departs.Last.DayNumber;
        var longest = returns.Last.DayNumber - departs.First.DayNumber;
        return Holds(shortest >= days, longest >= days);
    }

    public static Timeliness Notice(TravelRule rule, Departure departure, TravelNotification notification)
    {
        var given = notification.NotifiedAt;
        var limit = TimeSpan.FromHours(rule.NoticeHours);
        var hours = Holds(departure.Earliest - given >= limit, departure.Latest - given >= limit);
        if (rule.NoticeDays is not { } noticeDays)
        {
            return hours switch { true => Timeliness.InTime, false => Timeliness.Late, null => Timeliness.Unclear };
        }

        var excused = notification.ShortNoticeReason is not null;
        return (Days: DaysAtLeast(noticeDays, departure, notification), Hours: hours, Excused: excused) switch
        {
            (true, _, _) => Timeliness.InTime,
            (_, false, _) => Timeliness.Late,
            (false, _, false) => Timeliness.Late,
            (_, true, true) => Timeliness.InTimeIfExcused,
            _ => Timeliness.Unclear,
        };
    }

    /// <summary>Whether the day of notice lies this many days before the day of departure, so that the same weekday of the week before is seven.</summary>
    public static bool? DaysAtLeast(int days, Departure departure, TravelNotification notification)
    {
        var given = departure.DaysSince(notification.NotifiedAt);
        return Holds(given.Least >= days, given.Most >= days);
    }

    private static bool? Holds(bool atLeast, bool atMost) => (atLeast, atMost) switch
    {
        (true, _) => true,
        (false, false) => false,
        _ => null,
    };
}
