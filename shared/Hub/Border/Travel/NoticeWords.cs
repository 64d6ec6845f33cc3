using System.Globalization;
using Hub.Time;

namespace Hub.Border.Travel;

/// <summary>The sentences of a judgement about duty, length and notice. None holds a name or what the person wrote.</summary>
internal static class NoticeWords
{
    public static string Subject(NotificationDuty duty, bool? subject, DayRange days) => (subject, duty.Periods.IsEmpty) switch
    {
        (true, _) => $"{Sentence(TravelWords.On(days))} the person was subject to notification requirements ({Period(duty.PeriodOn(days.First)!)}).",
        (false, false) => $"{Sentence(TravelWords.On(days))} the person was not subject to notification requirements: the register's periods do not cover it.",
        (null, false) => $"{Sentence(TravelWords.On(days))} the person was subject to notification requirements for a part of the time only.",
        (_, true) when duty.MayBeSubject => "The register gives no notification period, but holds the person as one who may be subject: a person must check it.",
        _ => "The register gives no notification period and does not hold the person as a registered sex offender.",
    };

    public static string Length(bool? longEnough, DayRange departs, DayRange returns, TravelRule rule)
    {
        var away = TravelWords.Days(Math.Max(0, returns.First.DayNumber - departs.Last.DayNumber), Math.Max(0, returns.Last.DayNumber - departs.First.DayNumber));
        var verdict = longEnough switch
        {
            true => $"it is as long as the {rule.ShortestDays} days of the rule",
            false => $"it is shorter than the {rule.ShortestDays} days of the rule",
            null => $"whether that is the {rule.ShortestDays} days of the rule cannot be told",
        };
        return $"The return is {TravelWords.On(returns)}, and the journey {away} long: {verdict}.";
    }

    public static IEnumerable<string> Notice(ComparedNotification compared, TravelRule rule)
    {
        var (notification, departure) = (compared.Notification, compared.Departure);
        yield return $"Notified on {LondonTime.Words(notification.NotifiedAt)}: {Before(departure, notification, rule)}.";
        if (compared.Replaced is { } replaced)
        {
            yield return $"It replaced one given on {LondonTime.Words(replaced.NotifiedAt)} in time; a change may be given until {rule.NoticeHours} hours before departure (SI 2004/1220, regulation 7).";
        }

        switch (compared.Timeliness)
        {
            case Timeliness.InTime:
                yield return "The notice was in time.";
                break;
            case Timeliness.InTimeIfExcused:
                yield return $"A reason for short notice was recorded; the rule accepts that {rule.ShortNotice}, which a person must judge.";
                break;
            case Timeliness.Late:
                yield return rule.NoticeDays is not null && notification.ShortNoticeReason is null
                    ? "The notice was late, and no reason for short notice was recorded."
                    : $"The notice was late: whatever the reason, the rule asks for {rule.NoticeHours} hours.";
                break;
            default:
                yield return "Whether the notice was in time depends on the time of departure, which is not known well enough.";
                break;
        }

        // The regulations of 2004 count to the date of departure; the hub counts to the flight, which is kinder.
        if (compared.Timeliness == Timeliness.InTimeIfExcused
            && LondonTime.StartOf(departure.Days.First) - notification.NotifiedAt < TimeSpan.FromHours(rule.NoticeHours))
        {
            yield return $"Counted to the beginning of the day of departure it was less than {rule.NoticeHours} hours: a person must judge which count holds.";
        }
    }

    public static string Withdrawn(TravelNotification notification) =>
        $"A notification of a departure on {LondonTime.Words(notification.Departs)} was withdrawn or replaced on {LondonTime.Words(notification.WithdrawnAt!.Value)}, before departure, and does not count.";

    public static string Condition(bool? subject, bool? longEnough, TravelRule rule) => (subject, longEnough) switch
    {
        (true, _) => $"If the journey is {rule.ShortestDays} days or longer",
        (_, true) => "If the person was subject",
        _ => $"If the person was subject and the journey is {rule.ShortestDays} days or longer",
    };

    public static string Consequence(TravelOutcome outcome) => outcome switch
    {
        TravelOutcome.Late => "the notification was late",
        TravelOutcome.Differs => "what was travelled differs from what was notified",
        _ => "it should have been notified and was not",
    };

    private static string Before(Departure departure, TravelNotification notification, TravelRule rule)
    {
        var given = notification.NotifiedAt;
        if (given > departure.Latest)
        {
            return "after departure";
        }

        var (least, most) = departure.DaysSince(given);
        return rule.NoticeDays is { } days && least >= days
            ? $"{TravelWords.Days(least, most)} before departure"
            : $"{TravelWords.Hours(departure.Earliest - given, departure.Latest - given)} before departure";
    }

    private static string Period(NotificationPeriod period) => period.To is { } to
        ? $"from {TravelWords.Day(period.From)} to {TravelWords.Day(to)}"
        : $"since {TravelWords.Day(period.From)}";

    private static string Sentence(string words) => char.ToUpper(words[0], CultureInfo.InvariantCulture) + words[1..];
}
