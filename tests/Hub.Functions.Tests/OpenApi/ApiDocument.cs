using System.Text.Json;
using Hub.Functions.OpenApi;

namespace Hub.Functions.Tests.OpenApi;

/// <summary>The API's own description, as the hub serves it.</summary>
internal sealed class ApiDocument
{
    private static readonly string[] NotMethods = ["parameters", "summary", "description", "servers"];

    private ApiDocument(JsonElement root)
    {
        Root = root;
        Operations =
        [
            .. root.GetProperty("paths").EnumerateObject().SelectMany(path => path.Value.EnumerateObject()
                .Where(member => !NotMethods.Contains(member.Name))
                .Select(member => new ApiOperation(member.Name.ToUpperInvariant(), path.Name, member.Value.GetProperty("operationId").GetString()!, member.Value))),
        ];
    }

    public static ApiDocument Embedded { get; } = Load();

    public JsonElement Root { get; }

    public IReadOnlyList<ApiOperation> Operations { get; }

    public ApiOperation this[string operationId] => Operations.Single(o => o.Id == operationId);

    /// <summary>What a reference such as <c>#/components/schemas/Problem</c> points to.</summary>
    /// <exception cref="KeyNotFoundException">Nothing is there.</exception>
    public JsonElement Find(string reference) => reference.Split('/').Skip(1)
        .Aggregate(Root, (at, name) => at.TryGetProperty(name, out var next) ? next : throw new KeyNotFoundException($"{reference} points to nothing."));

    /// <summary>The element itself, or what it refers to.</summary>
    public JsonElement Resolve(JsonElement element) =>
        element.TryGetProperty("$ref", out var reference) ? Resolve(Find(reference.GetString()!)) : element;

    /// <summary>The JSON request body of an operation: its schema and examples.</summary>
    public JsonElement? JsonRequest(ApiOperation operation) => operation.Element.TryGetProperty("requestBody", out var body)
        ? Resolve(body).GetProperty("content").GetProperty("application/json")
        : null;

    /// <summary>A request body's example, word for word.</summary>
    public string Example(string operationId, string name) =>
        JsonRequest(this[operationId])!.Value.GetProperty("examples").GetProperty(name).GetProperty("value").GetRawText();

    /// <summary>A text of another type than JSON, as the document shows it.</summary>
    public string TextExample(string operationId, string mediaType) =>
        this[operationId].Element.GetProperty("requestBody").GetProperty("content").GetProperty(mediaType).GetProperty("example").GetString()!;

    /// <summary>Every element of the document with its place.</summary>
    public IEnumerable<(string Place, JsonElement Element)> All() => Below("#", Root);

    private static IEnumerable<(string Place, JsonElement Element)> Below(string place, JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(p => Below($"{place}/{p.Name}", p.Value)).Prepend((place, element)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany((e, i) => Below($"{place}/{i}", e)).Prepend((place, element)),
        _ => [(place, element)],
    };

    private static ApiDocument Load()
    {
        using var stream = OpenApiFunction.Open();
        using var document = JsonDocument.Parse(stream);
        return new ApiDocument(document.RootElement.Clone());
    }
}

/// <summary>One method of one path.</summary>
internal sealed record ApiOperation(string Method, string Path, string Id, JsonElement Element);
