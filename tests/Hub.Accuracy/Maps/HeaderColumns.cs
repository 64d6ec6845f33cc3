namespace Hub.Accuracy.Maps;

/// <summary>Finds columns by name, whatever the case, spaces, underscores and hyphens.</summary>
internal sealed class HeaderColumns(string file, IReadOnlyList<string> names)
{
    private readonly string[] _exact = [.. names.Select(n => n.Trim())];
    private readonly string[] _loose = [.. names.Select(Loose)];

    /// <param name="needed">Map and field, for the message where there is no such column.</param>
    public int Position(string column, string needed)
    {
        var position = Array.IndexOf(_exact, column.Trim());
        position = position >= 0 ? position : Array.IndexOf(_loose, Loose(column));
        return position >= 0
            ? position
            : throw new MapException($"{needed}: {file} has no column {column}. Its columns are {string.Join(", ", _exact)}.");
    }

    private static string Loose(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
