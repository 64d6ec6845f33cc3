using System.Collections.Immutable;
using System.Text.Json;
using Hub.Border.Flights;
using Hub.Border.Travel;
using Hub.Cases;
using Hub.Feeds;
using Hub.Json;
using Hub.Matching;
using Hub.Nominals;
using Hub.Notices;
using Hub.Places;
using Hub.Time;

namespace Hub.Border.Hits;

/// <summary>
/// Who must be told that a known person is on a flight (DOMAIN §1, §4). Nothing adverse rests on somebody who is only
/// possibly the nominal: then a named officer looks first.
/// </summary>
internal sealed class BorderRules(ManifestMatch match, AssessmentContext context)
{
    /// <summary>These hold only as long as the journey is judged as it is.</summary>
    private static readonly ImmutableHashSet<string> Standing =
    [
        NoticeKind.TravelBreach, NoticeKind.TravelToCheck, NoticeKind.TravelSeen, NoticeKind.BorderHit, NoticeKind.ChildTravelling,
        NoticeKind.MissingChildLocated, NoticeKind.MatchUnidentified, NoticeKind.ForeignAuthority,
    ];

    private readonly List<NoticeDraft> notices = [];
    private readonly List<string> reasons = [];
    private readonly (FlightTime? Departs, FlightTime? Arrives) times = match.Flight.Between(match.Boards, match.Leaves);

    private string FlightInWords => FlightWords.Of(match.Flight.Designator, match.Boards, match.Leaves, times.Departs, times.Arrives, context.Airports);

    public Findings Run()
    {
        reasons.Add($"On {FlightInWords}.");
        switch (context.Match.Outcome)
        {
            case MatchOutcome.Match when context.Nominal is { } nominal:
                Identified(nominal);
                break;
            case MatchOutcome.Possible possible:
                Possible(possible);
                break;
            default:
                Unidentified();
                break;
        }

        return new Findings([.. notices], [.. reasons]) { Standing = context.Match.Decision is null ? Standing.Add(NoticeKind.MatchReview) : Standing, Conclusion = Conclusion() };
    }

    private void Identified(Nominal nominal)
    {
        if (nominal.Has(Marker.Missing))
        {
            reasons.Add("The person is reported missing: Compass is told where they are.");
            Tell(NoticeKind.MissingChildLocated, Recipient.Compass, "Missing person is on a flight", $"A person reported missing is on {FlightInWords}.",
                BorderContent.Whereabouts(match, nominal, FlightInWords), NoticePriority.Urgent);
        }

        if (!BorderInterest.IsWatched(nominal, BorderInterest.DaysOf(times.Departs, times.Arrives)))
        {
            reasons.Add(BorderInterest.LastDay(nominal) is { } last && BorderInterest.IsWatched(nominal, null)
                ? $"Was watched only while subject to the notification requirements, whose last day was {LondonTime.Words(last)}: nobody else is told."
                : "Not on a register whose persons are watched when they travel: nobody else is told.");
            return;
        }

        if (context.Travel is not { } travel)
        {
            reasons.Add("When or where the flight goes is not known well enough to judge the journey.");
            Travel(nominal, NoticeKind.TravelToCheck, "A watched person travels: check", NoticePriority.Urgent, "The journey could not be judged.", both: true);
            return;
        }

        reasons.AddRange(travel.Journey.Judgement.Reasons);
        if (travel.ToldBy is { } other)
        {
            TellRest(nominal, other);
            return;
        }

        Judged(nominal, travel.Journey);
        Liaison(nominal);
        Children(nominal);
        ForeignAuthority(nominal);
    }

    /// <summary>Beside a report that told of the flight first: only what that one may not have known.</summary>
    private void TellRest(Nominal nominal, CaseId other)
    {
        var told = notices.Count;
        if (!match.Children.IsEmpty)
        {
            Children(nominal);
        }

        ForeignAuthority(nominal);
        reasons.Add($"Report {other} told of this flight first; nobody is told again{(notices.Count > told ? " of anything else" : "")}.");
    }

    private void Judged(Nominal nominal, JudgedJourney journey)
    {
        var judgement = journey.Judgement;
        if (judgement.SuspectedBreach && journey.Breach is { Outcome: TravelDecision.NoBreach } decided)
        {
            reasons.Add($"{decided.By} decided on {LondonTime.Words(decided.At)} that there is no breach.");
            Travel(nominal, NoticeKind.TravelSeen, "A watched person travels; an officer decided that there is no breach", NoticePriority.Normal, "A breach was suspected, and an officer decided that there is none.", both: false);
            return;
        }

        switch (judgement.Outcome)
        {
            case TravelOutcome.NotNotified:
                Travel(nominal, NoticeKind.TravelBreach, "Suspected breach: travel not notified", NoticePriority.Urgent, "No notification covers this travel.", both: true);
                break;
            case TravelOutcome.Late:
                Travel(nominal, NoticeKind.TravelBreach, "Suspected breach: travel notified late", NoticePriority.Urgent, "It was notified later than the rule in force allows.", both: true);
                break;
            case TravelOutcome.Differs:
                Travel(nominal, NoticeKind.TravelBreach, "Suspected breach: travel differs from what was notified", NoticePriority.Urgent, "It is not the travel that was notified.", both: true);
                break;
            case TravelOutcome.CannotTell:
                Travel(nominal, NoticeKind.TravelToCheck, "A watched person travels: check", NoticePriority.Urgent, "Whether it had to be notified cannot be told from what is known.", both: false);
                break;
            case TravelOutcome.Notified:
                Travel(nominal, NoticeKind.TravelSeen, "A watched person travels as notified", NoticePriority.Normal, "It was notified in time, and agrees.", both: false);
                break;
            default:
                Travel(nominal, NoticeKind.TravelSeen, "A watched person travels; notice was not required", NoticePriority.Normal, "It did not have to be notified.", both: false);
                break;
        }
    }

    /// <summary>The reason says only what stays true as more becomes known; the judgement's reasons, which may grow, are in the content.</summary>
    private void Travel(Nominal nominal, string kind, string title, NoticePriority priority, string why, bool both)
    {
        var home = HomeOf(nominal);
        var content = BorderContent.Full(match, nominal.Id, context.Travel, FlightInWords);
        var team = home is null ? Recipient.CentralJigsaw : Recipient.Jigsaw(home.Id);
        foreach (var recipient in both ? new[] { team, Recipient.CentralJigsaw }.Distinct() : [team])
        {
            notices.Add(Draft(kind, recipient, title, $"A nominal is on {FlightInWords}. {why}", content, priority) with
            {
                About = title,
                Due = priority == NoticePriority.Urgent ? ActBy : null,
                EscalateTo = priority == NoticePriority.Urgent && ActBy is not null ? Recipient.Supervisors : null,
            });
        }

        reasons.Add($"{(home is null ? "No London borough that manages them is known: Jigsaw's central team" : both ? $"Jigsaw in {home.Name} and its central team" : $"Jigsaw in {home.Name}")} must know.");
    }

    private void Liaison(Nominal nominal)
    {
        var contact = HomeOf(nominal) is { } home ? Recipient.Jigsaw(home.Id) : Recipient.CentralJigsaw;
        Tell(NoticeKind.BorderHit, Recipient.BorderLiaison, "Hit on a flight", $"A traveller on {FlightInWords} is a person of interest to public protection; {contact} has been told.",
            BorderContent.Protocol(match, FlightInWords, contact), NoticePriority.Normal);
    }

    private void Children(Nominal nominal)
    {
        if (match.Children.IsEmpty)
        {
            reasons.Add(match.Booking is null && match.Companions is null
                ? "The list gives no booking: whether a child travels along cannot be told."
                : "No child is known to travel on the same booking.");
            return;
        }

        var count = match.Children.Length == 1 ? "A child travels" : $"{match.Children.Length} children travel";
        var team = HomeOf(nominal) is { } home ? Recipient.Cait(home.Id) : Recipient.CentralCait;
        reasons.Add($"{count} on the same booking: the child abuse investigation team is told at once.");
        notices.Add(Draft(NoticeKind.ChildTravelling, team, "Child travelling with a watched person",
            $"{count} on one booking with a person managed by public protection, on {FlightInWords}.", BorderContent.Children(match, nominal, FlightInWords), NoticePriority.Urgent) with
        {
            Due = ActBy,
            EscalateTo = ActBy is null ? null : Recipient.Supervisors,
        });
    }

    private void ForeignAuthority(Nominal nominal)
    {
        if (TravelDecision.Newest(context.Decisions, TravelDecision.ForeignAuthority) is not { Outcome: TravelDecision.Tell, Details: { } details } decision
            || details.Deserialize<ForeignAuthorityDetails>(HubJson.Options) is not { } authority)
        {
            return;
        }

        var country = context.Countries.TryFind(authority.Country, out var known) ? known.Name : authority.Country;
        reasons.Add($"{decision.By.Id} decided that an authority of {country} is told.");
        notices.Add(Draft(NoticeKind.ForeignAuthority, Recipient.CentralJigsaw, "A foreign authority is to be told",
            $"{decision.By.Id} decided on {LondonTime.Words(decision.At)} that {authority.Authority ?? "the police"} of {country} {(authority.Authority is null ? "are" : "is")} to be told: {decision.Rationale}",
            BorderContent.Full(match, nominal.Id, context.Travel, FlightInWords), NoticePriority.Urgent) with
        {
            About = decision.At.ToString("O"),
        });
    }

    private void Possible(MatchOutcome.Possible possible)
    {
        reasons.Add("May be a person on the register: an officer must look before anything rests on it.");
        var home = context.Nominal is { } nominal ? HomeOf(nominal) : null;
        notices.Add(Draft(NoticeKind.MatchReview, home is null ? Recipient.CentralJigsaw : Recipient.Jigsaw(home.Id),
            match.Children.IsEmpty ? "Possible match on a flight" : "Possible match on a flight, with a child on the booking",
            $"A traveller on {FlightInWords} may be nominal {possible.Nominal}. {context.Match.Because} Confirm or reject.",
            BorderContent.Full(match, possible.Nominal, null, FlightInWords), NoticePriority.Urgent) with
        {
            Due = ActBy,
            EscalateTo = ActBy is null ? null : Recipient.Supervisors,
        });
    }

    private void Unidentified()
    {
        if (match.Manifest is not null || context.Match.Decision is not null)
        {
            reasons.Add("Nobody on the register: nobody is told.");
            return;
        }

        reasons.Add("The border reports a match, and the register shows nobody: Jigsaw's central team must find out who it is.");
        Tell(NoticeKind.MatchUnidentified, Recipient.CentralJigsaw, "Border match not found on the register",
            $"The border reports a known person on {FlightInWords}, whom the hub does not find on the register.", BorderContent.Full(match, null, null, FlightInWords), NoticePriority.Urgent);
    }

    /// <summary>Until when acting still helps: the departure, or where the report came after it, the landing; null where both have passed.</summary>
    private DateTimeOffset? ActBy =>
        new[] { times.Departs?.Earliest, times.Arrives?.Earliest }.FirstOrDefault(t => t > context.ReceivedAt)?.ToUniversalTime();

    /// <summary>The London borough that manages them, by the register, on the day of the flight.</summary>
    private Authority? HomeOf(Nominal nominal) =>
        ResponsibleBorough.Of(nominal, LondonTime.DateOf((times.Departs ?? times.Arrives)?.Earliest ?? context.ReceivedAt), context.Authorities, context.Postcodes);

    private JsonElement? Conclusion() => context.Travel is { } travel
        ? JsonSerializer.SerializeToElement(new { travel.Journey, travel.ToldBy }, HubJson.Options)
        : null;

    private void Tell(string kind, string recipient, string title, string why, JsonElement content, NoticePriority priority) =>
        notices.Add(Draft(kind, recipient, title, why, content, priority));

    private static NoticeDraft Draft(string kind, string recipient, string title, string why, JsonElement content, NoticePriority priority) =>
        new() { Kind = kind, Recipient = recipient, Title = title, Reason = why, Content = content, Priority = priority };
}
