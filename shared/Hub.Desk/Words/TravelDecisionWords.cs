using Hub.Border.Travel;

namespace Hub.Desk.Words;

/// <summary>What officers decide about travel, as sentences.</summary>
public static class TravelDecisionWords
{
    /// <summary>The question a kind of decision answers.</summary>
    public static string Question(string kind) => kind switch
    {
        TravelDecision.Breach => "Was it a breach?",
        TravelDecision.Return => "When does the person come back?",
        TravelDecision.Interception => "Is the return flight to be met?",
        TravelDecision.ForeignAuthority => "Is a foreign authority to be told?",
        _ => kind,
    };

    /// <summary>Its name in a menu.</summary>
    public static string Short(string kind) => kind switch
    {
        TravelDecision.Breach => "Breach",
        TravelDecision.Return => "Return",
        TravelDecision.Interception => "Meeting the flight",
        TravelDecision.ForeignAuthority => "Foreign authority",
        _ => kind,
    };

    public static string Outcome(string kind, string outcome) => (kind, outcome) switch
    {
        (TravelDecision.Breach, TravelDecision.IsBreach) => "It was a breach",
        (TravelDecision.Breach, TravelDecision.NoBreach) => "There was no breach",
        (TravelDecision.Breach, TravelDecision.MoreResearch) => "More research is needed",
        (TravelDecision.Return, TravelDecision.Known) => "The return is known",
        (TravelDecision.Return, TravelDecision.Unknown) => "The return is not known",
        (TravelDecision.Interception, TravelDecision.Keep) => "The return flight is to be met",
        (TravelDecision.Interception, TravelDecision.Cancel) => "Nobody is to meet the return flight",
        (TravelDecision.ForeignAuthority, TravelDecision.Tell) => "A foreign authority is to be told",
        (TravelDecision.ForeignAuthority, TravelDecision.DoNotTell) => "No foreign authority is told",
        _ => outcome,
    };
}
