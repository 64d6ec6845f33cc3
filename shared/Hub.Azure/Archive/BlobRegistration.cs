using Azure.Core;
using Azure.Identity;
using Azure.Storage.Blobs;
using Hub.Archive;
using Hub.Border.Manifests;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Hub.Azure.Archive;

/// <summary>Puts Blob Storage behind <see cref="IArchive"/>, <see cref="ManifestFiles"/> and <see cref="IManifestDrop"/>.</summary>
public static class BlobRegistration
{
    /// <summary>Nothing is connected before the first use. Who registers a <see cref="TokenCredential"/> first has that one used.</summary>
    /// <exception cref="Connections.ConnectionSettingsException">See <see cref="BlobSettings.Check"/>.</exception>
    public static IServiceCollection AddHubBlobs(this IServiceCollection services, BlobSettings settings)
    {
        if (!settings.IsMissing)
        {
            settings.Check();
        }

        services.TryAddSingleton<TokenCredential>(_ => new DefaultAzureCredential());
        return services
            .AddSingleton(provider => BlobClients.Create(settings, provider.GetRequiredService<TokenCredential>))
            .AddSingleton<IArchive>(provider => ArchiveIn(provider, HubContainers.Archive))
            .AddSingleton(provider => new ManifestFiles(ArchiveIn(provider, HubContainers.ManifestFiles)))
            .AddSingleton<IManifestDrop>(provider => new BlobManifestDrop(
                Container(provider, HubContainers.Dropped), provider.GetRequiredService<TimeProvider>()));
    }

    private static BlobArchive ArchiveIn(IServiceProvider provider, string container) =>
        new(Container(provider, container), Container(provider, HubContainers.Drafts), provider.GetRequiredService<TimeProvider>());

    private static BlobContainerClient Container(IServiceProvider provider, string name) =>
        provider.GetRequiredService<BlobServiceClient>().GetBlobContainerClient(name);
}
