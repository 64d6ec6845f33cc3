using Hub.Azure.Connections;
using Microsoft.Azure.Cosmos;
using Microsoft.Extensions.Configuration;

namespace Hub.Azure.Cosmos;

/// <summary>Where Cosmos DB is and how it is spoken to.</summary>
public sealed record CosmosSettings
{
    /// <summary>The connection's name, as in <c>[CosmosDBTrigger(…, Connection = "Cosmos")]</c>.</summary>
    public const string Connection = "Cosmos";

    private const string EndpointPart = "AccountEndpoint=";

    /// <summary>The account, reached by managed identity: <c>Cosmos__accountEndpoint</c>.</summary>
    public Uri? AccountEndpoint { get; init; }

    /// <summary>For an emulator on this machine only: <c>Cosmos</c>.</summary>
    public string? ConnectionString { get; init; }

    /// <summary>Gateway (HTTPS, one port) or direct (TCP to the replicas, faster): <c>Cosmos__connectionMode</c>.</summary>
    public ConnectionMode ConnectionMode { get; init; } = ConnectionMode.Direct;

    /// <summary>Regions to read from and write to, nearest first: <c>Cosmos__regions</c>; empty: the account's own order.</summary>
    public IReadOnlyList<string> Regions { get; init; } = [];

    /// <summary>Makes database and containers at the first use. For an emulator: in Azure the deployment makes them, and the hub's identity may not.</summary>
    public bool CreateContainers { get; init; }

    /// <summary>How long an operation that is throttled is tried again before it fails.</summary>
    public TimeSpan ThrottlePatience { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Reads <c>Cosmos__accountEndpoint</c> or <c>Cosmos</c>, and the rest.</summary>
    /// <exception cref="ConnectionSettingsException">A setting cannot be read.</exception>
    public static CosmosSettings From(IConfiguration configuration)
    {
        var section = configuration.GetSection(Connection);
        return new CosmosSettings
        {
            AccountEndpoint = section["accountEndpoint"] is not { Length: > 0 } written ? null
                : Uri.TryCreate(written, UriKind.Absolute, out var address) ? address
                : throw NoAddress(),
            ConnectionString = section.Value is { Length: > 0 } connection ? connection : null,
            ConnectionMode = section["connectionMode"] is not { Length: > 0 } mode ? ConnectionMode.Direct
                : Enum.TryParse<ConnectionMode>(mode, ignoreCase: true, out var known) && Enum.IsDefined(known) ? known
                : throw new ConnectionSettingsException("Cosmos__connectionMode is neither Direct nor Gateway."),
            Regions = (section["regions"] ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
            CreateContainers = bool.TryParse(section["createContainers"], out var create) && create,
        };
    }

    /// <summary>Nothing is set: the hub starts, and whoever needs it is told what to set.</summary>
    public bool IsMissing => AccountEndpoint is null && string.IsNullOrEmpty(ConnectionString);

    /// <exception cref="ConnectionSettingsException">Neither or both are set, or what is set cannot be meant.</exception>
    public void Check()
    {
        switch (AccountEndpoint is null, string.IsNullOrEmpty(ConnectionString))
        {
            case (true, true):
                throw new ConnectionSettingsException("Where Cosmos DB is, is not set. Set Cosmos__accountEndpoint, such as https://hub-prod.documents.azure.com; for an emulator set Cosmos to its connection string.");
            case (false, false):
                throw new ConnectionSettingsException("Both Cosmos__accountEndpoint and Cosmos are set. Keep the first; the second is for emulators only.");
            case (false, _) when AccountEndpoint is not { IsAbsoluteUri: true, Scheme: "https", Query: "", UserInfo: "" }:
                throw NoAddress();
            case (_, false) when !EmulatorHost.Is(EndpointOf(ConnectionString!)):
                throw new ConnectionSettingsException("Cosmos holds a connection string of something other than an emulator on this machine. Remove it and its key, and set Cosmos__accountEndpoint: the hub's identity is let in there.");
            default:
                return;
        }
    }

    private static ConnectionSettingsException NoAddress() =>
        new("Cosmos__accountEndpoint is not the address of a database. It begins with https and has no query, such as https://hub-prod.documents.azure.com.");

    private static Uri EndpointOf(string connectionString)
    {
        var endpoint = connectionString.Split(';', StringSplitOptions.TrimEntries).FirstOrDefault(p => p.StartsWith(EndpointPart, StringComparison.OrdinalIgnoreCase));
        return Uri.TryCreate(endpoint?[EndpointPart.Length..], UriKind.Absolute, out var address)
            ? address
            : throw new ConnectionSettingsException("Cosmos is not a connection string of Cosmos DB. It begins with AccountEndpoint=.");
    }
}
