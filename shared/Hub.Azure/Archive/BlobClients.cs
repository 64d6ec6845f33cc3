using Azure.Core;
using Azure.Storage.Blobs;

namespace Hub.Azure.Archive;

/// <summary>The one client a process has, and how long it tries.</summary>
public static class BlobClients
{
    /// <summary>One try on the network, without any progress.</summary>
    public static readonly TimeSpan OneTry = TimeSpan.FromSeconds(10);

    /// <summary>Tries after the first.</summary>
    public const int Retries = 3;

    /// <param name="settings">Where it is.</param>
    /// <param name="identity">Who the hub is there; asked for only where there is an address.</param>
    /// <exception cref="Connections.ConnectionSettingsException">See <see cref="BlobSettings.Check"/>.</exception>
    public static BlobServiceClient Create(BlobSettings settings, Func<TokenCredential> identity)
    {
        settings.Check();
        var options = new BlobClientOptions
        {
            Retry =
            {
                Mode = RetryMode.Exponential,
                MaxRetries = Retries,
                Delay = TimeSpan.FromMilliseconds(400),
                MaxDelay = TimeSpan.FromSeconds(8),
                NetworkTimeout = OneTry,
            },
        };
        return settings.Endpoint is { } endpoint
            ? new BlobServiceClient(endpoint, identity(), options)
            : new BlobServiceClient(settings.ConnectionString, options);
    }
}
