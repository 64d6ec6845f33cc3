using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Hub.Azure.Tests.StandIns.Cosmos.Wire;

namespace Hub.Azure.Tests.StandIns.Cosmos.Store;

/// <summary>What a container is created with: checked, completed with the service's defaults, and otherwise kept as it was sent.</summary>
internal static class ContainerDefinition
{
    public static JsonObject Complete(JsonObject sent)
    {
        var definition = sent.DeepClone().AsObject();
        if (definition["uniqueKeyPolicy"]?["uniqueKeys"] is JsonArray { Count: > 0 }) throw Refusal.Unknown("unique keys");
        if (definition["computedProperties"] is JsonArray { Count: > 0 }) throw Refusal.Unknown("computed properties");
        var policy = definition["indexingPolicy"] as JsonObject ?? [];
        definition["indexingPolicy"] = policy.Parent is null ? policy : policy.DeepClone();
        IndexingPolicy.Complete(definition["indexingPolicy"]!.AsObject());
        definition["conflictResolutionPolicy"] ??= new JsonObject { ["mode"] = "LastWriterWins", ["conflictResolutionPath"] = "/_ts", ["conflictResolutionProcedure"] = "" };
        foreach (var (name, value) in Links) definition[name] = value;
        return definition;
    }

    public static ImmutableArray<ImmutableArray<string>> KeyPaths(JsonObject definition)
    {
        if (definition["partitionKey"]?["paths"] is not JsonArray { Count: > 0 } paths) throw Refusal.Bad("A container needs a partition key definition.");
        return [.. paths.Select(path => Segments(path!.GetValue<string>()))];
    }

    public static int? TimeToLive(JsonObject definition) => definition["defaultTtl"]?.GetValue<int>() switch
    {
        null => null,
        -1 => -1,
        > 0 and var seconds => seconds,
        _ => throw Refusal.Bad("The default time to live must be a number of seconds above 0, or -1."),
    };

    private static readonly ImmutableArray<(string Name, string Value)> Links =
        [("_docs", "docs/"), ("_sprocs", "sprocs/"), ("_triggers", "triggers/"), ("_udfs", "udfs/"), ("_conflicts", "conflicts/")];

    private static ImmutableArray<string> Segments(string path) => path.StartsWith('/') && path.Length > 1
        ? [.. path[1..].Split('/').Select(segment => segment.Trim('"'))]
        : throw Refusal.Bad("A partition key path begins with '/'.");
}
