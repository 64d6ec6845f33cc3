using Azure.Core;
using Azure.Identity;
using Hub.Messaging;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Hub.Azure.Messaging;

/// <summary>Puts Service Bus behind <see cref="IMessageBus"/>.</summary>
public static class ServiceBusRegistration
{
    /// <summary>Nothing is connected before the first message. Who registers a <see cref="TokenCredential"/> first has that one used.</summary>
    /// <exception cref="Connections.ConnectionSettingsException">See <see cref="ServiceBusSettings.Check"/>.</exception>
    public static IServiceCollection AddHubServiceBus(this IServiceCollection services, ServiceBusSettings settings)
    {
        if (!settings.IsMissing)
        {
            settings.Check();
        }

        services.TryAddSingleton<TokenCredential>(_ => new DefaultAzureCredential());
        return services.AddSingleton<IMessageBus>(provider =>
            new ServiceBusMessageBus(() => ServiceBusClients.Create(settings, provider.GetRequiredService<TokenCredential>), HubTopology.Topology));
    }
}
