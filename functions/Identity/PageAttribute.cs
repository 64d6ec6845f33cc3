namespace Hub.Functions.Identity;

/// <summary>
/// Says that an HTTP function is a page for people: who calls is told by the desk's session and never by a token, its
/// forms carry a proof that the desk made them, and its problems are shown in words.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PageAttribute : Attribute
{
    /// <summary>The function proves its form itself, because its body is a file, or because another site sends it.</summary>
    public bool ProvesItsForm { get; init; }
}
