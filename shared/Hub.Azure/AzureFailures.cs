using System.Net.Sockets;
using Azure;
using Azure.Identity;
using Azure.Messaging.ServiceBus;
using Hub.Azure.Connections;
using Hub.Azure.Cosmos;
using Microsoft.Azure.Cosmos;

namespace Hub.Azure;

/// <summary>
/// Which failures of the Azure clients, after their own retries, say that a service cannot be reached or is throttled:
/// connections, time limits, 408, 410, 429, 449 and 5xx, tokens of the managed identity that cannot be had.
/// </summary>
public sealed class AzureFailures : IStoreFailures
{
    public StoreUnavailableException? Read(Exception exception)
    {
        for (var at = exception; at is not null; at = at.InnerException)
        {
            if (at is StoreUnavailableException said)
            {
                return said;
            }

            if (What(at) is { } what)
            {
                return new StoreUnavailableException(what, exception) { RetryAfter = (at as CosmosException)?.RetryAfter };
            }
        }

        return null;
    }

    private static string? What(Exception exception) => exception switch
    {
        CosmosException e when StoreFailures.IsPassing(e.StatusCode) => "its store",
        CosmosOperationCanceledException => "its store",
        ServiceBusException { IsTransient: true } or ServiceBusException { Reason: ServiceBusFailureReason.QuotaExceeded } => "its message bus",
        // Every try of it took too long: that is a list of tries called off, not one by its caller.
        AggregateException { InnerExceptions: { Count: > 1 } tries } when tries.All(t => t is OperationCanceledException or IOException || What(t) is not null) => "its archive",
        // Status 0: no answer came at all.
        RequestFailedException { Status: 0 or 408 or 429 or >= 500 } => "its archive",
        ConnectionSettingsException => "what it keeps, because the setting that says where is missing,",
        AuthenticationFailedException => "what it keeps, because its own identity is not confirmed,",
        HttpRequestException or SocketException or TimeoutException => "what it keeps",
        _ => null,
    };
}
