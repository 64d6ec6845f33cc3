using System.Collections.Immutable;
using Hub.Places;
using Hub.Time;

namespace Hub.Border.Travel;

/// <summary>What was travelled other than notified, one sentence each. What is not known on either side is no difference.</summary>
internal static class TravelDifferences
{
    public static ImmutableArray<string> Of(Absence absence, TravelNotification notification, CountryDirectory countries) =>
    [
        .. new[]
        {
            Departure(absence, notification),
            Country(absence, notification, countries),
            PointOfArrival(absence, notification),
            Return(absence, notification),
        }.OfType<string>(),
    ];

    private static string? Departure(Absence absence, TravelNotification notification) =>
        !absence.Departure.Seen || absence.Departure.Days.Contains(notification.Departs)
            ? null
            : $"The departure differs: notified {LondonTime.Words(notification.Departs)}, travelled {TravelWords.On(absence.Departure.Days)}.";

    private static string? Country(Absence absence, TravelNotification notification, CountryDirectory countries)
    {
        if (absence.WayOut.IsEmpty || Reaches(absence, notification.Country))
        {
            return null;
        }

        var last = absence.WayOut[^1].ToCountry;
        var named = notification.OtherCountries.Contains(last) ? " It is among the further countries notified, not the first." : "";
        var connection = absence.WayOut.All(sighting => sighting.Kind() == LegKind.Out) ? " Only the flight out was seen: it may be a connection." : "";
        return $"The country differs: notified {TravelWords.Country(notification.Country, countries)}, travelled to {TravelWords.Country(last, countries)}.{named}{connection}";
    }

    private static string? PointOfArrival(Absence absence, TravelNotification notification)
    {
        var reached = absence.WayOut.Where(sighting => sighting.ToCountry == notification.Country).Select(sighting => sighting.To).ToArray();
        return notification.PointOfArrival is not { } notified || !IsAirport(notified) || reached.Length == 0 || reached.Contains(notified)
            ? null
            : $"The point of arrival differs: notified {notified}, arrived at {reached[0]}.";
    }

    private static string? Return(Absence absence, TravelNotification notification) =>
        notification.Returns is not { } notified || absence.Returns is not { } known || known.Contains(notified)
            ? null
            : $"The return differs: notified {LondonTime.Words(notified)}, {Says(absence.Journey.Return!.Source)} {TravelWords.On(known)}.";

    private static string Says(ReturnSource source) => source switch
    {
        ReturnSource.Sighted => "seen to land",
        ReturnSource.Officer => "by an officer's finding",
        _ => "by the border's information",
    };

    /// <summary>Whether the way out leads to a country, directly or by a connection.</summary>
    public static bool Reaches(Absence absence, string country) => absence.WayOut.Any(sighting => sighting.ToCountry == country);

    private static bool IsAirport(string point) => point.Length == 3 && point.All(char.IsAsciiLetterUpper);
}
