using System.Collections.Frozen;
using System.Globalization;
using Hub.Matching.Comparisons;
using Hub.Matching.Model;

namespace Hub.Matching.Estimation;

/// <summary>The starting model with estimated figures; priors, thresholds and words stay.</summary>
internal static class NewModel
{
    private const decimal Digits = 1000;
    private const decimal NearlyOne = 0.99m;

    public static MatchModel Of(MatchModel old, EstimatedFigures figures, EstimationSettings settings, int nominals, long pairs) => new()
    {
        Version = settings.Version ?? NextVersion(old.Version),
        Source = string.Create(CultureInfo.InvariantCulture,
            $"Estimated from {settings.Register ?? "a register"} ({nominals} nominals), starting from {old.Version}: u from {pairs} pairs, m from {figures.Passes.Passes.Where(p => p.IsUsed).Sum(p => p.Pairs)} pairs that share a key, seed {settings.Seed}."),
        Purposes = old.Purposes,
        Comparisons = LevelTable.Fields.ToFrozenDictionary(field => Levels.All[(int)field].Field, field => Comparison(old, field, figures)),
    };

    /// <summary>The version with the number of its re-estimation: <c>2026-11-1+r1</c>, then <c>+r2</c>.</summary>
    public static string NextVersion(string version)
    {
        var at = version.LastIndexOf("+r", StringComparison.Ordinal);
        return at >= 0 && int.TryParse(version.AsSpan(at + 2), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? $"{version[..at]}+r{number + 1}"
            : $"{version}+r1";
    }

    private static ComparisonModel Comparison(MatchModel old, Field field, EstimatedFigures figures)
    {
        var comparison = old.Comparisons[Levels.All[(int)field].Field];
        return comparison with
        {
            Levels = [.. comparison.Levels.Select((level, i) => level with { M = Rounded(figures.M[field, i + 1]), U = Rounded(figures.U[field, i + 1]) })],
        };
    }

    // Four digits, of what is missing to 1 where that is little: more would tell nothing, and make the file hard to read.
    private static double Rounded(double value)
    {
        var exact = (decimal)value;
        return (double)(exact is > NearlyOne and < 1 ? 1 - Rounded(1 - exact) : Rounded(exact));
    }

    private static decimal Rounded(decimal value)
    {
        var scale = 1m;
        while (value * scale < Digits)
        {
            scale *= 10;
        }

        return decimal.Round(value * scale) / scale;
    }
}
