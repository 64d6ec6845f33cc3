using System.Collections.Immutable;
using Hub.Places;

namespace Hub.Border.Travel;

/// <summary>
/// Judges travel by the rules of <c>travel-rules.data.json</c> (Sexual Offences Act 2003 s.86). How days and hours are
/// counted, and which fault comes first, is in this folder's README.
/// </summary>
public static class TravelLaw
{
    /// <summary>One journey by itself. Where the person has others, <see cref="JudgeAll"/> keeps one notification from excusing two.</summary>
    public static TravelJudgement Judge(Journey journey, NotificationDuty duty, CountryDirectory? countries = null) =>
        JudgeAll([journey], duty, countries)[0];

    /// <summary>All journeys of one person, in their order: each notification is held against one journey only, the one it is nearest to.</summary>
    /// <param name="countries">Names countries in the reasons; as published where null.</param>
    public static ImmutableArray<TravelJudgement> JudgeAll(IReadOnlyList<Journey> journeys, NotificationDuty duty, CountryDirectory? countries = null)
    {
        var notifications = Once(duty.Notifications);
        var comparer = new NotificationComparer(notifications, TravelRules.Default, countries ?? CountryDirectory.Default);
        var absences = journeys.Where(journey => !journey.IsDomestic()).Select(Absence.Of).ToArray();
        var chosen = NotificationChoice.For(absences, notifications, comparer);
        var judgements = absences.Zip(chosen, (absence, notification) =>
            new AbsenceJudgement(absence, notification, duty, TravelRules.Default, comparer).Made());
        using var next = judgements.GetEnumerator();
        return [.. journeys.Select(journey => journey.IsDomestic() || !next.MoveNext() ? Domestic : next.Current)];
    }

    private static TravelJudgement Domestic { get; } = new()
    {
        Outcome = TravelOutcome.NotRequired,
        Rule = null,
        Reasons = ["The flight was within the United Kingdom: travel inside it need not be notified."],
    };

    // The register and the hub may both hold it; where one of them knows it was withdrawn, it was.
    private static TravelNotification[] Once(ImmutableArray<TravelNotification> notifications) =>
    [
        .. notifications
            .GroupBy(notification => notification.Id, StringComparer.Ordinal)
            .Select(same => same.OrderBy(n => n.WithdrawnAt ?? DateTimeOffset.MaxValue).ThenBy(n => n.NotifiedAt).ThenBy(n => n.Departs).ThenBy(n => n.Country, StringComparer.Ordinal).First()),
    ];
}
