using System.Collections.Immutable;
using System.Text.Json;

namespace Hub.Accuracy.Maps;

/// <summary>Which columns of a file feed which field of a person.</summary>
/// <param name="Name">The map's file, for messages.</param>
/// <param name="Separator">Between the columns.</param>
/// <param name="Missing">Values that count as missing everywhere, besides the empty one.</param>
/// <param name="Fields">By the names of <see cref="MapFields"/>.</param>
internal sealed record PersonMap(
    string Name, char Separator, ImmutableArray<string> Missing, ImmutableDictionary<string, ImmutableArray<FieldSource>> Fields)
{
    private static readonly JsonDocumentOptions Lenient = new() { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    public static PersonMap Load(string path)
    {
        try
        {
            return Parse(File.ReadAllText(path), path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new MapException($"The map {path} cannot be read: {e.Message}");
        }
    }

    public static PersonMap Parse(string json, string name)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Lenient);
            return new MapJson(name).Read(document.RootElement);
        }
        catch (JsonException e)
        {
            throw new MapException($"{name} is not JSON: {e.Message}");
        }
    }

    public ImmutableArray<FieldSource> this[string field] => Fields.GetValueOrDefault(field, []);
}
