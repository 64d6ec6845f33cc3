namespace Hub.Azure.Cosmos;

/// <summary>Moments as text of one length, so that text order is the order in time. UTC, to the tick: a JSON number could not hold it.</summary>
internal static class Moments
{
    /// <summary>Comes after every moment.</summary>
    public const string Never = "~";

    /// <summary>Comes before every moment.</summary>
    public const string Beginning = "";

    public static string Text(DateTimeOffset moment) => moment.UtcDateTime.ToString("O");

    public static string TextOrNever(DateTimeOffset? moment) => moment is { } at ? Text(at) : Never;

    public static bool IsMoment(string text) => DateTimeOffset.TryParseExact(text, "O", null, System.Globalization.DateTimeStyles.AssumeUniversal, out _);

    /// <summary>Reads what <see cref="Text"/> wrote.</summary>
    public static DateTimeOffset Parse(string text) => DateTimeOffset.ParseExact(text, "O", null, System.Globalization.DateTimeStyles.AssumeUniversal);
}
