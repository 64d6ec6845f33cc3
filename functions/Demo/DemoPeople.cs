using System.Collections.Immutable;
using Hub.Desk.Pages.SignIn;
using Hub.Functions.Desk;
using Hub.Identity;

namespace Hub.Functions.Demo;

/// <summary>Who can be chosen to be. What is said of each morning follows from the sample data, and a test holds that it does.</summary>
internal static class DemoPeople
{
    public static ImmutableArray<DemoUser> All { get; } =
    [
        Of("yot-camden", "Amara Osei", "Youth offending team, Camden", "Arrest notices with the clock running: some are overdue, and the next is close behind.", Role.YotOfficer, "camden"),
        Of("yot-lambeth", "Daniel Whitaker", "Youth offending team, Lambeth", "A handful of arrest notices, one of them overdue.", Role.YotOfficer, "lambeth"),
        Of("jigsaw-camden", "Priya Raman", "Jigsaw team, Camden", "An offender who told nobody that he was leaving is on a flight back to Heathrow.", Role.JigsawOfficer, "camden"),
        Of("jigsaw-central", "Tom Ellery", "Jigsaw, central team", "Deported offenders at every stage: one lands tomorrow, one landed and was not met.", Role.JigsawOfficer),
        Of("border", "Sofia Marchetti", "Border liaison, Heathrow", "A carrier's list with hits on tomorrow's flight to Bangkok, and rows that could not be read.", Role.BorderLiaison),
        Of("ppd-camden", "Ben Calloway", "Public protection desk, Camden", "Children arrested last night who may be somebody the register knows: twins, nicknames, swapped names.", Role.PpdOfficer, "camden"),
        Of("ppd-sergeant-camden", "Ruth Lindqvist", "Sergeant, public protection desk, Camden", "The same possible matches: two people work on them and do not get in each other's way.", Role.PpdSergeant, "camden"),
        Of("supervisor", "Helen Achebe", "Supervisor, all London", "Deadlines that were missed overnight, decisions to be made before a landing, and a report nobody could be told of.", Role.Supervisor),
        Of("auditor", "Martin Fry", "Auditor", "Messages set aside in quarantine, to read and not to touch.", Role.Auditor),
        Of("childrens-services-camden", "Nadia Rahman", "Children's Services, Camden", "Children on a care plan who were arrested.", Role.Agency, "camden", "childrens-services"),
    ];

    private static DemoUser Of(string id, string name, string post, string morning, Role role, string? borough = null, string? agency = null) =>
        new(new DemoPerson(id, name, post, morning), new Caller { Id = name, Role = role, Borough = borough, Agency = agency });
}
