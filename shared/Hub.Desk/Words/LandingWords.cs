namespace Hub.Desk.Words;

/// <summary>How far off a landing is: <c>Lands in 1 hour 50 minutes</c>, <c>Landed 5 minutes ago</c>. The script landings.mjs writes the same.</summary>
public static class LandingWords
{
    /// <summary>A landing this near is marked, and comes first.</summary>
    public static readonly TimeSpan Near = TimeSpan.FromHours(4);

    /// <param name="exact">False where only the day is known: the moment is the first that it can be.</param>
    public static string Of(DateTimeOffset lands, bool exact, DateTimeOffset now) => (lands > now, exact) switch
    {
        (true, true) => $"Lands in {Spans.Words(lands - now)}",
        (true, false) => $"Lands in {Spans.Words(lands - now)} at the earliest",
        (false, true) => $"Landed {Spans.Words(now - lands)} ago",
        _ => "May have landed",
    };
}
