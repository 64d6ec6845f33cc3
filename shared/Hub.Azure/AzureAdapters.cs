using Azure.Core;
using Azure.Identity;
using Azure.Storage.Blobs;
using Hub.Azure.Archive;
using Hub.Azure.Cosmos;
using Hub.Azure.DataProtection;
using Hub.Azure.Messaging;
using Hub.Azure.Nominals;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Azure;

/// <summary>
/// The adapters of the hub's ports on Azure, by the settings <c>Cosmos</c>, <c>ServiceBus</c> and <c>Storage</c>, which the
/// triggers name too. In Azure each says where (<c>Cosmos__accountEndpoint</c>, <c>ServiceBus__fullyQualifiedNamespace</c>,
/// <c>Storage__blobServiceUri</c>) and the app's managed identity opens it; for emulators each is a connection string.
/// </summary>
public static class AzureAdapters
{
    /// <summary>Registers them all. Nothing is connected before it is used.</summary>
    /// <exception cref="Connections.ConnectionSettingsException">A setting is missing or cannot be meant.</exception>
    public static IServiceCollection AddAzureAdapters(this IServiceCollection services, IConfiguration configuration)
    {
        var cosmos = CosmosSettings.From(configuration);
        if (!cosmos.IsMissing)
        {
            cosmos.Check();
        }

        var identity = Credential(configuration);
        return services
            .AddSingleton<IStoreFailures, AzureFailures>()
            .AddSingleton(identity)
            .AddHubCosmos(cosmos, identity)
            .AddHubCosmosRegister()
            .AddHubServiceBus(ServiceBusSettings.From(configuration))
            .AddHubBlobs(BlobSettings.From(configuration))
            .AddSharedDataProtection(provider => provider.GetRequiredService<BlobServiceClient>().GetBlobContainerClient(HubContainers.Keys));
    }

    /// <summary>The identity the hub runs under: the user-assigned one of <c>AZURE_CLIENT_ID</c>, else the system's own. Asks for nothing yet.</summary>
    public static TokenCredential Credential(IConfiguration configuration) => new ManagedIdentityCredential(
        new ManagedIdentityCredentialOptions(configuration["AZURE_CLIENT_ID"] is { Length: > 0 } id ? ManagedIdentityId.FromUserAssignedClientId(id) : ManagedIdentityId.SystemAssigned)
        {
            // It is asked on this machine. Where it is not there callers are told so within seconds, not minutes.
            Retry = { MaxRetries = 2, Delay = TimeSpan.FromMilliseconds(400), NetworkTimeout = TimeSpan.FromSeconds(5) },
        });
}
