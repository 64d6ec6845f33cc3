namespace Hub.Identity;

/// <summary>The partner and specialist teams a caller in the role <see cref="Role.Agency"/> may belong to.</summary>
public static class Agencies
{
    public static IReadOnlyList<string> All { get; } =
        ["adult-services", "cait", "childrens-services", "compass", "csu", "housing", "mappa-coordinator", "probation", "sapphire"];
}
