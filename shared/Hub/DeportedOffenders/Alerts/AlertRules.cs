using System.Collections.Immutable;
using System.Text.Json;
using Hub.Border.Flights;
using Hub.DeportedOffenders.Cases;
using Hub.Feeds;
using Hub.Json;
using Hub.Matching;
using Hub.Notices;
using Hub.Time;

namespace Hub.DeportedOffenders.Alerts;

/// <summary>
/// What an alert itself asks for: that somebody looks, where it is not plain whom it is about or what it says of
/// another. Whoever must act on the person's coming is told by the case. The same input gives the same findings.
/// </summary>
internal sealed class AlertRules(DeportedOffenderAlert alert, AssessmentContext context)
{
    /// <summary>A person must look by the next day at the latest…</summary>
    public static readonly TimeSpan LookWithin = TimeSpan.FromHours(24);

    /// <summary>…and with the first warning before the landing still to come…</summary>
    public static readonly TimeSpan BeforeLanding = TimeSpan.FromHours(72);

    /// <summary>…but nobody can look at once.</summary>
    public static readonly TimeSpan LeastTime = TimeSpan.FromHours(1);

    /// <summary>How long before the landing the supervisors hear once more that nobody has decided.</summary>
    public static readonly TimeSpan LastLook = TimeSpan.FromHours(6);

    private readonly AlertView view = context.Joined as AlertView ?? new AlertView(null, null, InCircle: false);
    private readonly List<NoticeDraft> notices = [];
    private readonly List<string> reasons = [];

    public Findings Run()
    {
        if (alert.Withdraws is null)
        {
            Person();
            Unknowns();
        }

        OnOther();
        return new Findings([.. notices], [.. reasons])
        {
            Conclusion = view.Case is { } joined ? JsonSerializer.SerializeToElement(new { Case = joined }, HubJson.Options) : null,
            Standing = [NoticeKind.AlertDisputed, NoticeKind.StepOverdue],
        };
    }

    private void Person()
    {
        switch (context.Match.Outcome)
        {
            case MatchOutcome.Match match:
                reasons.Add($"Joined to the case of {(context.Nominal?.Provisional == true ? "the provisional nominal" : "nominal")} {match.Nominal}{(view.Case is { } joined ? $" ({joined})" : "")}: whoever must act is told from there.");
                break;
            case MatchOutcome.Possible possible:
                reasons.Add("May be a person on the register: central Jigsaw must look. Until then it is in no case, and nobody plans for the arrival.");
                Review(possible);
                break;
            default:
                reasons.Add("Joined to no case.");
                break;
        }
    }

    private void Review(MatchOutcome.Possible possible)
    {
        var lands = alert.Arrival?.Lands?.Earliest.ToUniversalTime();
        var soon = lands - context.ReceivedAt <= BeforeLanding;
        var due = context.ReceivedAt + LookWithin;
        if (lands is { } landing && landing - BeforeLanding < due)
        {
            due = landing - BeforeLanding;
        }

        due = due < context.ReceivedAt + LeastTime ? context.ReceivedAt + LeastTime : due;

        notices.Add(new NoticeDraft
        {
            Kind = NoticeKind.MatchReview,
            Recipient = Recipient.CentralJigsaw,
            Title = "Deported offender: possible match to review",
            Reason = $"The person may be nominal {possible.Nominal}. {context.Match.Because} Confirm or reject: until then no case is under way{(lands is { } at ? $", and the person lands on {LondonTime.Words(LondonTime.DateOf(at))}" : "")}.",
            Content = AlertContent.Full(alert),
            Priority = soon ? NoticePriority.Urgent : NoticePriority.Normal,
            Due = due,
            EscalateTo = Recipient.Supervisors,
        });
        Chase("undecided", due + LeastTime, possible);
        if (lands is { } near && near - LastLook > due + LeastTime)
        {
            Chase("undecided-near-landing", near - LastLook, possible);
        }
    }

    /// <summary>Who has acknowledged the review and does not decide stops its clock; not the person's arrival.</summary>
    private void Chase(string about, DateTimeOffset at, MatchOutcome.Possible possible) => notices.Add(new NoticeDraft
    {
        Kind = NoticeKind.StepOverdue,
        Recipient = Recipient.Supervisors,
        About = about,
        NotBefore = at,
        Priority = NoticePriority.Urgent,
        Title = "A deported offender's possible match is not decided",
        Reason = $"Nobody has said whether the person is nominal {possible.Nominal}.{(alert.Arrival?.Lands is { } lands ? $" By the alert the person lands on {FlightWords.Of(lands)}." : "")} Until then no case is under way: have it confirmed or rejected.",
        Content = JsonSerializer.SerializeToElement(new { State = CaseState.Received, alert.Arrival?.Lands, Missing = (string[])["the decision on the possible match"] }, HubJson.Options),
    });

    private void Unknowns()
    {
        ImmutableArray<(bool IsUnknown, string What)> parts =
        [
            (alert.Arrival?.Lands is null, "when the person lands"),
            (alert.Arrival?.Port is null, "where the person lands"),
            (alert.Arrival?.Flight is null, "the flight"),
            (alert.IntendedAddress is null && !alert.NoFixedAbode, "where the person will live"),
            (alert.RiskLevel is null, "the risk"),
            (alert.Convictions.IsEmpty, "any conviction"),
        ];
        var unknown = parts.Where(p => p.IsUnknown).Select(p => p.What).ToList();
        if (unknown.Count > 0)
        {
            reasons.Add($"The alert does not say: {string.Join(", ", unknown)}.");
        }

        if (alert.Arrival?.Lands is { } lands && lands.Latest <= context.ReceivedAt)
        {
            reasons.Add("By the alert the person had landed already when it came.");
        }
    }

    private void OnOther()
    {
        var (verb, other) = alert.Withdraws is { } withdrawn ? ("withdraws", withdrawn) : ("corrects", alert.Corrects);
        if (view.InCircle)
        {
            reasons.Add("Alerts correct each other in a circle: the correction that closes it does not count.");
            Dispute("circle", NoticePriority.Urgent, "Alerts correct each other in a circle",
                "This one was left to count, so that the person is not lost. Ask the sender which of them is right.", other);
            return;
        }

        switch (view.Other)
        {
            case WordOnOther.Follows:
                reasons.Add(alert.Withdraws is null
                    ? "Takes the place of another alert of its sender, which does not count any more."
                    : "Takes back another alert of its sender, which does not count any more; nothing else of this one counts.");
                break;
            case WordOnOther.Waits:
                reasons.Add($"It {verb} an alert that is not in yet: that one will not count when it comes.");
                Dispute("unknown", NoticePriority.Normal, $"An alert {verb} one the hub does not have",
                    "If the other alert comes, it will not count. Make sure with the sender that the reference is right: an alert under another one still stands.", other);
                break;
            case WordOnOther.OtherSenders:
                reasons.Add($"It {verb} an alert of another sender: that does not count, only the sender may take it back.");
                Dispute("other-sender", NoticePriority.Urgent, $"An alert {verb} one of another sender",
                    "Only the sender of an alert may take it back, so nothing was taken back. Ask both which of them is right.", other);
                break;
            case WordOnOther.CorrectedAlready:
                reasons.Add("It withdraws an alert whose place another had taken: that other still counts.");
                Dispute("corrected-already", NoticePriority.Urgent, "An alert withdraws one that had been corrected",
                    "The correction still counts. Ask the sender whether the person is coming at all; if not, it must withdraw the correction.", other);
                break;
            default:
                break;
        }
    }

    private void Dispute(string about, NoticePriority priority, string title, string why, string? other) => notices.Add(new NoticeDraft
    {
        Kind = NoticeKind.AlertDisputed,
        Recipient = Recipient.CentralJigsaw,
        About = about,
        Priority = priority,
        Title = title,
        Reason = why,
        Content = AlertContent.Words(alert.Reference, other, null, alert.Reason),
    });
}
