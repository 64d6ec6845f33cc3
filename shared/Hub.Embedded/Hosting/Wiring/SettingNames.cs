using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;

namespace Hub.Embedded.Hosting.Wiring;

/// <summary>Puts settings in the place of <c>%Name%</c>, as the real host does in trigger attributes: from the configuration, whatever the case.</summary>
internal sealed partial class SettingNames(IConfiguration configuration)
{
    /// <summary>How Azure writes the colon between levels of configuration.</summary>
    public const string LevelSeparator = "__";

    /// <summary>The text with its settings, or null where one is missing (and said so).</summary>
    public string? Resolve(string text, Candidate function, ProblemList problems)
    {
        var complete = true;
        var resolved = Name().Replace(text, match =>
        {
            var name = match.Groups[1].Value;
            if (configuration[Key(name)] is { } value)
            {
                return value;
            }

            complete = false;
            problems.Add(function, $"The setting {match.Value} is not there. Add {name} to the settings.");
            return match.Value;
        });
        return complete ? resolved : null;
    }

    /// <summary>A setting's name as configuration has it.</summary>
    public static string Key(string name) => name.Replace(LevelSeparator, ConfigurationPath.KeyDelimiter, StringComparison.Ordinal);

    [GeneratedRegex("%([^%]+)%")]
    private static partial Regex Name();
}
