using System.Collections.Frozen;
using System.Text.Json;
using Hub.Json;

namespace Hub.Identity;

/// <summary>Which role may do what: the published table <c>access.data.json</c>. What is not in it is not allowed.</summary>
public sealed class AccessMatrix
{
    private readonly FrozenDictionary<(Operation, Role), Reach> cells;

    private AccessMatrix(Dictionary<Operation, Dictionary<Role, Reach>> rows) => cells = rows
        .SelectMany(row => row.Value.Select(cell => KeyValuePair.Create((row.Key, cell.Key), cell.Value)))
        .ToFrozenDictionary();

    /// <summary>The table this hub was built with.</summary>
    public static AccessMatrix Published { get; } = Load();

    public Reach this[Operation operation, Role role] => cells.GetValueOrDefault((operation, role), Reach.No);

    private static AccessMatrix Load()
    {
        using var stream = typeof(AccessMatrix).Assembly.GetManifestResourceStream("access.data.json")
            ?? throw new InvalidOperationException("The access matrix is missing from the assembly.");
        var rows = JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, Reach>>>(stream, HubJson.Options)!;
        return new AccessMatrix(rows.ToDictionary(
            row => Enum.Parse<Operation>(row.Key, ignoreCase: true),
            row => row.Value.ToDictionary(cell => Enum.Parse<Role>(cell.Key, ignoreCase: true), cell => cell.Value)));
    }
}
