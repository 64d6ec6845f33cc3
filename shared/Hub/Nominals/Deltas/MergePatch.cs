using System.Text.Json;
using System.Text.Json.Nodes;
using Hub.Json;

namespace Hub.Nominals;

/// <summary>Puts a JSON merge patch (RFC 7396) on a record: what is null goes, objects are patched field by field, everything else is replaced.</summary>
internal static class MergePatch
{
    /// <summary>Other names under which senders write a field.</summary>
    private static readonly Dictionary<string, string> Aliases = new() { ["cro"] = "croNumber", ["visor"] = "visorReference" };

    /// <summary>A nominal's record, as senders write it, with a patch on it.</summary>
    public static JsonElement On(Nominal nominal, JsonElement patch)
    {
        var record = JsonSerializer.SerializeToNode(nominal, HubJson.Options)!.AsObject();
        foreach (var field in patch.EnumerateObject())
        {
            Put(record, Aliases.GetValueOrDefault(field.Name) is { } name && !patch.TryGetProperty(name, out _) ? name : field.Name, field.Value);
        }

        return JsonSerializer.SerializeToElement(record, HubJson.Options);
    }

    private static void Put(JsonObject record, string name, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Null:
                record.Remove(name);
                break;
            case JsonValueKind.Object:
                if (record[name] is not JsonObject inner)
                {
                    inner = [];
                    record[name] = inner;
                }

                foreach (var field in value.EnumerateObject())
                {
                    Put(inner, field.Name, field.Value);
                }

                break;
            default:
                record[name] = JsonSerializer.SerializeToNode(value);
                break;
        }
    }
}
