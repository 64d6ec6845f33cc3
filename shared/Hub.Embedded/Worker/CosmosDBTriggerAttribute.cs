using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

public sealed class CosmosDBTriggerAttribute(string databaseName, string containerName) : TriggerBindingAttribute
{
    public string DatabaseName { get; } = databaseName;

    public string ContainerName { get; } = containerName;

    public string? Connection { get; set; }

    public string? LeaseContainerName { get; set; }

    public string? LeaseDatabaseName { get; set; }

    public string? LeaseConnection { get; set; }

    public string? LeaseContainerPrefix { get; set; }

    public string? StartFromTime { get; set; }

    public string? PreferredLocations { get; set; }

    public bool CreateLeaseContainerIfNotExists { get; set; }

    public bool StartFromBeginning { get; set; }

    public int LeasesContainerThroughput { get; set; }

    /// <summary>Milliseconds between looks at an idle feed; 0: the default, 5 000.</summary>
    public int FeedPollDelay { get; set; }

    public int LeaseRenewInterval { get; set; }

    public int LeaseAcquireInterval { get; set; }

    public int LeaseExpirationInterval { get; set; }

    /// <summary>Changes handed to one call at most; 0: the host decides.</summary>
    public int MaxItemsPerInvocation { get; set; }
}
