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

    /// <summary>The place in a recipient's name; null for a team that serves all London.</summary>
    public static string? PlaceOf(string recipient) =>
        recipient.IndexOf(':', StringComparison.Ordinal) is var colon and > 0 ? recipient[(colon + 1)..] : null;

    /// <summary>The youth offending team of an authority.</summary>
    public static string Yot(string authority) => $"yot:{authority}";

    /// <summary>The police public protection desk of a London borough.</summary>
    public static string Ppd(string authority) => $"ppd:{authority}";

    /// <summary>An authority's children's services.</summary>
    public static string ChildrensServices(string authority) => $"childrens-services:{authority}";
}
