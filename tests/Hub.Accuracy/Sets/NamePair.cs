using System.Collections.Immutable;
using Hub.Accuracy.Maps;

namespace Hub.Accuracy.Sets;

/// <summary>Two names and whether they may be one person's.</summary>
/// <param name="Level"><c>full</c>; or <c>given</c> or <c>token</c>, which are compared as given names.</param>
/// <param name="Category">What kind of pair it is.</param>
/// <param name="Source">Where it comes from.</param>
internal sealed record NamePair(string A, string B, bool IsMatch, string Level, string Category, string Source)
{
    public const string Full = "full";

    public static ImmutableArray<NamePair> Load(string path)
    {
        try
        {
            return Read(path, File.ReadAllLines(path));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new MapException($"{path} cannot be read: {e.Message}");
        }
    }

    /// <summary>Tab-separated, a header, no quoting. Needed: name_a, name_b, expected; optional: level, category, source.</summary>
    public static ImmutableArray<NamePair> Read(string name, IReadOnlyList<string> lines)
    {
        string[] names = [.. lines.Take(1).SelectMany(l => l.TrimStart('\uFEFF').Split('\t'))];
        var header = new HeaderColumns(name, names);
        int[] needed = [.. new[] { "name_a", "name_b", "expected" }.Select(c => header.Position(c, "names"))];
        int?[] optional = [.. new[] { "level", "category", "source" }.Select(c => names.Any(n => n.Trim().Equals(c, StringComparison.OrdinalIgnoreCase)) ? header.Position(c, "names") : (int?)null)];
        return
        [
            .. lines.Skip(1).Where(l => l.Length > 0).Select((line, i) =>
            {
                var values = line.Split('\t');
                string At(int? column) => column is { } c && c < values.Length ? values[c].Trim() : "";
                return new NamePair(
                    At(needed[0]), At(needed[1]), IsMatched(At(needed[2]), name, i + 2), At(optional[0]) is { Length: > 0 } level ? level : Full, At(optional[1]), At(optional[2]));
            }),
        ];
    }

    private static bool IsMatched(string expected, string name, int line) => expected.ToLowerInvariant() switch
    {
        "match" or "true" or "1" or "yes" => true,
        "non-match" or "nonmatch" or "false" or "0" or "no" => false,
        _ => throw new MapException($"{name}, line {line}: expected is match or non-match, found \"{expected}\"."),
    };
}
