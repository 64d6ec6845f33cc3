namespace Hub.Notices;

/// <summary>
/// Names of recipients, written <c>team:place</c> (<c>yot:camden</c>) or, for a team that serves all London,
/// <c>team</c> (<c>compass</c>). The place is an authority's id from the directory.
/// </summary>
public static class Recipient
{
    /// <summary>Compass: the Met's missing persons unit, all London.</summary>
    public const string Compass = "compass";

    /// <summary>The supervisors and senior officers, all London.</summary>
    public const string Supervisors = "supervisors";

    /// <summary>Jigsaw's central team, all London.</summary>
    public const string CentralJigsaw = "jigsaw";

    /// <summary>The joint border operations centre's liaison at Heathrow.</summary>
    public const string BorderLiaison = "border-liaison";

    /// <summary>The child abuse investigation command, where no borough's team is known.</summary>
    public const string CentralCait = "cait";

    /// <summary>The National Probation Service in London.</summary>
    public const string Probation = "probation";

    /// <summary>Emergency housing, arranged with probation, all London.</summary>
    public const string Housing = "housing";

    /// <summary>London's MAPPA co-ordinator.</summary>
    public const string MappaCoordinator = "mappa-coordinator";

    /// <summary>The place in a recipient's name; null for a team that serves all London.</summary>
    public static string? PlaceOf(string recipient) =>
        recipient.IndexOf(':', StringComparison.Ordinal) is var colon and > 0 ? recipient[(colon + 1)..] : null;

    /// <summary>The team in a recipient's name: all of it for one that serves all London.</summary>
    public static string TeamOf(string recipient) =>
        recipient.IndexOf(':', StringComparison.Ordinal) is var colon and > 0 ? recipient[..colon] : recipient;

    /// <summary>The youth offending team of an authority.</summary>
    public static string Yot(string authority) => $"yot:{authority}";

    /// <summary>The police public protection desk of a London borough.</summary>
    public static string Ppd(string authority) => $"ppd:{authority}";

    /// <summary>The Jigsaw team of a London borough: manages its dangerous and sexual offenders.</summary>
    public static string Jigsaw(string authority) => $"jigsaw:{authority}";

    /// <summary>Another police force, by its id in the directory of forces: <c>force:sussex</c>.</summary>
    public static string Force(string force) => $"force:{force}";

    /// <summary>The child abuse investigation team of a London borough.</summary>
    public static string Cait(string authority) => $"cait:{authority}";

    /// <summary>An authority's children's services.</summary>
    public static string ChildrensServices(string authority) => $"childrens-services:{authority}";
}
