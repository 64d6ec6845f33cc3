namespace Hub.DeportedOffenders.Cases;

/// <summary>The moves whose meaning code must know; what each needs stands in <c>deported-offender-moves.data.json</c>.</summary>
public static class MoveName
{
    public const string ResearchComplete = "research-complete";
    public const string Decide = "decide";
    public const string Plan = "plan";

    /// <summary>The hub's own: an alert came in after no further action was decided, so that nobody has decided on what it says.</summary>
    public const string DecisionLapsed = "decision-lapsed";

    /// <summary>The hub's own: a newer alert says another arrival than the plan, or than the one that nobody met.</summary>
    public const string ArrivalChanged = "arrival-changed";

    public const string Meet = "meet";
    public const string NotOnFlight = "not-on-flight";
    public const string Missed = "missed";
    public const string ProceedUnmet = "proceed-unmet";
    public const string RecordVisor = "record-visor";
    public const string ReferMappa = "refer-mappa";
    public const string ReferHousing = "refer-housing";
    public const string Close = "close";
    public const string CloseUnfounded = "close-unfounded";
    public const string Transfer = "transfer";
}
