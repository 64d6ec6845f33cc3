using Hub.Time;

namespace Hub.Border.Travel;

/// <summary>Whether a notification is about an absence, and how near it comes.</summary>
internal static class NotificationFit
{
    /// <summary>How far apart they are, in days, where the notification may be about the absence; null where it is about something else.</summary>
    public static int? Distance(Absence absence, TravelNotification notification)
    {
        if (GivenTooLateToMean(absence, notification))
        {
            return null;
        }

        return absence.Departure.Seen ? FromDeparture(absence, notification) : FromReturn(absence, notification);
    }

    /// <summary>Whether it was withdrawn or replaced before they left, for certain.</summary>
    public static bool IsWithdrawn(Absence absence, TravelNotification notification) =>
        notification.WithdrawnAt is { } withdrawn && withdrawn <= Departing(absence, notification).Earliest;

    /// <summary>
    /// The departure that a notification is measured against: the one seen; else, since the notification covers the
    /// return, the day it names.
    /// </summary>
    public static Departure Departing(Absence absence, TravelNotification notification) =>
        absence.Departure.Seen ? absence.Departure : Departure.Unseen(notification.Departs, notification.Departs);

    // Given once they were away, of a departure still to come: a plan for another journey.
    private static bool GivenTooLateToMean(Absence absence, TravelNotification notification) =>
        notification.NotifiedAt > absence.Departure.Latest && notification.Departs > LondonTime.DateOf(notification.NotifiedAt);

    private static int? FromDeparture(Absence absence, TravelNotification notification)
    {
        var days = absence.Departure.Days.DistanceTo(notification.Departs);
        if (TravelDifferences.Reaches(absence, notification.Country))
        {
            return days <= TravelWindows.Departure ? days : null;
        }

        // A country named as a further one is nearer than one not named at all.
        return notification.OtherCountries.Any(country => TravelDifferences.Reaches(absence, country))
            ? days <= TravelWindows.Departure ? days + 1 : null
            : days <= TravelWindows.DepartureElsewhere ? days + TravelWindows.DepartureElsewhere : null;
    }

    private static int? FromReturn(Absence absence, TravelNotification notification)
    {
        // Without a flight back, the first hit shows only that they were away by then.
        var landed = absence.Returns ?? new DayRange(absence.AwayBy, absence.AwayBy);
        if (notification.Departs > absence.AwayBy || notification.Departs < absence.Departure.Days.First)
        {
            return null;
        }

        return notification.Returns switch
        {
            null => TravelWindows.Departure,
            { } returns when returns.AddDays(TravelWindows.Return) < landed.First => null,
            { } returns => absence.Returns is null ? 0 : landed.DistanceTo(returns),
        };
    }
}
