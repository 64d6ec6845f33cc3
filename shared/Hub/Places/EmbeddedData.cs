using System.Text.Json;
using Hub.Json;

namespace Hub.Places;

internal static class EmbeddedData
{
    internal static T Read<T>(string name)
    {
        using var stream = Open(name);
        return JsonSerializer.Deserialize<T>(stream, HubJson.Options)
            ?? throw new InvalidOperationException($"The resource {name} is empty.");
    }

    internal static Stream Open(string name) =>
        typeof(EmbeddedData).Assembly.GetManifestResourceStream(name)
        ?? throw new InvalidOperationException($"The resource {name} is missing from the build.");
}
