using System.Collections.Frozen;
using Hub.Notices;

namespace Hub.Desk.Words;

/// <summary>What each kind of notice is called, and what its recipient is to do.</summary>
/// <param name="Name">Such as <c>Arrest of a child</c>.</param>
/// <param name="Do">One or two sentences.</param>
public sealed record NoticeWords(string Name, string Do)
{
    private static readonly FrozenDictionary<string, NoticeWords> Known = new Dictionary<string, NoticeWords>
    {
        [NoticeKind.Arrest] = new("Arrest of a child", "Acknowledge this notice: that stops the clock. Then assign a worker, and ask custody about the child."),
        [NoticeKind.ChildAtRisk] = new("Child at risk", "Make sure that the child is safe. Agree with the other services who sees the child today."),
        [NoticeKind.MissingChildLocated] = new("Missing child found", "Call the place named here and confirm that it is the child. Then update the missing person's record."),
        [NoticeKind.CarePlanArrest] = new("Child on a care plan", "Tell the child's social worker, and check what the care plan asks for."),
        [NoticeKind.ResidenceUnknown] = new("Home borough not known", "Find out where the child lives. Tell that borough's youth offending team."),
        [NoticeKind.MatchReview] = new("Possible match", "Compare the two people, and confirm or reject the match. Do nothing against anybody until it is confirmed."),
        [NoticeKind.AgeConflict] = new("Age to settle", "Settle how old the person is. If the notice is wrong, have it sent again under a new reference."),
        [NoticeKind.DeadlineNear] = new("Deadline near", "Reach the team named here before its deadline, and have it acknowledge."),
        [NoticeKind.DeadlineBreached] = new("Deadline missed", "Reach the team named here at once. Find out why it was late."),
        [NoticeKind.ReportHeld] = new("Report held back", "Look at the report in quarantine now. Replay it once the cause is mended."),
        [NoticeKind.ManifestRefused] = new("Manifest refused", "Mend the list as the reason says, and send it again. Until then nobody on it has been checked."),
        [NoticeKind.BorderHit] = new("Hit on a flight", "Watch for the traveller. When you see them, call the team named here."),
        [NoticeKind.MatchUnidentified] = new("Border match not identified", "Find out who the traveller is. Ask the border for what the list leaves out."),
        [NoticeKind.TravelSeen] = new("Travel seen", "Nothing is wrong with this travel. Note it in your plan for this person."),
        [NoticeKind.TravelToCheck] = new("Travel to check", "Find out what is missing, and decide whether the travel had to be notified."),
        [NoticeKind.TravelBreach] = new("Suspected breach", "Decide whether there is a breach, and record the decision. Decide whether a foreign authority is told."),
        [NoticeKind.ChildTravelling] = new("Child travelling", "Check at once whether the child is at risk. Act before the flight leaves or lands."),
        [NoticeKind.Interception] = new("Flight to be met", "Meet the flight. Agree beforehand who goes and who speaks to the traveller."),
        [NoticeKind.ReturnFlight] = new("Return flight", "Note when this person is back, and plan the next visit."),
        [NoticeKind.ForeignAuthority] = new("Foreign authority to tell", "Tell the authority as the officer decided. Record what was told, and when."),
        [NoticeKind.DeportedOffender] = new("Deported offender", "Read what is known of the person, and get ready for the landing."),
        [NoticeKind.DecisionNeeded] = new("Decision needed", "Open the case and decide how the person is managed. Nothing is planned until you do."),
        [NoticeKind.ArrivalToMeet] = new("Arrival to be met", "Make sure that the person is met when they land."),
        [NoticeKind.OffenderReturning] = new("Offender returning", "Plan how the person is managed once they are back."),
        [NoticeKind.HousingReferral] = new("Housing needed", "Find somewhere to live before the person lands. Tell probation and Jigsaw what you found."),
        [NoticeKind.MappaReferral] = new("MAPPA referral", "Enter the referral, and set the meeting for the level asked for."),
        [NoticeKind.ArrivalNear] = new("Arrival near", "Open the case, and do what is missing before the person lands."),
        [NoticeKind.StepOverdue] = new("Step overdue", "Open the case, and have the missing step made now."),
        [NoticeKind.ArrivalMissed] = new("Arrival missed", "Find the person. Say in the case where they are as soon as you know."),
        [NoticeKind.AlertDisputed] = new("Alerts disagree", "Ask the senders which alert is right. Until it is settled, be ready for either."),
        [NoticeKind.NoticeWithdrawn] = new("Notice withdrawn", "Disregard the earlier notice. Undo what you began because of it."),
    }.ToFrozenDictionary();

    /// <summary>The words of a kind; of one there are none for, made from its name.</summary>
    public static NoticeWords Of(string kind) => Known.GetValueOrDefault(kind) ?? new(Labels.Of(kind), "Read what it says, and acknowledge it.");
}
