using System.Collections.Concurrent;
using Azure;
using Azure.Storage.Blobs;
using Hub.Archive;
using Hub.Azure;
using Hub.Azure.Archive;
using Hub.Azure.Cosmos;
using Hub.Azure.Messaging;
using Hub.Azure.Nominals;
using Hub.Azure.Tests.Flow;
using Hub.Azure.Tests.StandIns.Azurite;
using Hub.Azure.Tests.StandIns.Cosmos;
using Hub.Azure.Tests.StandIns.ServiceBus;
using Hub.Border.Manifests;
using Hub.Embedded.Hosting;
using Hub.Messaging;
using Microsoft.Azure.Cosmos;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Hub.Functions.Tests;

/// <summary>
/// The Azure lane's backend: the real clients of Cosmos DB, Service Bus and Blob Storage against stand-ins. What a
/// folder keeps on the embedded host, these keep for the folder: a hub started on it again finds it.
/// </summary>
internal static class TestBackends
{
    private static readonly ConcurrentDictionary<string, Lazy<Task<AzureStandIns>>> OfFolder = new();
    private static readonly CosmosSettings SettingsOfCosmos = new() { ConnectionString = $"AccountEndpoint={CosmosStandIn.Endpoint};AccountKey={CosmosStandIn.Key}", CreateContainers = true };
    private static readonly string[] Containers = [HubContainers.Archive, HubContainers.ManifestFiles, HubContainers.Dropped, HubContainers.Drafts];

    public static async Task<ITestBackend> OpenAsync(string folder, TimeProvider time) =>
        new AzureBackend(await OfFolder.GetOrAdd(folder, _ => new(() => AzureStandIns.StartAsync(time))).Value);

    /// <summary>Every blob that the hub of a folder keeps; what is of manifests begins with <c>manifests</c>. One that goes while this reads is kept no more.</summary>
    public static IReadOnlyDictionary<string, byte[]> Blobs(string folder)
    {
        var standIns = OfFolder[folder].Value.GetAwaiter().GetResult();
        var kept = new Dictionary<string, byte[]>();
        foreach (var name in Containers)
        {
            foreach (var blob in standIns.Container(name).GetBlobs())
            {
                if (Read(standIns.Container(name).GetBlobClient(blob.Name)) is { } bytes)
                {
                    kept[$"{(name == HubContainers.Archive ? "archive" : "manifests")}/{name}/{blob.Name}"] = bytes;
                }
            }
        }

        return kept;
    }

    /// <summary>A client of the database that the hub of a folder keeps.</summary>
    public static CosmosClient Cosmos(string folder) => OfFolder[folder].Value.GetAwaiter().GetResult().Cosmos.CreateClient();

    public static CosmosFaults CosmosFaults(string folder) => OfFolder[folder].Value.GetAwaiter().GetResult().Cosmos.Faults;

    public static BusFaults BusFaults(string folder) => OfFolder[folder].Value.GetAwaiter().GetResult().Bus.Faults;

    /// <summary>Another instance's client of the database that the hub of a folder keeps.</summary>
    public static HubDatabase OtherDatabase(string folder)
    {
        var standIns = OfFolder[folder].Value.GetAwaiter().GetResult();
        return new HubDatabase(SettingsOfCosmos, null, standIns.Cosmos.Connect);
    }

    /// <summary>Another instance's change feed, with the same leases.</summary>
    public static ProcessorFeed OtherFeed(string folder, HubDatabase database) => new(database, "other", OfFolder[folder].Value.GetAwaiter().GetResult().Followed);

    private static byte[]? Read(BlobClient blob)
    {
        try
        {
            return blob.DownloadContent().Value.Content.ToArray();
        }
        catch (RequestFailedException e) when (e.Status == 404)
        {
            return null;
        }
    }

    /// <summary>The services of one hub; they outlive a hub that is stopped and started again.</summary>
    private sealed record AzureStandIns(CosmosStandIn Cosmos, ServiceBusStandIn Bus, BlobServiceClient Blobs, string Prefix)
    {
        public static async Task<AzureStandIns> StartAsync(TimeProvider time)
        {
            var blobs = new BlobServiceClient((await AzuriteProcess.SharedAsync()).ConnectionString);
            var made = new AzureStandIns(new CosmosStandIn(time), await ServiceBusStandIn.StartAsync(HubTopology.Topology, time), blobs, $"h{Guid.NewGuid():N}-");
            foreach (var container in Containers)
            {
                await made.Container(container).CreateAsync();
            }

            return made;
        }

        /// <summary>Commits that were followed, by any hub on these.</summary>
        public ConcurrentDictionary<(string Case, string Id), bool> Followed { get; } = new();

        public BlobContainerClient Container(string name) => Blobs.GetBlobContainerClient(Prefix + name);
    }

    private sealed class AzureBackend(AzureStandIns standIns) : ITestBackend
    {
        private ProcessorFeed? feed;

        public void AddAdapters(IServiceCollection services)
        {
            services.RemoveAll<IChangeFeed>();
            var bus = new ServiceBusSettings { ConnectionString = standIns.Bus.ConnectionString };
            services
                .AddHubCosmos(
                    SettingsOfCosmos,
                    connect: standIns.Cosmos.Connect)
                .AddHubCosmosRegister()
                .AddHubServiceBus(bus)
                .AddSingleton<IMessageBus>(_ => new ServiceBusMessageBus(() => ServiceBusClients.Create(bus, () => throw new InvalidOperationException()), HubTopology.Topology, depthsKept: TimeSpan.Zero))
                .AddSingleton<IStoreFailures, AzureFailures>()
                .AddSingleton<IArchive>(provider => ArchiveIn(provider, HubContainers.Archive))
                .AddSingleton(provider => new ManifestFiles(ArchiveIn(provider, HubContainers.ManifestFiles)))
                .AddSingleton<IManifestDrop>(provider => new BlobManifestDrop(standIns.Container(HubContainers.Dropped), provider.GetRequiredService<TimeProvider>()))
                .AddSingleton<IChangeFeed>(provider => feed = new ProcessorFeed(provider.GetRequiredService<HubDatabase>(), Guid.NewGuid().ToString("N"), standIns.Followed));
        }

        public async Task<long?> FollowedAsync() => feed is null ? null : await feed.FollowedAsync();

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;

        private BlobArchive ArchiveIn(IServiceProvider provider, string container) =>
            new(standIns.Container(container), standIns.Container(HubContainers.Drafts), provider.GetRequiredService<TimeProvider>());
    }
}
