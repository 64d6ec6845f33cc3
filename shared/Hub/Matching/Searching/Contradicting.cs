using Hub.Matching.Comparisons;

namespace Hub.Matching.Searching;

/// <summary>
/// Whether what was compared leaves it open that this is whom was asked for: nothing asked for may differ, unless a number
/// that only one person has agrees. Who gives another name still has that number.
/// </summary>
internal static class Contradicting
{
    private static readonly bool[][] Levels = [.. Comparisons.Levels.All.Select(field => field.Levels.Select(FieldEvidence.IsDifference).ToArray())];

    /// <summary>True where at least one thing was compared and none differs, or one person's own number agrees.</summary>
    public static bool Fits(ReadOnlySpan<FieldResult> results) => results.ContainsAnyExcept(default(FieldResult)) && (!AnyDiffers(results) || HasNumber(results));

    private static bool HasNumber(ReadOnlySpan<FieldResult> results) =>
        results[(int)Field.PncId].Level is 1 || results[(int)Field.CroNumber].Level is 1 || results[(int)Field.VisorReference].Level is 1 || results[(int)Field.Document].Level is 1;

    public static bool AnyDiffers(ReadOnlySpan<FieldResult> results)
    {
        for (var field = 0; field < results.Length; field++)
        {
            if (results[field].IsCompared && Levels[field][results[field].Level - 1])
            {
                return true;
            }
        }

        return false;
    }
}
