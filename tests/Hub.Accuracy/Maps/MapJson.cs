using System.Collections.Immutable;
using System.Text.Json;

namespace Hub.Accuracy.Maps;

/// <summary>Reads a map's JSON. A field's value is a column; or a list of columns, of lists of columns that are joined, and of objects; or an object.</summary>
internal sealed class MapJson(string name)
{
    private readonly ImmutableDictionary<string, ImmutableArray<FieldSource>>.Builder _fields = ImmutableDictionary.CreateBuilder<string, ImmutableArray<FieldSource>>();
    private char _separator = ',';
    private ImmutableArray<string> _missing = [];
    private ImmutableArray<string> _formats = [];

    public PersonMap Read(JsonElement root)
    {
        Add(root);
        if (_fields.TryGetValue(MapFields.Born, out var born))
        {
            _fields[MapFields.Born] = [.. born.Select(b => b.Formats.IsEmpty ? b with { Formats = _formats } : b)];
        }

        return new PersonMap(name, _separator, _missing, _fields.ToImmutable());
    }

    private void Add(JsonElement properties)
    {
        if (properties.ValueKind != JsonValueKind.Object)
        {
            throw Wrong("$", "expected an object of fields");
        }

        foreach (var property in properties.EnumerateObject())
        {
            switch (property.Name.ToLowerInvariant())
            {
                case "separator":
                    _separator = property.Value.ValueKind == JsonValueKind.String && property.Value.GetString() is [var only]
                        ? only
                        : throw Wrong("separator", "expected one character, such as \",\" or \"\\t\"");
                    break;
                case "missing":
                    _missing = new SourceJson(name, "missing").Texts(property.Value);
                    break;
                case "dateformats" or "dateformat" or "formats":
                    _formats = new SourceJson(name, property.Name).Formats(property.Value);
                    break;
                case "fields":
                    Add(property.Value);
                    break;
                case "comment":
                    break;
                default:
                    var field = MapFields.Find(property.Name)
                        ?? throw Wrong(property.Name, $"no such field. Fields are {string.Join(", ", MapFields.All)}; and separator, missing, dateFormats, fields, comment");
                    _fields[field] = [.. _fields.GetValueOrDefault(field, []), .. new SourceJson(name, field).Read(property.Value)];
                    break;
            }
        }
    }

    private MapException Wrong(string where, string what) => new($"{name}, {where}: {what}.");
}
