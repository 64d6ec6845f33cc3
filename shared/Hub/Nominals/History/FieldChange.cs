using System.Globalization;
using System.Text.Json;

namespace Hub.Nominals;

/// <summary>A field that is not as it was.</summary>
/// <param name="Path">JSON path in the record; items of a list by their place in it.</param>
/// <param name="Old">Null where it was not there.</param>
/// <param name="New">Null where it is not there any more.</param>
public sealed record FieldChange(string Path, JsonElement? Old, JsonElement? New)
{
    /// <summary>What changed between two records as stored. One added has all of it at the root.</summary>
    public static IReadOnlyList<FieldChange> Between(string? before, string after)
    {
        var changes = new List<FieldChange>();
        Compare("$", before is null ? null : Parse(before), Parse(after), changes);
        return changes;
    }

    private static JsonElement Parse(string text)
    {
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }

    private static void Compare(string path, JsonElement? old, JsonElement? now, List<FieldChange> changes)
    {
        switch (old, now)
        {
            case ({ ValueKind: JsonValueKind.Object } a, { ValueKind: JsonValueKind.Object } b):
                foreach (var name in a.EnumerateObject().Concat(b.EnumerateObject()).Select(p => p.Name).Distinct())
                {
                    Compare($"{path}.{name}", Field(a, name), Field(b, name), changes);
                }

                break;
            case ({ ValueKind: JsonValueKind.Array } a, { ValueKind: JsonValueKind.Array } b):
                for (var i = 0; i < Math.Max(a.GetArrayLength(), b.GetArrayLength()); i++)
                {
                    Compare(string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]"), Item(a, i), Item(b, i), changes);
                }

                break;
            // A list that an older build did not write yet is an empty one.
            case (null, { ValueKind: JsonValueKind.Array } b) when path != "$":
                for (var i = 0; i < b.GetArrayLength(); i++)
                {
                    changes.Add(new FieldChange(string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]"), null, b[i]));
                }

                break;
            case ({ } a, { } b) when JsonElement.DeepEquals(a, b):
                break;
            default:
                changes.Add(new FieldChange(path, old, now));
                break;
        }
    }

    private static JsonElement? Field(JsonElement parent, string name) => parent.TryGetProperty(name, out var value) ? value : null;

    private static JsonElement? Item(JsonElement list, int i) => i < list.GetArrayLength() ? list[i] : null;
}
