using System.CommandLine;
using System.Globalization;

namespace Hub.Functions.Commands;

/// <summary>Options that several commands share.</summary>
internal static class CommonOptions
{
    public const int DefaultPort = 7071;

    public static string DefaultDataDirectory { get; } = Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify), "public-protection-hub");

    public static Option<string> Data() => new("--data")
    {
        Description = $"The folder that holds everything the hub keeps. Default: {DefaultDataDirectory}",
        HelpName = "DIR",
        DefaultValueFactory = _ => DefaultDataDirectory,
    };

    public static Option<int> Port(string description, int byDefault)
    {
        var option = new Option<int>("--port") { Description = description, HelpName = "N", DefaultValueFactory = _ => byDefault };
        option.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && (!int.TryParse(result.Tokens[0].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var port) || port > 65535))
            {
                result.AddError("--port is a number from 0 to 65535; 0 takes any port that is free.");
            }
        });
        return option;
    }

    public static Option<Uri> Url() => new("--url")
    {
        Description = "The hub's address.",
        HelpName = "URL",
        DefaultValueFactory = _ => new Uri($"http://localhost:{DefaultPort}"),
        CustomParser = ParseUrl,
    };

    private static Uri? ParseUrl(System.CommandLine.Parsing.ArgumentResult result)
    {
        if (Uri.TryCreate(result.Tokens[0].Value, UriKind.Absolute, out var url) && url.Scheme is "http" or "https")
        {
            return url;
        }

        result.AddError("--url is the hub's address, such as http://localhost:7071.");
        return null;
    }

    /// <summary>The moment the hub's clock starts at; unset: it runs with the real one.</summary>
    public static Option<DateTimeOffset?> AsOf() => new("--as-of")
    {
        Description = "Run the hub's clock from this moment on, to replay old data. ISO 8601 with an offset, such as 2026-11-22T08:00:00Z.",
        HelpName = "TIME",
        CustomParser = result =>
        {
            if (DateTimeOffset.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
                && (result.Tokens[0].Value.EndsWith('Z') || result.Tokens[0].Value.LastIndexOfAny(['+', '-']) > 9))
            {
                return at;
            }

            result.AddError("--as-of is a moment with an offset, such as 2026-11-22T08:00:00Z.");
            return null;
        },
    };
}
