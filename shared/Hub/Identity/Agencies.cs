namespace Hub.Identity;

/// <summary>The partner and specialist teams a caller in the role <see cref="Role.Agency"/> may belong to.</summary>
public static class Agencies
{
    /// <summary>Another police force; which one, by its id, stands where other agencies have the borough.</summary>
    public const string Force = "force";

    public static IReadOnlyList<string> All { get; } =
        ["adult-services", "cait", "childrens-services", "compass", "csu", Force, "housing", "mappa-coordinator", "probation", "sapphire"];
}
