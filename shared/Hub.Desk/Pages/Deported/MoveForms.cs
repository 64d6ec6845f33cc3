using System.Collections.Immutable;
using Hub.DeportedOffenders.Cases;
using Hub.Desk.Forms;
using Hub.Places;

namespace Hub.Desk.Pages.Deported;

/// <summary>What the forms of moves offer to choose from, and say.</summary>
public static class MoveForms
{
    /// <summary>What was asked of the person when they were met.</summary>
    public static ImmutableArray<(string Field, string Question)> Steps { get; } =
    [
        ("debriefed", "Was the person debriefed?"),
        ("requirementsServed", "Were the requirements of a notification order served?"),
        ("photograph", "Was a photograph taken?"),
        ("fingerprints", "Were fingerprints taken?"),
        ("dna", "Was a DNA sample given?"),
    ];

    /// <summary>Multi-agency public protection arrangements (Criminal Justice Act 2003 s.325-327B).</summary>
    public static ImmutableArray<Choice> Categories { get; } =
    [
        new("1", "Category 1", "A registered sexual offender."),
        new("2", "Category 2", "A violent offender, or another sexual offender."),
        new("3", "Category 3", "Another dangerous offender."),
    ];

    public static ImmutableArray<Choice> Levels { get; } =
    [
        new("1", "Level 1", "One agency manages the person, in its ordinary way."),
        new("2", "Level 2", "Several agencies must meet about the person."),
        new("3", "Level 3", "Senior managers must meet: the risk is the highest, or needs unusual means."),
    ];

    /// <summary>Forces that a case can be handed to.</summary>
    public static ImmutableArray<Choice> Forces { get; } =
        [new Choice("", "Choose a force"), .. PortDirectory.Default.Forces.Where(f => f.Id != PoliceForce.Metropolitan).OrderBy(f => f.Name, StringComparer.Ordinal).Select(f => new Choice(f.Id, f.Name))];

    /// <summary>Whether there is more to enter than the reasons: then it has a page of its own.</summary>
    public static bool IsLong(string move) => move is MoveName.Plan or MoveName.Meet;

    public static ImmutableArray<Choice> Answers(string field) => field == "requirementsServed"
        ? [new("done", "Yes"), new("declined", "No, the person declined"), new("notApplicable", "Does not apply", "No notification order was decided on.")]
        : [new("done", "Yes"), new("declined", "No, the person declined")];

    /// <summary>What the button says.</summary>
    public static string Button(string move, string asks) => move switch
    {
        MoveName.ResearchComplete => "The research is complete",
        MoveName.Decide => "Save the decision",
        MoveName.Plan => "Save the plan",
        MoveName.Meet => "Save the meeting",
        MoveName.RecordVisor => "Save the reference",
        _ => asks,
    };

    /// <summary>What is said before the form; null where nothing.</summary>
    public static string? Hint(string move) => move switch
    {
        MoveName.ResearchComplete => "Then a senior officer is asked to decide.",
        MoveName.Decide => "Those who must act on it are told at once.",
        MoveName.Plan => "The border liaison, or the police force of a port outside London, is told whom to meet and where.",
        MoveName.NotOnFlight => "The arrival known so far does not count any more, and whoever was to be there is told. The case waits for another.",
        MoveName.Missed => "The teams and the supervisors are told at once that the person is here and was not met.",
        MoveName.ProceedUnmet => "The ViSOR record and the referrals do not wait for the person to be found. Who looks for the person goes on.",
        MoveName.RecordVisor => "Create the record on ViSOR first, then enter its reference here.",
        MoveName.ReferMappa => "The MAPPA co-ordinator is sent the referral.",
        MoveName.ReferHousing => "Housing and probation are sent the referral. They are not told of the convictions.",
        MoveName.Close => "Nothing can be added to a closed case. A new alert opens another.",
        MoveName.Transfer => "The other force is told and must acknowledge it within 24 hours. The case is closed here.",
        MoveName.CloseUnfounded => "No alert counts any more. Nothing can be added to a closed case.",
        _ => null,
    };
}
