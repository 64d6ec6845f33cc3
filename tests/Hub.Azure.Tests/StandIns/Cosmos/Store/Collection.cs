using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Hub.Azure.Tests.StandIns.Cosmos.Wire;

namespace Hub.Azure.Tests.StandIns.Cosmos.Store;

/// <summary>A container: one physical partition, one lock, one log of its last changes.</summary>
internal sealed class Collection
{
    private const int CompactFrom = 1024;
    private const int MaxPageBytes = 4 * 1024 * 1024;

    private readonly TimeProvider _time;
    private readonly int _database;
    private readonly int _number;
    private readonly Dictionary<string, Dictionary<string, Item>> _partitions = [];
    private readonly Dictionary<string, List<Item>> _byId = [];
    private readonly List<Item> _log = [];
    private long _lastNumber;
    private int _superseded;

    public Collection(TimeProvider time, int database, int number, JsonObject definition)
    {
        (_time, _database, _number) = (time, database, number);
        Rid = Store.Rid.Collection(database, number);
        Self = $"dbs/{Store.Rid.Database(database)}/colls/{Rid}/";
        KeyPaths = ContainerDefinition.KeyPaths(definition);
        Name = definition["id"]!.GetValue<string>();
        Redefine(definition);
    }

    /// <summary>Held for every write and for taking what a read looks at; what is read is then looked at outside it.</summary>
    public Lock Gate { get; } = new();

    public string Name { get; }
    public string Rid { get; }
    public string Self { get; }
    public ImmutableArray<ImmutableArray<string>> KeyPaths { get; }
    public IndexingPolicy Indexing { get; private set; } = null!;
    public int? DefaultTimeToLive { get; private set; }
    public JsonObject Definition { get; private set; } = null!;
    public string ETag { get; private set; } = "";
    public long Lsn { get; private set; }
    public long Now => _time.GetUtcNow().ToUnixTimeSeconds();

    public string RidOf(long number) => Store.Rid.Item(_database, _number, number);

    public void Redefine(JsonObject sent)
    {
        var definition = ContainerDefinition.Complete(sent);
        if (!ContainerDefinition.KeyPaths(definition).Select(path => string.Join('/', path)).SequenceEqual(KeyPaths.Select(path => string.Join('/', path))))
            throw Refusal.Bad("The partition key definition of a container cannot be changed.");
        Indexing = IndexingPolicy.Of(definition["indexingPolicy"]!.AsObject());
        DefaultTimeToLive = ContainerDefinition.TimeToLive(definition);
        ETag = $"\"{Guid.NewGuid()}\"";
        definition["_rid"] = Rid;
        definition["_ts"] = Now;
        definition["_self"] = Self;
        definition["_etag"] = ETag;
        Definition = definition;
    }

    /// <summary>A new number for an item never seen before. Under <see cref="Gate"/>.</summary>
    public long NextNumber() => ++_lastNumber;

    /// <summary>The item as it stands, committed and not expired. Under <see cref="Gate"/>.</summary>
    public Item? Find(PartitionKeyText key, string id) =>
        _partitions.TryGetValue(key.Json, out var partition) && partition.TryGetValue(id, out var item) && item.IsLive(Now) ? item : null;

    /// <summary>Everything live, of one partition key or of all, of some ids or of all, in the order of item numbers.</summary>
    public ImmutableArray<Item> Snapshot(PartitionKeyText? key, IReadOnlySet<string>? ids = null)
    {
        lock (Gate)
        {
            var now = Now;
            var all = ids is not null ? ids.SelectMany(id => _byId.GetValueOrDefault(id) ?? []).Where(item => key is null || item.PartitionKey == key)
                : key is null ? _partitions.Values.SelectMany(partition => partition.Values)
                : _partitions.TryGetValue(key.Json, out var one) ? one.Values : Enumerable.Empty<Item>();
            return [.. all.Where(item => item.IsLive(now)).OrderBy(item => item.Number)];
        }
    }

    /// <summary>Commits what a transaction changed, all with the next LSN. Under <see cref="Gate"/>.</summary>
    public void Commit(PartitionKeyText key, IEnumerable<(string Id, Item? Item)> changes)
    {
        Lsn++;
        if (!_partitions.TryGetValue(key.Json, out var partition)) _partitions.Add(key.Json, partition = []);
        foreach (var (id, item) in changes)
        {
            if (partition.Remove(id, out var before))
            {
                before.Superseded = true;
                Forget(before);
                _superseded++;
            }
            if (item is null) continue;
            item.Lsn = Lsn;
            partition.Add(id, item);
            if (!_byId.TryGetValue(id, out var same)) _byId.Add(id, same = []);
            same.Add(item);
            _log.Add(item);
        }
        if (partition.Count == 0) _partitions.Remove(key.Json);
        if (_superseded < CompactFrom || _superseded * 2 < _log.Count) return;
        _log.RemoveAll(item => item.Superseded);
        _superseded = 0;
    }

    /// <summary>
    /// Live items changed after an LSN, each at its last change, in order: about as many as asked, but never a part of one commit.
    /// With them the LSN up to which this is everything.
    /// </summary>
    public (ImmutableArray<Item> Items, long UpTo) ChangesAfter(long lsn, PartitionKeyText? key, long? since, int atMost)
    {
        lock (Gate)
        {
            var now = Now;
            var found = ImmutableArray.CreateBuilder<Item>();
            var bytes = 0;
            for (var at = FirstAfter(lsn); at < _log.Count; at++)
            {
                var item = _log[at];
                if (!item.IsLive(now) || (key is not null && item.PartitionKey != key) || item.Timestamp < since) continue;
                // A commit is given whole, on whichever page it begins.
                if ((found.Count >= atMost || bytes + item.Size > MaxPageBytes) && found.Count > 0 && found[^1].Lsn != item.Lsn) return (found.ToImmutable(), found[^1].Lsn);
                found.Add(item);
                bytes += item.Size;
            }
            return (found.ToImmutable(), Math.Max(Lsn, lsn));
        }
    }

    private void Forget(Item item)
    {
        var same = _byId[item.Id];
        same.Remove(item);
        if (same.Count == 0) _byId.Remove(item.Id);
    }

    private int FirstAfter(long lsn)
    {
        int low = 0, high = _log.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_log[middle].Lsn <= lsn) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
