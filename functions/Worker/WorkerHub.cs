using Hub.Azure;
using Hub.Azure.Buckets;
using Hub.Functions.Desk;
using Hub.Functions.Health;
using Hub.Functions.Hosting;
using Hub.Functions.Identity;
using Hub.Json;
using Hub.Matching;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Functions.Worker;

/// <summary>All that the hub is on the real worker, as services.</summary>
internal static class WorkerHub
{
    /// <summary>Registers everything and reads, opens or asks nothing: that is done at the first use.</summary>
    public static IServiceCollection AddWorkerHub(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(TimeProvider.System)
        .AddSingleton(_ => MatchModel.Shipped)
        .AddSingleton(DeskSettings.From(configuration))
        .AddIdentity(configuration)
        .AddAzureAdapters(configuration)
        .AddHub()
        // Its address is open to all, and every reading costs request units.
        .AddSingleton(new HealthKeeping(TimeSpan.FromSeconds(2)))
        .AddRegisterIndex(configuration)
        .Configure<JsonOptions>(json => HubJson.Apply(json.SerializerOptions))
        // The functions count what they read: over a limit of the server's own, the answer that says so would be cut off.
        .Configure<KestrelServerOptions>(server => server.Limits.MaxRequestBodySize = null);
}
