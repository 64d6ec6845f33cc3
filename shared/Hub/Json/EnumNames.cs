using System.Collections.Frozen;
using System.Text.Json;

namespace Hub.Json;

/// <summary>The camelCase names of an enum, as the hub's JSON writes them; read in any case, never as numbers.</summary>
internal static class EnumNames<T>
    where T : struct, Enum
{
    private static readonly FrozenDictionary<string, T> ByName =
        Enum.GetNames<T>().ToFrozenDictionary(name => name, Enum.Parse<T>, StringComparer.OrdinalIgnoreCase);

    /// <summary>All of them in order, separated by commas.</summary>
    public static string List { get; } = string.Join(", ", Enum.GetNames<T>().Select(JsonNamingPolicy.CamelCase.ConvertName));

    public static bool TryFind(string name, out T value) => ByName.TryGetValue(name, out value);
}
