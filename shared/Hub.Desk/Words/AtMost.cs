using System.Globalization;

namespace Hub.Desk.Words;

/// <summary>Numbers that were counted so far and no further.</summary>
public static class AtMost
{
    /// <summary>What is counted; one more than is shown, so that "more than" is known.</summary>
    public const int Counted = Shown + 1;

    private const int Shown = 1000;

    /// <summary><c>312</c>, or <c>more than 1,000</c>.</summary>
    public static string Words(int count) => (count > Shown ? "more than " : "") + Math.Min(count, Shown).ToString("N0", CultureInfo.InvariantCulture);
}
