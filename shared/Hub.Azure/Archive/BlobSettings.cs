using Azure.Storage.Blobs;
using Hub.Azure.Connections;
using Microsoft.Extensions.Configuration;

namespace Hub.Azure.Archive;

/// <summary>Where Blob Storage is. Exactly one of the two; named as the triggers' connection <c>Storage</c> names them.</summary>
public sealed record BlobSettings
{
    /// <summary>The connection's name, as in <c>[BlobTrigger(…, Connection = "Storage")]</c>.</summary>
    public const string Connection = "Storage";

    /// <summary>Such as <c>https://hubprod.blob.core.windows.net</c>: reached by the hub's identity.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>Of an emulator only.</summary>
    public string? ConnectionString { get; init; }

    /// <summary>Reads <c>Storage__blobServiceUri</c> or <c>Storage</c>.</summary>
    /// <exception cref="ConnectionSettingsException">The address is none.</exception>
    public static BlobSettings From(IConfiguration configuration) => new()
    {
        Endpoint = configuration[$"{Connection}:blobServiceUri"] is not { Length: > 0 } written ? null
            : Uri.TryCreate(written, UriKind.Absolute, out var address) ? address
            : throw NoAddress(),
        ConnectionString = configuration[Connection],
    };

    /// <summary>Nothing is set: the hub starts, and whoever needs it is told what to set.</summary>
    public bool IsMissing => Endpoint is null && string.IsNullOrEmpty(ConnectionString);

    /// <exception cref="ConnectionSettingsException">Neither or both are set, or what is set cannot be meant.</exception>
    public void Check()
    {
        switch (Endpoint is null, string.IsNullOrEmpty(ConnectionString))
        {
            case (true, true):
                throw new ConnectionSettingsException("Where Blob Storage is, is not set. Set Storage__blobServiceUri, such as https://hubprod.blob.core.windows.net; for an emulator set Storage to its connection string.");
            case (false, false):
                throw new ConnectionSettingsException("Both Storage__blobServiceUri and Storage are set. Keep the first; the second is for emulators only.");
            case (false, _) when !IsAddress(Endpoint!):
                throw NoAddress();
            case (_, false) when !EmulatorHost.Is(EndpointOf(ConnectionString!)):
                throw new ConnectionSettingsException("Storage holds a connection string of something other than an emulator on this machine. Remove it and its key, and set Storage__blobServiceUri: the hub's identity is let in there.");
            default:
                return;
        }
    }

    // A query would be a shared access signature: a key in disguise.
    private static bool IsAddress(Uri endpoint) => endpoint is { IsAbsoluteUri: true, Scheme: "https", Query: "", UserInfo: "" };

    private static ConnectionSettingsException NoAddress() =>
        new("Storage__blobServiceUri is not the address of a blob service. It begins with https and has no query, such as https://hubprod.blob.core.windows.net.");

    private static Uri EndpointOf(string connectionString)
    {
        try
        {
            return new BlobServiceClient(connectionString).Uri;
        }
        catch (Exception failure) when (failure is FormatException or ArgumentException or InvalidOperationException)
        {
            throw new ConnectionSettingsException("Storage is not a connection string of Blob Storage. That of an emulator is UseDevelopmentStorage=true.");
        }
    }
}
