using System.Collections.Frozen;

namespace Hub.Rows;

/// <summary>Which field a column holds, by its name in any common spelling: case, spaces and punctuation do not matter.</summary>
internal sealed class ColumnSpellings(Dictionary<string, string> spellingsByField)
{
    private readonly FrozenDictionary<string, string> _fieldBySpelling = spellingsByField
        .SelectMany(field => field.Value.Split(' ').Select(spelling => (spelling, field.Key)))
        .ToFrozenDictionary(pair => pair.spelling, pair => pair.Key);

    /// <summary>The field; null where the name is none that is known.</summary>
    internal string? Field(string name) => _fieldBySpelling.GetValueOrDefault(Spelling(name));

    /// <summary>
    /// The names found, for a message. A file without a header has a person where the names of columns should be:
    /// only what is known as a name is repeated.
    /// </summary>
    internal string Found(IEnumerable<string> names) =>
        string.Join(", ", names.Select(name => Field(name) is null ? "(other)" : name));

    private static string Spelling(string name) => string.Concat(name.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
}
