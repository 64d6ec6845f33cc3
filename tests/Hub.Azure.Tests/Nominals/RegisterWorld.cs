using Hub.Azure.Cosmos;
using Hub.Azure.Nominals;
using Hub.Azure.Tests.StandIns.Cosmos;
using Hub.Testing;

namespace Hub.Azure.Tests.Nominals;

/// <summary>A Cosmos account of the test's own, and instances of the hub that keep the register there.</summary>
internal sealed class RegisterWorld(ManualTime time) : IDisposable
{
    private readonly List<IDisposable> opened = [];

    public CosmosStandIn Cosmos { get; } = new(time);

    public ManualTime Time => time;

    /// <summary>Another instance: it knows nothing but what is stored.</summary>
    public CosmosNominalRegister Open()
    {
        var database = new HubDatabase(Settings, null, Cosmos.Connect);
        var register = new CosmosNominalRegister(database, time);
        opened.AddRange([register, database]);
        return register;
    }

    public void Dispose()
    {
        opened.ForEach(o => o.Dispose());
        Cosmos.Dispose();
    }

    private static CosmosSettings Settings => new()
    {
        ConnectionString = $"AccountEndpoint={CosmosStandIn.Endpoint};AccountKey={CosmosStandIn.Key}",
        CreateContainers = true,
        ThrottlePatience = TimeSpan.FromSeconds(1),
    };
}
