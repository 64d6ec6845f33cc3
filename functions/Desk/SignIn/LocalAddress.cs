namespace Hub.Functions.Desk.SignIn;

/// <summary>Where somebody is led after signing in: an address of this hub, whatever the link said.</summary>
internal static class LocalAddress
{
    /// <summary>Leads everybody to where their day begins.</summary>
    public const string Start = "/desk";

    private const int MaxLength = 2000;

    public static string Of(string? asked) =>
        asked is { Length: > 0 and <= MaxLength } && asked[0] == '/' && !asked.StartsWith("//", StringComparison.Ordinal) && !asked.StartsWith("/\\", StringComparison.Ordinal)
        && !asked.Any(char.IsControl) ? asked : Start;
}
