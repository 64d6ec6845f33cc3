using Hub.Border.Travel;

namespace Hub.Desk.Words;

/// <summary>How a journey was judged, in two or three words and as a tag.</summary>
public static class TravelOutcomes
{
    public static string Words(TravelOutcome outcome) => outcome switch
    {
        TravelOutcome.Notified => "As notified",
        TravelOutcome.Late => "Notified late",
        TravelOutcome.Differs => "Differs from what was notified",
        TravelOutcome.NotNotified => "Not notified",
        TravelOutcome.NotRequired => "Notice not required",
        _ => "Cannot tell",
    };

    /// <summary>The class of its tag: red where a breach is suspected, yellow where a person must check.</summary>
    public static string Tag(TravelOutcome outcome) => outcome switch
    {
        TravelOutcome.Notified => "govuk-tag--green",
        TravelOutcome.NotRequired => "govuk-tag--grey",
        TravelOutcome.CannotTell => "govuk-tag--yellow",
        _ => "govuk-tag--red",
    };
}
