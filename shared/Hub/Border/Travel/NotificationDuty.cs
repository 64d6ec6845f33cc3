using System.Collections.Immutable;
using Hub.Nominals;

namespace Hub.Border.Travel;

/// <summary>What is known of a person's duty to notify.</summary>
/// <param name="Periods">When the person is subject; empty where the register gives no period.</param>
/// <param name="MayBeSubject">Where there is no period: whether the person may be subject all the same, because the register holds them as a registered sex offender.</param>
/// <param name="Notifications">What they notified, from every source, in any order; those withdrawn included.</param>
public sealed record NotificationDuty(ImmutableArray<NotificationPeriod> Periods, bool MayBeSubject, ImmutableArray<TravelNotification> Notifications)
{
    /// <summary>The duty of a nominal, with what was notified to the hub itself beside what the register holds.</summary>
    public static NotificationDuty Of(Nominal nominal, IEnumerable<TravelNotification> furtherNotifications) =>
        new(nominal.NotificationPeriods, RegisteredSexOffender.MayBeSubject(nominal), [.. nominal.TravelNotified, .. furtherNotifications]);

    /// <summary>Whether the person is subject on all of these days; null where on some, or where it is not known.</summary>
    internal bool? SubjectDuring(DayRange days)
    {
        if (Periods.IsEmpty)
        {
            return MayBeSubject ? null : false;
        }

        if (!Periods.Any(period => period.From <= days.Last && !(period.To < days.First)))
        {
            return false;
        }

        return CoversAll(days) ? true : null;
    }

    /// <summary>The longest-running period that covers a day; null where none does.</summary>
    internal NotificationPeriod? PeriodOn(DateOnly day) => Periods
        .Where(period => period.From <= day && !(period.To < day))
        .OrderByDescending(period => period.To ?? DateOnly.MaxValue)
        .ThenBy(period => period.From)
        .FirstOrDefault();

    private bool CoversAll(DayRange days)
    {
        // Each step ends at the end of a period, so there are at most as many as periods.
        for (var day = days.First; day <= days.Last;)
        {
            if (PeriodOn(day) is not { } period)
            {
                return false;
            }

            if (period.To is not { } last || last >= days.Last)
            {
                return true;
            }

            day = last.AddDays(1);
        }

        return true;
    }
}
