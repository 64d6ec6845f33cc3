using Hub.Notices;

namespace Hub.Desk.Pages.OneNotice;

/// <summary>What a notice's recipient is not shown, and why. The one place that says so.</summary>
public static class Withheld
{
    private const string NoAgreement = "Nothing was withheld from this notice under an agreement.";

    /// <summary>
    /// Sentences. There are no sharing agreements yet: what a recipient is not shown is left out by the rules of the kind,
    /// which show each no more than their task needs.
    /// </summary>
    public static string Of(Notice notice) => ByRule(notice) is { } left ? $"{left} {NoAgreement}" : NoAgreement;

    private static string? ByRule(Notice notice) => (notice.Kind, Recipient.TeamOf(notice.Recipient)) switch
    {
        (NoticeKind.CarePlanArrest or NoticeKind.ChildAtRisk, "childrens-services") => "The alleged offences are left out: you see who the child is, where, and what puts the child at risk.",
        (NoticeKind.MissingChildLocated, _) => "You see who was found and where, and nothing else of the report.",
        (NoticeKind.BorderHit or NoticeKind.Interception or NoticeKind.ArrivalToMeet, Recipient.BorderLiaison) => "By the protocol you see whom to look for, and when. Why is left out.",
        (NoticeKind.ChildTravelling, _) => "You see the child, the flight and whom the child travels with. Why that person is managed is left out.",
        (NoticeKind.OffenderReturning, _) => "Intelligence from abroad is left out.",
        (NoticeKind.HousingReferral, _) => "The convictions are left out.",
        (NoticeKind.DeadlineNear or NoticeKind.DeadlineBreached, _) => "What the other team was told is left out.",
        _ => null,
    };
}
