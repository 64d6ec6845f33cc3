using Azure.Core;
using Azure.Messaging.ServiceBus;

namespace Hub.Azure.Messaging;

/// <summary>The one client a process has, and how long it tries.</summary>
public static class ServiceBusClients
{
    /// <summary>One try: longer than Service Bus ever takes when it is well.</summary>
    public static readonly TimeSpan OneTry = TimeSpan.FromSeconds(15);

    /// <summary>Tries after the first. Within about a minute a call succeeds or fails; whoever called tries later.</summary>
    public const int Retries = 3;

    /// <param name="settings">Where it is.</param>
    /// <param name="identity">Who the hub is there; asked for only where there is a namespace.</param>
    /// <exception cref="Connections.ConnectionSettingsException">See <see cref="ServiceBusSettings.Check"/>.</exception>
    public static ServiceBusClient Create(ServiceBusSettings settings, Func<TokenCredential> identity)
    {
        settings.Check();
        var options = new ServiceBusClientOptions
        {
            RetryOptions =
            {
                Mode = ServiceBusRetryMode.Exponential,
                MaxRetries = Retries,
                Delay = TimeSpan.FromMilliseconds(500),
                MaxDelay = TimeSpan.FromSeconds(5),
                TryTimeout = OneTry,
            },
        };
        return settings.FullyQualifiedNamespace is { Length: > 0 } name
            ? new ServiceBusClient(name, identity(), options)
            : new ServiceBusClient(settings.ConnectionString, options);
    }
}
