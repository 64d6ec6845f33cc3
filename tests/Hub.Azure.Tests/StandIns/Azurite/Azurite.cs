using Azure.Core.Pipeline;
using Azure.Storage.Blobs;

namespace Hub.Azure.Tests.StandIns.Azurite;

/// <summary>One Azurite for the whole run, started for the first test that needs it; every test makes containers of its own.</summary>
public sealed class Azurite : IAsyncLifetime
{
    private AzuriteProcess? process;

    public string ConnectionString => process!.ConnectionString;

    public async Task InitializeAsync() => process = await AzuriteProcess.SharedAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    /// <summary>A new container.</summary>
    public async Task<BlobContainerClient> ContainerAsync()
    {
        var container = new BlobContainerClient(ConnectionString, $"c{Guid.NewGuid():N}");
        await container.CreateAsync();
        return container;
    }

    /// <summary>The same container through a network that fails.</summary>
    public BlobContainerClient Through(NetworkFaults faults, BlobContainerClient container) => new(ConnectionString, container.Name, new BlobClientOptions
    {
        Transport = new HttpClientTransport(new HttpClient(faults)),
        Retry = { Delay = TimeSpan.FromMilliseconds(1), MaxDelay = TimeSpan.FromMilliseconds(1) },
    });
}

[CollectionDefinition(Name)]
public sealed class AzuriteCollection : ICollectionFixture<Azurite>
{
    public const string Name = "Azurite";
}
