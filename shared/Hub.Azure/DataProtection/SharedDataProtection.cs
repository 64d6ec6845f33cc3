using System.Reflection;
using Azure.Storage.Blobs;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Hub.Azure.DataProtection;

/// <summary>Data protection whose keys all instances of the hub share.</summary>
public static class SharedDataProtection
{
    /// <summary>The same in every instance and every version, or one could not read what another protected.</summary>
    private const string Application = "public-protection-hub";

    public static IServiceCollection AddSharedDataProtection(this IServiceCollection services, BlobContainerClient keys) =>
        services.AddSharedDataProtection(_ => keys);

    /// <param name="services">The host's services.</param>
    /// <param name="keys">Finds the container when the first key is needed.</param>
    public static IServiceCollection AddSharedDataProtection(this IServiceCollection services, Func<IServiceProvider, BlobContainerClient> keys)
    {
        services.AddDataProtection().SetApplicationName(Application);
        // It reads the keys as the process starts; they are read with the first page that needs them.
        services.RemoveAll(typeof(IHostedService), typeof(DataProtectionOptions).Assembly);
        services.AddOptions<KeyManagementOptions>().Configure<IServiceProvider>((options, provider) => options.XmlRepository = new BlobKeyRing(keys(provider)));
        return services;
    }

    private static void RemoveAll(this IServiceCollection services, Type service, Assembly of)
    {
        foreach (var found in services.Where(s => s.ServiceType == service && s.ImplementationType?.Assembly == of).ToList())
        {
            services.Remove(found);
        }
    }
}
