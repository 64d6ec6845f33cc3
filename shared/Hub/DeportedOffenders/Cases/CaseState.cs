namespace Hub.DeportedOffenders.Cases;

/// <summary>The states that code must know by name; all of them stand in <c>deported-offender-moves.data.json</c>.</summary>
public static class CaseState
{
    public const string Received = "received";
    public const string Decided = "decided";
    public const string Planned = "planned";

    /// <summary>The person landed and nobody met them.</summary>
    public const string Missed = "missed";

    public const string Closed = "closed";
}
