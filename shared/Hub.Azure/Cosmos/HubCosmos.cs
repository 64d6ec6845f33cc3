using Azure.Core;
using Hub.Auditing;
using Hub.Azure.Auditing;
using Hub.Azure.Cases;
using Hub.Cases;
using Hub.Cases.Retention;
using Microsoft.Azure.Cosmos;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Azure.Cosmos;

/// <summary>The hub's state in Cosmos DB.</summary>
public static class HubCosmos
{
    /// <summary>
    /// The database, the case store with its views, and the access log. Needs a <see cref="TimeProvider"/>; connects at
    /// the first use.
    /// </summary>
    /// <param name="credential">The managed identity; null with a connection string.</param>
    /// <param name="connect">Last changes to the client's options, for tests.</param>
    public static IServiceCollection AddHubCosmos(this IServiceCollection services, CosmosSettings settings, TokenCredential? credential = null, Func<CosmosClientOptions, CosmosClientOptions>? connect = null) => services
        .AddSingleton(_ => new HubDatabase(settings, credential, connect))
        .AddSingleton<ICaseStore, CosmosCaseStore>()
        .AddSingleton<ICaseView, CaseViews>()
        .AddSingleton(RetentionSchedule.Shipped)
        .AddSingleton<ICaseExpiry, CaseExpiry>()
        .AddSingleton<IAccessLog, CosmosAccessLog>();
}
