using System.Text.RegularExpressions;
using Hub.Accuracy.Maps;
using Hub.Matching;
using Hub.Matching.Model;
using Hub.Matching.Rules;

namespace Hub.Accuracy.Documentation;

/// <summary>
/// The parts of the matching README that are written by the code, each between <c>&lt;!-- generated: name --&gt;</c> and
/// <c>&lt;!-- end --&gt;</c>.
/// </summary>
internal static partial class MatchingReadme
{
    public const string Place = "shared/Hub/Matching/README.md";

    private static readonly Dictionary<string, Func<MatchModel, string>> Parts = new()
    {
        ["comparisons"] = ModelTable.Comparisons,
        ["purposes"] = ModelTable.Purposes,
        ["rules"] = _ => RuleTable.Markdown(),
        ["example"] = WorkedExample.Markdown,
    };

    public static IEnumerable<string> Names => Parts.Keys;

    /// <summary>The names of the parts a text has, in its order.</summary>
    public static IEnumerable<string> NamesIn(string text) => Generated().Matches(text).Select(match => match.Groups["name"].Value);

    /// <summary>The text with all parts as the model and the code are now.</summary>
    /// <exception cref="MapException">A part has a name that nothing writes.</exception>
    public static string Renewed(string text, MatchModel model) => Generated().Replace(text, match =>
        Parts.TryGetValue(match.Groups["name"].Value, out var part)
            ? $"{match.Groups["begin"].Value}\n\n{part(model).Trim()}\n\n{match.Groups["end"].Value}"
            : throw new MapException($"<!-- generated: {match.Groups["name"].Value} -->: nothing writes this; there are {string.Join(", ", Parts.Keys)}."));

    [GeneratedRegex(@"(?<begin><!-- generated: (?<name>[a-z]+) -->).*?(?<end><!-- end -->)", RegexOptions.Singleline)]
    private static partial Regex Generated();
}
