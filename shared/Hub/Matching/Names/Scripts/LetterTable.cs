namespace Hub.Matching.Names.Scripts;

/// <summary>What each letter of a stretch of Unicode is in Latin letters; null where the table does not say.</summary>
internal sealed class LetterTable
{
    private readonly string?[] _latin;
    private readonly int _first;

    /// <summary>From words such as <c>a:àáâ</c>, the Latin letters and then all that are written so.</summary>
    public LetterTable(char first, char last, params ReadOnlySpan<string> rows)
    {
        _first = first;
        _latin = new string?[last - first + 1];
        foreach (var row in rows)
        {
            foreach (var entry in row.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                var colon = entry.IndexOf(':', StringComparison.Ordinal);
                foreach (var c in entry.AsSpan(colon + 1))
                {
                    _latin[c - first] = entry[..colon];
                }
            }
        }
    }

    /// <summary>An empty string for what is written but not heard.</summary>
    public string? Find(char c) => (uint)(c - _first) < (uint)_latin.Length ? _latin[c - _first] : null;
}
