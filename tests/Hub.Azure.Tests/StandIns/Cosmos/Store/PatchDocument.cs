using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hub.Azure.Tests.StandIns.Cosmos.Sql;
using Hub.Azure.Tests.StandIns.Cosmos.Wire;

namespace Hub.Azure.Tests.StandIns.Cosmos.Store;

/// <summary>Partial document update: add, set, replace, remove, incr and move, at most ten, under an optional condition.</summary>
internal static class PatchDocument
{
    private const int MaxOperations = 10;

    public static JsonElement Apply(Item item, ReadOnlyMemory<byte> body)
    {
        var patch = JsonNode.Parse(body.Span)?.AsObject() ?? throw Refusal.Bad("A patch is a JSON object.");
        if (patch["condition"]?.GetValue<string>() is { } condition && !SqlQuery.Parse($"SELECT * {condition}").Accepts(item.Root))
            throw new Refusal(HttpStatusCode.PreconditionFailed, "The condition of the patch is not met.", subStatus: 1110) { Charge = RequestUnits.Refused };
        if (patch["operations"] is not JsonArray { Count: > 0 and <= MaxOperations } operations) throw Refusal.Bad("A patch has 1 to 10 operations.");
        var root = JsonNode.Parse(item.Json.Span)!.AsObject();
        foreach (var operation in operations) Apply(root, operation!.AsObject());
        return JsonSerializer.SerializeToElement(root);
    }

    private static void Apply(JsonObject root, JsonObject operation)
    {
        var (parent, name) = Locate(root, operation["path"]?.GetValue<string>() ?? throw Refusal.Bad("A patch operation needs a path."));
        var value = operation["value"]?.DeepClone();
        switch (operation["op"]?.GetValue<string>())
        {
            case "add":
                Put(parent, name, value, insert: true);
                break;
            case "set":
                Put(parent, name, value, insert: false);
                break;
            case "replace":
                if (!Has(parent, name)) throw Missing(name);
                Put(parent, name, value, insert: false);
                break;
            case "remove":
                Take(parent, name);
                break;
            case "incr":
                Put(parent, name, Sum(Has(parent, name) ? At(parent, name) : null, value), insert: false);
                break;
            case "move":
                var (source, from) = Locate(root, operation["from"]?.GetValue<string>() ?? throw Refusal.Bad("A move needs a 'from'."));
                var moved = Take(source, from);
                Put(parent, name, moved, insert: true);
                break;
            case var other:
                throw Refusal.Unknown($"the patch operation '{other}'");
        }
    }

    private static (JsonNode Parent, string Name) Locate(JsonObject root, string path)
    {
        if (!path.StartsWith('/') || path.Length == 1) throw Refusal.Bad("A path of a patch begins with '/' and names a property.");
        var segments = path[1..].Split('/').Select(segment => segment.Replace("~1", "/").Replace("~0", "~")).ToArray();
        JsonNode parent = root;
        foreach (var segment in segments[..^1]) parent = (Has(parent, segment) ? At(parent, segment) : null) ?? throw Missing(segment);
        return parent is JsonObject or JsonArray ? (parent, segments[^1]) : throw Missing(segments[^1]);
    }

    private static bool Has(JsonNode parent, string name) => parent switch
    {
        JsonObject value => value.ContainsKey(name),
        JsonArray list => int.TryParse(name, CultureInfo.InvariantCulture, out var index) && index >= 0 && index < list.Count,
        _ => false,
    };

    private static JsonNode? At(JsonNode parent, string name) => parent is JsonArray list ? list[Index(name)] : parent[name];

    private static void Put(JsonNode parent, string name, JsonNode? value, bool insert)
    {
        if (parent is not JsonArray list) parent[name] = value;
        else if (name == "-" || Index(name) == list.Count) list.Add(value);
        else if (!Has(list, name)) throw Missing(name);
        else if (insert) list.Insert(Index(name), value);
        else list[Index(name)] = value;
    }

    private static JsonNode? Take(JsonNode parent, string name)
    {
        if (!Has(parent, name)) throw Missing(name);
        var value = At(parent, name)?.DeepClone();
        if (parent is JsonArray list) list.RemoveAt(Index(name));
        else parent.AsObject().Remove(name);
        return value;
    }

    private static JsonValue Sum(JsonNode? before, JsonNode? add)
    {
        if (add?.GetValueKind() != JsonValueKind.Number || (before is not null && before.GetValueKind() != JsonValueKind.Number)) throw Refusal.Bad("Only a number can be incremented, by a number.");
        var (left, right) = (JsonSerializer.SerializeToElement(before ?? 0), JsonSerializer.SerializeToElement(add));
        return left.TryGetInt64(out var whole) && right.TryGetInt64(out var more) ? JsonValue.Create(whole + more) : JsonValue.Create(left.GetDouble() + right.GetDouble());
    }

    private static int Index(string name) => int.TryParse(name, CultureInfo.InvariantCulture, out var index) && index >= 0 ? index : throw Missing(name);

    private static Refusal Missing(string name) => Refusal.Bad($"The patch names '{name}', which is not there.");
}
