using Azure.Messaging.ServiceBus;
using Hub.Azure.Connections;
using Microsoft.Extensions.Configuration;

namespace Hub.Azure.Messaging;

/// <summary>Where Service Bus is. Exactly one of the two; named as the triggers' connection <c>ServiceBus</c> names them.</summary>
public sealed record ServiceBusSettings
{
    /// <summary>The connection's name, as in <c>[ServiceBusTrigger(…, Connection = "ServiceBus")]</c>.</summary>
    public const string Connection = "ServiceBus";

    /// <summary>Such as <c>hub-prod.servicebus.windows.net</c>: reached by the hub's identity.</summary>
    public string? FullyQualifiedNamespace { get; init; }

    /// <summary>Of an emulator only.</summary>
    public string? ConnectionString { get; init; }

    /// <summary>Reads <c>ServiceBus__fullyQualifiedNamespace</c> or <c>ServiceBus</c>.</summary>
    public static ServiceBusSettings From(IConfiguration configuration) => new()
    {
        FullyQualifiedNamespace = configuration[$"{Connection}:fullyQualifiedNamespace"],
        ConnectionString = configuration[Connection],
    };

    /// <summary>Nothing is set: the hub starts, and whoever needs it is told what to set.</summary>
    public bool IsMissing => string.IsNullOrEmpty(FullyQualifiedNamespace) && string.IsNullOrEmpty(ConnectionString);

    /// <exception cref="ConnectionSettingsException">Neither or both are set, or what is set cannot be meant.</exception>
    public void Check()
    {
        switch (string.IsNullOrEmpty(FullyQualifiedNamespace), string.IsNullOrEmpty(ConnectionString))
        {
            case (true, true):
                throw new ConnectionSettingsException("Where Service Bus is, is not set. Set ServiceBus__fullyQualifiedNamespace, such as hub-prod.servicebus.windows.net; for an emulator set ServiceBus to its connection string.");
            case (false, false):
                throw new ConnectionSettingsException("Both ServiceBus__fullyQualifiedNamespace and ServiceBus are set. Keep the first; the second is for emulators only.");
            case (false, _) when Uri.CheckHostName(FullyQualifiedNamespace) != UriHostNameType.Dns || !FullyQualifiedNamespace!.Contains('.', StringComparison.Ordinal):
                throw new ConnectionSettingsException("ServiceBus__fullyQualifiedNamespace is not a host name. Write the name alone, such as hub-prod.servicebus.windows.net, with nothing before or after it.");
            case (_, false) when !EmulatorHost.Is(EndpointOf(ConnectionString!)):
                throw new ConnectionSettingsException("ServiceBus holds a connection string of something other than an emulator on this machine. Remove it and its key, and set ServiceBus__fullyQualifiedNamespace: the hub's identity is let in there.");
            default:
                return;
        }
    }

    private static Uri EndpointOf(string connectionString)
    {
        try
        {
            return ServiceBusConnectionStringProperties.Parse(connectionString).Endpoint
                ?? throw new FormatException("It has no endpoint.");
        }
        catch (FormatException)
        {
            throw new ConnectionSettingsException("ServiceBus is not a connection string of Service Bus. It begins with Endpoint=sb://localhost.");
        }
    }
}
