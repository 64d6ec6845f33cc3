using System.Text.Json;
using Hub.Matching;
using Hub.Nominals;
using Hub.Notices;
using Hub.Persons;
using Hub.Time;

namespace Hub.Feeds.Arrests;

/// <summary>
/// Who must be told of a child's arrest, and by when (DOMAIN §4 "Arrest notices"). Runs once over one notice; the
/// same input gives the same findings.
/// </summary>
internal sealed class ArrestRules(ArrestNotice notice, AssessmentContext context)
{
    /// <summary>The Youth Justice Board's limit, counted from the arrest, not from receipt.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromHours(24);

    private readonly Residence home = Residence.Of(notice.Subject, LondonTime.DateOf(notice.ArrestedAt), context);
    private readonly AgeRange? age = ArrestAges.AtArrest(notice.Subject.Born, notice.Subject.StatedAge, notice.ArrestedAt);
    private readonly List<NoticeDraft> notices = [];
    private readonly List<string> reasons = [];

    private DateTimeOffset Due => notice.ArrestedAt + Limit;

    /// <summary>The desk that looks into it: the home borough's, or where that is not in London, the borough of arrest's.</summary>
    private string Desk => Recipient.Ppd(home.Authority is { IsLondon: true } london ? london.Id : notice.ArrestAuthority);

    /// <summary>Of the authority that answers for the child, where custody names it; else of the home borough, else of the borough of arrest.</summary>
    private string ChildrensServices => Recipient.ChildrensServices(notice.ResponsibleAuthority ?? home.Authority?.Id ?? notice.ArrestAuthority);

    private Nominal? Identified => context.Match.Outcome is MatchOutcome.Match ? context.Nominal : null;

    /// <summary>The age by the register's date of birth, where the person is identified.</summary>
    private AgeRange? RegisteredAge => ArrestAges.AtArrest(Identified?.Born, null, notice.ArrestedAt);

    public Findings Run()
    {
        reasons.Add(home.Words);
        if (ArrestAges.IsUnderTen(age))
        {
            UnderTen();
        }
        else if (age is null && ArrestAges.IsAdult(RegisteredAge))
        {
            AdultByRegister();
        }
        else
        {
            OfAge();
        }

        Markers();
        Review();
        return new Findings([.. notices], [.. reasons]);
    }

    private void UnderTen()
    {
        reasons.Add("Under ten on the day of arrest: below the age of criminal responsibility, so no arrest notice; taken as a child at risk.");
        const string why = "A child below the age of criminal responsibility (10) was brought into custody.";
        Tell(NoticeKind.ChildAtRisk, Desk, "Child under ten in custody", why, ArrestContent.Full(notice), NoticePriority.Urgent);
        Tell(NoticeKind.ChildAtRisk, ChildrensServices, "Child under ten in custody", why, ArrestContent.Welfare(notice), NoticePriority.Urgent);
        if (ArrestAges.IsChildOfAge(RegisteredAge))
        {
            reasons.Add("The register's date of birth makes the child ten or over: the desk must settle it within the 24 hours.");
            TellByDue(NoticeKind.AgeConflict, Desk, "Under ten by the notice, ten or over by the register",
                "If the register's date of birth is right, the youth offending team must be told within 24 hours of the arrest. Settle the age and, if so, send the notice again with the right date under a new reference.",
                ArrestContent.Full(notice), Recipient.Supervisors);
        }
    }

    private void AdultByRegister()
    {
        reasons.Add("No date of birth in the notice, and by the register's the person is an adult: nothing goes to a youth offending team until the desk has settled the age.");
        TellByDue(NoticeKind.AgeConflict, Desk, "No date of birth; an adult by the register",
            "The notice gives no age and the person identified is 18 or over by the register. Youth offending teams must not be told of adults; settle the age and, if it is a child, send the notice again with the date of birth under a new reference.",
            ArrestContent.Full(notice), Recipient.Supervisors);
    }

    private void OfAge()
    {
        if (!ArrestAges.IsChildOfAge(age))
        {
            reasons.Add(age is null
                ? "No date of birth or age: taken as a child's arrest, as custody sent it (PACE Code C 1.5: treat as a juvenile in the absence of clear evidence)."
                : $"The date of birth is only partly known (age {age}): taken as a child's arrest, as custody sent it (PACE Code C 1.5).");
        }

        if (ArrestAges.IsAdult(RegisteredAge))
        {
            reasons.Add("By the register's date of birth the person is an adult: the team is told, as the notice's date makes a child, and the desk must settle the age.");
            TellByDue(NoticeKind.AgeConflict, Desk, "A child by the notice, an adult by the register",
                "The youth offending team has been told, because the notice's date of birth makes the person a child. If the register's is right, that team must be told to disregard it.",
                ArrestContent.Full(notice), Recipient.Supervisors);
        }

        if (home.Authority is { } authority)
        {
            reasons.Add($"The youth offending team of {authority.Name} must be told by {LondonTime.Words(Due)}.");
            TellTeam(authority.Id, $"The child lives in {authority.Name}; its youth offending team must be told within 24 hours of the arrest.");
            return;
        }

        var arrest = context.Authorities.Get(notice.ArrestAuthority);
        reasons.Add($"No home borough: the youth offending team of the borough of arrest, {arrest.Name}, must be told by {LondonTime.Words(Due)}, and its public protection desk as well.");
        TellTeam(arrest.Id, $"The child was arrested in {arrest.Name} and no home borough is known.");
        Tell(NoticeKind.ResidenceUnknown, Desk, "Home borough of an arrested child not known",
            $"{home.Words} The youth offending team of the borough of arrest has been told; find out where the child lives.", ArrestContent.Full(notice));
    }

    private void Markers()
    {
        if (Identified is not { } nominal)
        {
            return;
        }

        if (nominal.Has(Marker.Missing))
        {
            reasons.Add("The child is reported missing: Compass is told where the child is.");
            Tell(NoticeKind.MissingChildLocated, Recipient.Compass, "Missing child is in custody",
                $"A child reported missing is at {notice.Station}.", ArrestContent.Whereabouts(notice, nominal.Id), NoticePriority.Urgent);
        }

        if (nominal.Has(Marker.CarePlan))
        {
            reasons.Add("The child is on a care plan: Children's Services are told.");
            Tell(NoticeKind.CarePlanArrest, ChildrensServices, "Child on a care plan arrested",
                "The child is subject to a care plan.", ArrestContent.Welfare(notice));
        }
    }

    private void Review()
    {
        if (context.Match.Outcome is not MatchOutcome.Possible possible)
        {
            return;
        }

        var missing = context.Nominal?.Has(Marker.Missing) == true;
        reasons.Add("May be a person on the register: the desk must look before anything rests on it.");
        Tell(NoticeKind.MatchReview, Desk, missing ? "Possible match with a missing child" : "Possible match to review",
            $"The person may be nominal {possible.Nominal}{(missing ? ", who is reported missing" : "")}. {context.Match.Because} Confirm or reject.",
            ArrestContent.Full(notice), missing ? NoticePriority.Urgent : NoticePriority.Normal);
    }

    private void TellTeam(string authority, string why) =>
        TellByDue(NoticeKind.Arrest, Recipient.Yot(authority), "Child arrested", why, ArrestContent.Full(notice), Desk);

    private void TellByDue(string kind, string recipient, string title, string why, JsonElement content, string escalateTo) =>
        notices.Add(Draft(kind, recipient, title, why, content) with { Due = Due, EscalateTo = escalateTo });

    private void Tell(string kind, string recipient, string title, string why, JsonElement content, NoticePriority priority = NoticePriority.Normal) =>
        notices.Add(Draft(kind, recipient, title, why, content) with { Priority = priority });

    private static NoticeDraft Draft(string kind, string recipient, string title, string why, JsonElement content) =>
        new() { Kind = kind, Recipient = recipient, Title = title, Reason = why, Content = content };
}
