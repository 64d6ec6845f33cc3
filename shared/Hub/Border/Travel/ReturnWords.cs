namespace Hub.Border.Travel;

/// <summary>Who says when somebody returns, as the end of a sentence.</summary>
public static class ReturnWords
{
    public static string Of(ReturnSource source) => source switch
    {
        ReturnSource.Sighted => "by the list of that flight",
        ReturnSource.Officer => "by an officer's finding",
        ReturnSource.Border => "as the border reported",
        _ => "as the person notified",
    };
}
