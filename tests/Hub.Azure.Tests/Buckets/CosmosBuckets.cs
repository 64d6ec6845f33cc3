using Hub.Azure.Buckets;
using Hub.Azure.Cosmos;
using Hub.Azure.Tests.StandIns.Cosmos;
using Hub.Testing.Buckets;

namespace Hub.Azure.Tests.Buckets;

/// <summary>A register matched in memory and by buckets in Cosmos DB, on a stand-in.</summary>
internal sealed class CosmosBuckets : IDisposable
{
    public CosmosBuckets()
    {
        var settings = new CosmosSettings { ConnectionString = $"AccountEndpoint={CosmosStandIn.Endpoint};AccountKey={CosmosStandIn.Key}", CreateContainers = true };
        Database = new HubDatabase(settings, null, StandIn.Connect);
        Store = new CosmosBucketStore(Database);
        World = new BucketWorld(Store);
    }

    public CosmosStandIn StandIn { get; } = new();

    public HubDatabase Database { get; }

    public CosmosBucketStore Store { get; }

    public BucketWorld World { get; }

    public void Dispose()
    {
        World.Dispose();
        Database.Dispose();
        StandIn.Dispose();
    }
}
