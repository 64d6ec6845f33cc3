using System.Collections.Immutable;
using System.Text.Json;

namespace Hub.Json;

/// <summary>
/// Reads the fields of a JSON object that came from outside and collects everything wrong with it, each error with
/// its path, so that a sender hears of all of them at once. Fields nobody asks for are ignored; null is absent.
/// </summary>
/// <remarks>
/// A read never throws. After an error it gives the type's empty value, so that a whole record can be built first and
/// thrown away when <see cref="Errors"/> is not empty.
/// </remarks>
public sealed partial class JsonFields
{
    private readonly List<FieldError> _errors;
    private JsonElement _element;

    /// <summary>Reads a whole document.</summary>
    public JsonFields(JsonElement root)
        : this(root, "$", [])
    {
    }

    private JsonFields(JsonElement element, string path, List<FieldError> errors)
    {
        Path = path;
        _errors = errors;
        _element = element;
        if (element.ValueKind is not (JsonValueKind.Object or JsonValueKind.Undefined))
        {
            Refuse(FieldErrorCode.WrongType, "Expected an object.");
            _element = default;
        }
    }

    /// <summary>Reads an object that stands in for a part of a document, its errors under that part's path.</summary>
    public static JsonFields At(JsonElement element, string path) => new(element, path, []);

    /// <summary>Where this object is, from the root <c>$</c>.</summary>
    public string Path { get; }

    /// <summary>False where the object is not there, or is no object: every read then gives the empty value, without further errors.</summary>
    public bool Exists => _element.ValueKind == JsonValueKind.Object;

    /// <summary>Everything wrong so far, in the whole document.</summary>
    public IReadOnlyList<FieldError> Errors => _errors;

    /// <summary>Adds an error about this object.</summary>
    public void Refuse(string code, string message) => _errors.Add(new FieldError(Path, code, message));

    /// <summary>Adds an error about a field of this object, such as one that a rule found.</summary>
    public void Refuse(string name, string code, string message) => _errors.Add(new FieldError(PathOf(name), code, message));

    /// <summary>Whether the field is there and not null.</summary>
    public bool Has(string name) => TryFind(name, out _);

    /// <summary>A field as it stands, to be read later, when the document has gone; undefined where it is absent.</summary>
    public JsonElement Raw(string name) => TryFind(name, out var value) ? value.Clone() : default;

    /// <summary>The object in a field; one that does not exist where the field is absent.</summary>
    public JsonFields Object(string name) => TryFind(name, out var value)
        ? new JsonFields(value, PathOf(name), _errors)
        : new JsonFields(default, PathOf(name), _errors);

    public JsonFields RequiredObject(string name)
    {
        Require(name);
        return Object(name);
    }

    /// <summary>The objects of an array; none where the field is absent. Elements that are no objects are errors and left out.</summary>
    public ImmutableArray<JsonFields> Objects(string name, int maxItems) =>
        [.. Items(name, maxItems).Select(item => new JsonFields(item.Value, item.Path, _errors)).Where(item => item.Exists)];

    /// <summary>As <see cref="Objects"/>, with at least one.</summary>
    public ImmutableArray<JsonFields> RequiredObjects(string name, int maxItems)
    {
        var before = _errors.Count;
        var objects = Objects(name, maxItems);
        if (objects.IsEmpty && Exists && _errors.Count == before)
        {
            Refuse(name, FieldErrorCode.Required, "At least one is required.");
        }

        return objects;
    }

    private List<(JsonElement Value, string Path)> Items(string name, int maxItems)
    {
        var items = new List<(JsonElement, string)>();
        if (!TryFind(name, out var array))
        {
            return items;
        }

        if (array.ValueKind != JsonValueKind.Array)
        {
            Refuse(name, FieldErrorCode.WrongType, "Expected a list.");
            return items;
        }

        if (array.GetArrayLength() > maxItems)
        {
            Refuse(name, FieldErrorCode.TooMany, $"More than {maxItems} items.");
            return items;
        }

        foreach (var item in array.EnumerateArray())
        {
            items.Add((item, $"{PathOf(name)}[{items.Count}]"));
        }

        return items;
    }

    private bool TryFind(string name, out JsonElement value)
    {
        value = default;
        try
        {
            return Exists && _element.TryGetProperty(name, out value) && value.ValueKind != JsonValueKind.Null;
        }
        catch (InvalidOperationException)
        {
            // The only way System.Text.Json has to say that some name here holds half of a surrogate pair.
            Refuse(FieldErrorCode.InvalidText, "The name of a field is not valid Unicode.");
            _element = default;
            return false;
        }
    }

    private bool Require(string name)
    {
        if (Has(name) || !Exists)
        {
            return Exists;
        }

        Refuse(name, FieldErrorCode.Required, "Required.");
        return false;
    }

    /// <summary>A blank text is none: it must not come to be the first moment or the first choice there is.</summary>
    private T Required<T>(string name, Func<string, T?> read)
        where T : struct
    {
        if (!Require(name))
        {
            return default;
        }

        var before = _errors.Count;
        var value = read(name);
        if (value is null && _errors.Count == before)
        {
            Refuse(name, FieldErrorCode.Required, "Required.");
        }

        return value ?? default;
    }

    private string PathOf(string name) => $"{Path}.{name}";
}
