using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hub.Azure.Tests.StandIns.Cosmos.Wire;

namespace Hub.Azure.Tests.StandIns.Cosmos.Store;

/// <summary>
/// What a container indexes. The most exact path decides; <c>id</c> and <c>_ts</c> are always indexed, the partition key only if the
/// policy covers it (Microsoft: "Indexing policies in Azure Cosmos DB").
/// </summary>
internal sealed class IndexingPolicy
{
    private readonly bool _none;
    private readonly ImmutableArray<Rule> _rules;
    private readonly ImmutableArray<ImmutableArray<(string Path, bool Descending)>> _composites;

    private IndexingPolicy(bool none, ImmutableArray<Rule> rules, ImmutableArray<ImmutableArray<(string, bool)>> composites) =>
        (_none, _rules, _composites) = (none, rules, composites);

    /// <summary>Puts in the service's defaults.</summary>
    public static void Complete(JsonObject policy)
    {
        policy["indexingMode"] ??= "consistent";
        policy["automatic"] ??= true;
        var none = IsNone(policy);
        if (policy["includedPaths"] is not JsonArray) policy["includedPaths"] = new JsonArray();
        if (policy["excludedPaths"] is not JsonArray) policy["excludedPaths"] = new JsonArray();
        JsonArray included = policy["includedPaths"]!.AsArray(), excluded = policy["excludedPaths"]!.AsArray();
        if (none) return;
        if (included.Count == 0 && excluded.Count == 0) included.Add(new JsonObject { ["path"] = "/*" });
        if (!included.Concat(excluded).Any(entry => PathOf(entry) == "/*"))
            throw Refusal.Bad("The special mandatory indexing path \"/*\" is not provided in any of the path type sets.");
        if (!included.Concat(excluded).Any(entry => PathOf(entry) == "/\"_etag\"/?")) excluded.Add(new JsonObject { ["path"] = "/\"_etag\"/?" });
    }

    public static IndexingPolicy Of(JsonObject policy)
    {
        if (policy["indexingMode"]!.GetValue<string>().ToLowerInvariant() is not ("consistent" or "none")) throw Refusal.Unknown("this indexing mode");
        var rules = policy["includedPaths"]!.AsArray().Select(entry => Rule.Of(PathOf(entry), true))
            .Concat(policy["excludedPaths"]!.AsArray().Select(entry => Rule.Of(PathOf(entry), false)));
        var composites = (policy["compositeIndexes"] as JsonArray ?? []).Select(index => index!.AsArray()
            .Select(entry => (CompositePath(PathOf(entry)), entry!["order"]?.GetValue<string>().Equals("descending", StringComparison.OrdinalIgnoreCase) ?? false)).ToImmutableArray());
        return new IndexingPolicy(IsNone(policy), [.. rules.OrderByDescending(rule => rule.Exactness)], [.. composites]);
    }

    /// <summary>Whether a value at this path is indexed. Steps into arrays are <c>[]</c>.</summary>
    public bool Covers(ImmutableArray<string> path) =>
        path is ["id"] or ["_ts"] ? !_none : !_none && (_rules.FirstOrDefault(rule => rule.Matches(path))?.Included ?? false);

    /// <summary>Whether a composite index serves this ORDER BY: the same paths in the same order, all directions alike or all reversed.</summary>
    public bool ServesOrder(IReadOnlyList<(ImmutableArray<string> Path, bool Descending)> order) => !_none && _composites.Any(index =>
        index.Length == order.Count
        && index.Zip(order).All(pair => pair.First.Path == string.Join('/', pair.Second.Path))
        && index.Zip(order).Select(pair => pair.First.Descending == pair.Second.Descending).Distinct().Count() == 1);

    /// <summary>How many entries of the document are written to the indexes: one for each value, one for each composite index all of whose paths it has.</summary>
    public int ValuesIndexed(JsonElement root) => Count(root, []) + (_none ? 0 : _composites.Count(index => index.All(member => Has(root, member.Path))));

    private int Count(JsonElement value, ImmutableArray<string> path) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().Where(property => path.Length > 0 || !property.Name.StartsWith('_')).Sum(property => Count(property.Value, path.Add(property.Name))),
        JsonValueKind.Array => value.EnumerateArray().Sum(element => Count(element, path.Add("[]"))),
        _ => Covers(path) ? 1 : 0,
    };

    private static bool Has(JsonElement value, string path) =>
        path.Split('/').All(step => value.ValueKind == JsonValueKind.Object && value.TryGetProperty(step, out value));

    private static bool IsNone(JsonObject policy) => policy["indexingMode"]!.GetValue<string>().Equals("none", StringComparison.OrdinalIgnoreCase);

    private static string PathOf(JsonNode? entry) => entry?["path"]?.GetValue<string>() ?? throw Refusal.Bad("An indexing path is missing.");

    private static string CompositePath(string path) => path.StartsWith('/') && path.IndexOfAny(['*', '?', '[']) < 0
        ? string.Join('/', path[1..].Split('/').Select(segment => segment.Trim('"')))
        : throw Refusal.Bad("A path of a composite index is plain: it begins with '/' and ends in neither '/?' nor '/*'.");

    private sealed record Rule(ImmutableArray<string> Segments, bool Subtree, bool Included)
    {
        public int Exactness => Segments.Length * 2 + (Subtree ? 0 : 1);

        public static Rule Of(string path, bool included)
        {
            var segments = path.TrimStart('/').Split('/');
            return path.StartsWith('/') && segments[^1] is "*" or "?"
                ? new Rule([.. segments[..^1].Select(segment => segment.Trim('"'))], segments[^1] == "*", included)
                : throw Refusal.Bad("An indexing path begins with '/' and ends in '/?' or '/*'.");
        }

        public bool Matches(ImmutableArray<string> path) =>
            (Subtree ? path.Length >= Segments.Length : path.Length == Segments.Length) && path.AsSpan(0, Segments.Length).SequenceEqual(Segments.AsSpan());
    }
}
