
namespace Hub.Border.Travel;

/// <summary>Works out one judgement, reason by reason.</summary>
internal sealed class AbsenceJudgement(
    Absence absence, TravelNotification? notification, NotificationDuty duty, TravelRules rules, NotificationComparer comparer)
{
    // A departure nobody saw is taken to be the one that was notified, where one was.
    private readonly Departure _departure = notification is null ? absence.Departure : NotificationFit.Departing(absence, notification);

    private readonly List<string> _reasons = [];

    public TravelJudgement Made()
    {
        var days = _departure.Days;
        SayWhatWasSeen();
        var subject = duty.SubjectDuring(days);
        _reasons.Add(NoticeWords.Subject(duty, subject, days));
        if (subject == false)
        {
            return Judgement(TravelOutcome.NotRequired, null);
        }

        var rule = rules.On(days.Last);
        if (rules.On(days.First) is var earlier && earlier?.Id == rule?.Id)
        {
            return Judgement(Under(rule, subject), rule);
        }

        _reasons.Add("The law changed within the days on which the departure may lie; both rules are looked at.");
        var under = (Under(earlier, subject), Under(rule, subject));
        return Judgement(under.Item1 == under.Item2 ? under.Item1 : TravelOutcome.CannotTell, rule);
    }

    private TravelOutcome Under(TravelRule? rule, bool? subject)
    {
        if (rule is null)
        {
            _reasons.Add($"No rule on travel was in force before {TravelWords.Day(rules.All[0].From)}.");
            return TravelOutcome.NotRequired;
        }

        _reasons.Add(rule.Words);
        if (rule.Transition is { } transition && _departure.Days.First <= transition.Until)
        {
            _reasons.Add(transition.Note);
        }

        var longEnough = LongEnough(rule);
        if (longEnough == false)
        {
            return TravelOutcome.NotRequired;
        }

        var outcome = Notified(rule);
        if (outcome is TravelOutcome.Notified or TravelOutcome.CannotTell || (subject == true && longEnough == true))
        {
            return outcome;
        }

        _reasons.Add($"{NoticeWords.Condition(subject, longEnough, rule)}, {NoticeWords.Consequence(outcome)}.");
        return TravelOutcome.CannotTell;
    }

    private bool? LongEnough(TravelRule rule)
    {
        if (rule.ShortestDays is not { } shortest)
        {
            return true;
        }

        if (absence.Returns is not { } returns)
        {
            _reasons.Add("The return is not known, and so not how long the journey is.");
            return null;
        }

        var longEnough = TravelCounting.LastsAtLeast(shortest, _departure.Days, returns);
        _reasons.Add(NoticeWords.Length(longEnough, _departure.Days, returns, rule));
        return longEnough;
    }

    private TravelOutcome Notified(TravelRule rule)
    {
        if (notification is null)
        {
            _reasons.AddRange(comparer.Withdrawn(absence).Select(NoticeWords.Withdrawn));
            _reasons.Add("No notification of this journey was found.");
            return TravelOutcome.NotNotified;
        }

        var compared = comparer.Compare(absence, notification, rule);
        _reasons.AddRange(NoticeWords.Notice(compared, rule));
        _reasons.AddRange(compared.Differences);
        if (compared.Differences.IsEmpty)
        {
            _reasons.Add("What is known of dates, country and point of arrival agrees with what was notified.");
        }

        return compared.Outcome;
    }

    private void SayWhatWasSeen()
    {
        if (absence.Journey.Sightings.Any(sighting => sighting.AsCrew))
        {
            _reasons.Add("The person worked on the flight as crew: the duty to notify is the same.");
        }

        if (!absence.Departure.Seen)
        {
            var first = absence.Journey.Sightings[0];
            _reasons.Add($"The departure was not seen; flight {first.Flight} from {first.From} shows that the person was away {TravelWords.On(DayRange.Of(first.Departs))}.");
            _reasons.Add(notification is null
                ? $"The departure is taken to lie {TravelWords.On(_departure.Days)}."
                : $"The departure is taken to be the one notified, {TravelWords.On(_departure.Days)}.");
        }
        else if (!_departure.Days.IsOneDay)
        {
            _reasons.Add($"The departure is known only to lie {TravelWords.On(_departure.Days)}.");
        }
    }

    private TravelJudgement Judgement(TravelOutcome outcome, TravelRule? rule) => new()
    {
        Outcome = outcome,
        Rule = rule?.Id,
        Reasons = [.. _reasons.Distinct()],
        Notification = notification?.Id,
    };
}
