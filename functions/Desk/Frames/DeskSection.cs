using System.Collections.Immutable;
using Hub.Identity;

namespace Hub.Functions.Desk.Frames;

/// <summary>A page of the navigation, with all pages below it.</summary>
/// <param name="Text">Its name.</param>
/// <param name="Address">Where it begins.</param>
/// <param name="Operation">What one must be allowed to do for it to be of any use.</param>
/// <param name="Roles">Those it is for; empty: all who may.</param>
public sealed record DeskSection(string Text, string Address, Operation Operation, ImmutableArray<Role> Roles)
{
    /// <summary>In the order shown.</summary>
    public static ImmutableArray<DeskSection> All { get; } =
    [
        new("Inbox", "/desk/inbox", Operation.ListNotices, [Role.YotOfficer, Role.JigsawOfficer, Role.BorderLiaison, Role.PpdOfficer, Role.PpdSergeant, Role.Agency, Role.Supervisor, Role.Auditor]),
        new("Deadlines", "/desk/deadlines", Operation.ReadDeadlines, []),
        new("Review queue", "/desk/reviews", Operation.DecideMatch, []),
        new("Manifests", "/desk/manifests", Operation.ReadManifest, []),
        new("Travel", "/desk/travel", Operation.ListNotices, [Role.JigsawOfficer, Role.BorderLiaison, Role.Supervisor, Role.Auditor]),
        new("Deported offenders", "/desk/deported-offenders", Operation.ReadDeportedOffender, []),
        new("Find a person", "/desk/people", Operation.SearchNominals, []),
        new("Quarantine", "/desk/quarantine", Operation.ReadQuarantine, []),
    ];

    public bool IsFor(Caller caller) => (Roles.IsEmpty || Roles.Contains(caller.Role)) && AccessMatrix.Published[Operation, caller.Role] != Reach.No;

    /// <summary>Where a working day begins: what each role does first (DOMAIN §2).</summary>
    public static string StartOf(Caller caller) => caller.Role switch
    {
        Role.BorderLiaison => "/desk/manifests",
        Role.Supervisor => "/desk/deadlines",
        Role.PpdOfficer or Role.PpdSergeant => "/desk/reviews",
        Role.Auditor => "/desk/quarantine",
        _ => "/desk/inbox",
    };
}
