using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using Hub.Border.Flights;
using Hub.Notices;
using Hub.Places;

namespace Hub.DeportedOffenders.Cases;

/// <summary>Who is to be told what of a case as it stands: see the table in this folder's README. The same case gives the same.</summary>
internal static class CaseNotices
{
    /// <summary>What ends without a word: done, or said otherwise.</summary>
    private static readonly FrozenSet<string> Quiet =
        FrozenSet.Create(NoticeKind.DecisionNeeded, NoticeKind.ArrivalNear, NoticeKind.StepOverdue, NoticeKind.AlertDisputed);

    private static readonly FrozenSet<string> QuietAndMet = Quiet.Append(NoticeKind.ArrivalToMeet).ToFrozenSet();

    private static readonly FrozenSet<string> News = FrozenSet.Create(
        NoticeKind.DeportedOffender, NoticeKind.OffenderReturning, NoticeKind.HousingReferral, NoticeKind.MappaReferral, NoticeKind.ArrivalMissed);

    /// <summary>How long before the landing the decision must be there; where it is nearer at the opening, by the landing.</summary>
    private static readonly TimeSpan DecisionLead = TimeSpan.FromHours(72);

    /// <summary>By when it must be, after the opening, where no landing is known.</summary>
    private static readonly TimeSpan DecisionTime = TimeSpan.FromHours(24);

    /// <summary>How long the force that takes a case over has to say that it has it.</summary>
    private static readonly TimeSpan HandOverTime = TimeSpan.FromHours(24);

    /// <summary>
    /// The kinds gone over as the case stands. Of a closed one nobody is told anything new.
    /// </summary>
    public static IReadOnlySet<string> KindsOf(DeportedOffenderCase state) => !state.IsOpen ? QuietOf(state) : QuietOf(state).Concat(News).Append(NoticeKind.ArrivalToMeet).ToFrozenSet();

    /// <summary>Of those, which end without a word as the case stands: whom to meet at a port is done once they were met, and its clock stops.</summary>
    public static IReadOnlySet<string> QuietOf(DeportedOffenderCase state) => Meetings.Settled(state) ? QuietAndMet : Quiet;

    public static ImmutableArray<NoticeDraft> Of(DeportedOffenderCase state, CaseFacts facts)
    {
        if (!state.IsOpen)
        {
            return [];
        }

        return facts.Subject is null
            ? [Unfounded(state)]
            : [.. Opening(state, facts), .. Disputed(facts), .. MovesMade.IsManaged(state) ? Managed(state, facts) : []];
    }

    /// <summary>What is told as soon as there is a case.</summary>
    private static IEnumerable<NoticeDraft> Opening(DeportedOffenderCase state, CaseFacts facts)
    {
        var content = new NoticeContents(state, facts).ForPolice();
        var again = state.Before is not null ? " The same person had a case before, which is closed." : "";
        yield return Told(Recipient.CentralJigsaw, $"The central team hears of every deported offender.{again}{Unplaced(facts)}");
        if (facts.Home is { IsLondon: true } home)
        {
            yield return Told(Recipient.Jigsaw(home.Id), $"The address the person goes to is in {home.Name}.{again}");
        }

        if (facts.Port is { IsLondon: false } port)
        {
            yield return Told(Recipient.Force(port.Force.Id), $"The person lands at {port.Name}, where {port.Force.Name} meets people.{again}");
        }

        // Of two ports said, no force stands down before it is settled which.
        foreach (var other in Elsewhere(facts).Where(o => !o.Port!.IsLondon))
        {
            yield return Told(Recipient.Force(other.Port!.Force.Id), $"But another sender says {Arrivals.Words(other.Arrival)}, where {other.Port.Force.Name} meets people.{again}");
        }

        if (MovesMade.Decision(state) is null)
        {
            var lapsed = MovesMade.Last(state, MoveName.DecisionLapsed);
            yield return new NoticeDraft
            {
                Kind = NoticeKind.DecisionNeeded,
                Recipient = Recipient.Supervisors,
                Title = "A deported offender's case needs a decision",
                Reason = $"{Landing(facts)} {(lapsed is null ? "" : "An alert came in after no further action was decided. ")}A senior officer must decide how the person is managed.{again}",
                Content = content,
                Due = DecisionDue(lapsed?.At ?? state.OpenedAt, facts),
            };
        }

        NoticeDraft Told(string recipient, string reason) => new()
        {
            Kind = NoticeKind.DeportedOffender,
            Recipient = recipient,
            Priority = NoticePriority.Urgent,
            Title = "A deported offender is to land",
            Reason = $"{Landing(facts)} {reason}",
            Content = content,
        };
    }

    /// <summary>What the force is told that takes the case over, once; here it is closed, and nothing more is told of it.</summary>
    public static NoticeDraft HandedOver(DeportedOffenderCase state, CaseFacts facts, TransferDetails to, DateTimeOffset now) =>
        Draft(NoticeKind.DeportedOffender, Recipient.Force(to.Force), "A deported offender's case is handed over to you",
            $"{Landing(facts)} Your force takes the case over: the Metropolitan Police has closed it.", new NoticeContents(state, facts).ForPolice(MovesMade.Plan(state)?.Plan)) with
        {
            About = "handed-over",
            Priority = NoticePriority.Urgent,
            Due = now + HandOverTime,
            EscalateTo = Recipient.Supervisors,
        };

    /// <param name="since">Since when the decision is wanted.</param>
    private static DateTimeOffset DecisionDue(DateTimeOffset since, CaseFacts facts) => facts.Lands is not { } lands
        ? since + DecisionTime
        : lands - DecisionLead > since ? lands - DecisionLead : lands;

    /// <summary>What is told once it is decided that the person is managed on return.</summary>
    private static IEnumerable<NoticeDraft> Managed(DeportedOffenderCase state, CaseFacts facts)
    {
        var contents = new NoticeContents(state, facts);
        var plan = MovesMade.Plan(state)?.Plan;
        if (facts.Arrival is { } arrival && !Meetings.Settled(state) && (facts.Port is not null || arrival.Flight is not null))
        {
            yield return ToMeet(state, facts, plan);
            foreach (var other in Elsewhere(facts))
            {
                yield return ToMeet(state, facts with { Arrival = other.Arrival, Port = other.Port, OtherArrivals = [new(arrival, facts.Port)] }, null);
            }
        }

        if (facts.Home is null or { IsLondon: true })
        {
            yield return Draft(NoticeKind.OffenderReturning, Recipient.Probation, "An offender returns from abroad", $"{Landing(facts)} The person is to be managed on return.", contents.ForProbation(CountryDirectory.Default));
        }

        // Where an address came to be known since, housing hears that it is not needed any more.
        if (facts.NoFixedAbode && MovesMade.Details<HousingDetails>(state, MoveName.ReferHousing) is { } asked)
        {
            foreach (var recipient in (string[])[Recipient.Housing, Recipient.Probation])
            {
                yield return Draft(NoticeKind.HousingReferral, recipient, "Housing is needed for a person who returns", "The person has no fixed abode.", contents.ForHousing(asked));
            }
        }

        if (MovesMade.Details<MappaDetails>(state, MoveName.ReferMappa) is { } referred)
        {
            yield return Draft(NoticeKind.MappaReferral, Recipient.MappaCoordinator, $"MAPPA referral, category {referred.Category}, level {referred.Level}", "A deported offender is referred.", contents.ForMappa(referred));
        }

        // Also where the case goes on without the person, who is still to be found.
        if (state.State == CaseState.Missed || (Meetings.Settled(state) && !Meetings.WasMet(state)))
        {
            foreach (var recipient in (string[])[Recipient.CentralJigsaw, Recipient.Supervisors, .. facts.Home is { IsLondon: true } home ? [Recipient.Jigsaw(home.Id)] : Array.Empty<string>()])
            {
                yield return Draft(NoticeKind.ArrivalMissed, recipient, "A deported offender landed and was not met", $"{Landing(facts)} Nobody met the person; they must be found.", contents.ForPolice(plan)) with { Priority = NoticePriority.Urgent };
            }
        }
    }

    private static NoticeDraft ToMeet(DeportedOffenderCase state, CaseFacts facts, ReturnPlan? plan)
    {
        var contents = new NoticeContents(state, facts);
        var elsewhere = facts.Port is { IsLondon: false };
        var doubt = facts.OtherArrivals.IsEmpty ? "" : $" It is not settled: others say {string.Join("; or ", facts.OtherArrivals.Select(o => Arrivals.Words(o.Arrival)))}. Be ready until it is.";
        return Draft(NoticeKind.ArrivalToMeet, elsewhere ? Recipient.Force(facts.Port!.Force.Id) : Recipient.BorderLiaison,
            "A passenger is to be met",
            $"{Landing(facts)} {(plan is null ? "Who meets them is not planned yet." : "It is planned who meets them.")}{doubt}",
            elsewhere ? contents.ForPolice(plan) : contents.ForBorder(plan)) with
        {
            Priority = NoticePriority.Urgent,
            Due = facts.Lands,
            EscalateTo = facts.Lands is null ? null : Recipient.Supervisors,
        };
    }

    /// <summary>Other arrivals said that another team would have to meet, one for each team.</summary>
    private static IEnumerable<OtherArrival> Elsewhere(CaseFacts facts) =>
        facts.OtherArrivals.Where(o => o.Port is not null && o.Port.Force != facts.Port?.Force).DistinctBy(o => o.Port!.Force);

    private static IEnumerable<NoticeDraft> Disputed(CaseFacts facts) => facts.Differences.IsEmpty ? [] :
    [
        Draft(NoticeKind.AlertDisputed, Recipient.CentralJigsaw, "Alerts on a deported offender contradict each other", "Find out which is right; until then the earliest landing counts.",
            NoticeContents.Json(new DisputeFields(facts.Differences))),
    ];

    private static NoticeDraft Unfounded(DeportedOffenderCase state) =>
        Draft(NoticeKind.DecisionNeeded, Recipient.Supervisors, "Nothing stands behind a deported offender's case any more",
            $"No alert counts any more. {string.Join(' ', state.Alerts.Select(a => a.Because).OfType<string>().Distinct().Take(5))} A senior officer must close the case, or find out why it should stay open.",
            NoticeContents.Json(new UnfoundedFields(state.State, [.. state.Alerts.Select(a => a.Report)])));

    private static NoticeDraft Draft(string kind, string recipient, string title, string reason, JsonElement content) =>
        new() { Kind = kind, Recipient = recipient, Title = title, Reason = reason, Content = content };

    /// <summary>A wrong team told is worse than one that must be found.</summary>
    private static string Unplaced(CaseFacts facts) =>
        facts is { IntendedAddress: not null, Home: null } ? " Which borough the address is in cannot be told from the alerts: find out, and tell that team." : "";

    private static string Landing(CaseFacts facts) => facts.Arrival is not { } arrival
        ? "When and where the person lands is not known."
        : $"The person lands{(arrival.Flight is null ? "" : $" on {arrival.Flight}")}{(facts.Port is null ? "" : $" at {facts.Port.Name}")}{(arrival.Lands is null ? ", when is not known" : $" on {FlightWords.Of(arrival.Lands)}")}.";
}
