namespace Hub.Azure.Connections;

/// <summary>
/// Where a connection string may lead: to an emulator on this machine or beside it in a compose network. Such a string
/// holds a key, and keys to the real services are nowhere in this hub: those know it by its identity.
/// </summary>
internal static class EmulatorHost
{
    private const string DockerHost = "host.docker.internal";

    public static bool Is(Uri endpoint) =>
        endpoint.IsLoopback
        || endpoint.Host.Equals(DockerHost, StringComparison.OrdinalIgnoreCase)
        || (endpoint.HostNameType == UriHostNameType.Dns && !endpoint.Host.Contains('.', StringComparison.Ordinal));
}
