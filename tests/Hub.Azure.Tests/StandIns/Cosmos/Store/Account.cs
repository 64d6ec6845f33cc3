using System.Net;
using System.Text.Json.Nodes;
using Hub.Azure.Tests.StandIns.Cosmos.Wire;

namespace Hub.Azure.Tests.StandIns.Cosmos.Store;

/// <summary>The databases and containers of the account, found by name or by resource id.</summary>
internal sealed class Account(TimeProvider time)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Database> _databases = [];
    private int _lastDatabase;

    public TimeProvider Time => time;

    public Database Create(string name)
    {
        lock (_gate)
        {
            if (_databases.ContainsKey(name)) throw new Refusal(HttpStatusCode.Conflict, "Database with the specified id already exists.");
            var database = new Database(name, ++_lastDatabase);
            _databases.Add(name, database);
            return database;
        }
    }

    public Database Find(string nameOrRid)
    {
        lock (_gate)
            return _databases.GetValueOrDefault(nameOrRid) ?? _databases.Values.FirstOrDefault(database => database.Rid == nameOrRid)
                ?? throw new Refusal(HttpStatusCode.NotFound, "Resource Not Found: the database does not exist.");
    }

    public void Delete(Database database)
    {
        lock (_gate) _databases.Remove(database.Name);
    }
}

internal sealed class Database(string name, int number)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Collection> _collections = [];
    private int _lastCollection;

    public string Name => name;

    public string Rid { get; } = Store.Rid.Database(number);

    public Collection Create(TimeProvider time, JsonObject definition)
    {
        var id = definition["id"]?.GetValue<string>() ?? throw Refusal.Bad("A container needs an id.");
        lock (_gate)
        {
            if (_collections.ContainsKey(id)) throw new Refusal(HttpStatusCode.Conflict, "Resource with specified id, name, or unique index already exists.");
            var collection = new Collection(time, number, ++_lastCollection, definition);
            _collections.Add(id, collection);
            return collection;
        }
    }

    public Collection Find(string nameOrRid)
    {
        lock (_gate)
            return _collections.GetValueOrDefault(nameOrRid) ?? _collections.Values.FirstOrDefault(collection => collection.Rid == nameOrRid)
                ?? throw new Refusal(HttpStatusCode.NotFound, "Resource Not Found: the container does not exist.", subStatus: 1003);
    }

    public void Delete(Collection collection)
    {
        lock (_gate) _collections.Remove(collection.Name);
    }
}
