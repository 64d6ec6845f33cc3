using System.Text.RegularExpressions;

namespace Hub.Embedded.Hosting.Blobs;

/// <summary>A container and the names of blobs in it, such as <c>feeds/in/{name}.csv</c>.</summary>
internal sealed partial class BlobPattern
{
    private readonly Regex regex;

    private BlobPattern(string text, string container, string name)
    {
        Text = text;
        Container = container;
        Parameters = [.. Parameter().Matches(name).Select(m => m.Groups[1].Value)];
        var pattern = string.Concat(Parameter().Split(name).Select((part, i) => i % 2 == 0 ? Regex.Escape(part) : $"(?<{part}>.+)"));
        regex = new($"^{pattern}$", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
    }

    public string Text { get; }

    public string Container { get; }

    /// <summary>The names in braces.</summary>
    public IReadOnlyList<string> Parameters { get; }

    /// <summary>The pattern, or null where it has no container, no name or a container nobody can have.</summary>
    public static BlobPattern? TryParse(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && slash < text.Length - 1 && ContainerName().IsMatch(text[..slash])
            ? new(text, text[..slash], text[(slash + 1)..])
            : null;
    }

    /// <summary>The values in braces when the blob's name fits; otherwise null.</summary>
    public Dictionary<string, object?>? Match(string name)
    {
        var match = regex.Match(name);
        return match.Success
            ? Parameters.ToDictionary(p => p, p => (object?)match.Groups[p].Value, StringComparer.OrdinalIgnoreCase)
            : null;
    }

    [GeneratedRegex(@"\{([A-Za-z_][A-Za-z0-9_]*)\}")]
    private static partial Regex Parameter();

    // What Azure Storage allows.
    [GeneratedRegex("^[a-z0-9](?!.*--)[a-z0-9-]{1,61}[a-z0-9]$")]
    private static partial Regex ContainerName();
}
