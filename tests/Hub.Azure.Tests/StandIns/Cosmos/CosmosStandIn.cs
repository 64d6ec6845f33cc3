using Hub.Azure.Tests.StandIns.Cosmos.Store;
using Hub.Azure.Tests.StandIns.Cosmos.Wire;
using Microsoft.Azure.Cosmos;

namespace Hub.Azure.Tests.StandIns.Cosmos;

/// <summary>
/// An Azure Cosmos DB account of the test's own, in this process, spoken to by the real client through its HTTP handler.
/// What it shows and what it does not: README.md one folder up.
/// </summary>
public sealed class CosmosStandIn : IDisposable
{
    private readonly GatewayHandler _handler;

    /// <param name="time">The clock of <c>_ts</c> and of times to live.</param>
    public CosmosStandIn(TimeProvider? time = null) => _handler = new GatewayHandler(new Account(time ?? TimeProvider.System), Faults, Charges);

    public static Uri Endpoint { get; } = new("https://cosmos-stand-in.test/");

    public static string Key { get; } = Convert.ToBase64String("no secret: the stand-in asks none"u8);

    public HttpMessageHandler Handler => _handler;

    public CosmosFaults Faults { get; } = new();

    public CosmosCharges Charges { get; } = new();

    /// <summary>Sets connection mode, endpoint limit and HTTP client; leaves serializer, retries and consistency as they are.</summary>
    public CosmosClientOptions Connect(CosmosClientOptions options)
    {
        options.ConnectionMode = ConnectionMode.Gateway;
        options.LimitToEndpoint = true;
        options.HttpClientFactory = () => new HttpClient(Handler, disposeHandler: false);
        return options;
    }

    public CosmosClient CreateClient(CosmosClientOptions? options = null) => new(Endpoint.ToString(), Key, Connect(options ?? new CosmosClientOptions()));

    public void Dispose() => _handler.Dispose();
}
