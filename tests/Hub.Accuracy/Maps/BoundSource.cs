using System.Collections.Immutable;

namespace Hub.Accuracy.Maps;

/// <summary>A source whose columns were found in a file.</summary>
internal sealed class BoundSource
{
    private readonly ImmutableArray<int> _columns;
    private readonly int? _stateColumn;
    private readonly HashSet<string> _missing;

    public BoundSource(PersonMap map, string field, FieldSource source, HeaderColumns header)
    {
        var needed = $"{map.Name}, {field}";
        Source = source;
        _columns = [.. source.Columns.Select(c => header.Position(c, needed))];
        _stateColumn = source.StateColumn is { } state ? header.Position(state, needed) : null;
        _missing = new(map.Missing.Concat(source.Missing).Select(m => m.Trim()).Append(""), StringComparer.OrdinalIgnoreCase);
    }

    public FieldSource Source { get; }

    /// <summary>Its columns' values, each null where missing.</summary>
    public IEnumerable<string?> Parts(string[] row) => _columns.Select(c => At(row, c));

    /// <summary>The value: columns joined, pattern and value table applied; null where missing.</summary>
    public string? Value(string[] row)
    {
        var text = _columns.Length == 1 ? At(row, _columns[0]) : string.Join(' ', Parts(row).OfType<string>());
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        if (Source.Pattern is { } pattern)
        {
            var match = pattern.Match(text);
            text = match.Success ? (match.Groups.Count > 1 ? match.Groups[1] : match).Value.Trim() : "";
        }

        text = Source.Values.GetValueOrDefault(text, text);
        return _missing.Contains(text) ? null : text;
    }

    /// <summary>The issuing state of a document.</summary>
    public string? State(string[] row) => _stateColumn is { } column ? At(row, column) ?? Source.State : Source.State;

    private string? At(string[] row, int column)
    {
        var text = row[column].Trim();
        return _missing.Contains(text) ? null : text;
    }
}
