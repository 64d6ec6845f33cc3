using Hub.Azure.Cosmos;
using Hub.Nominals;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Azure.Nominals;

/// <summary>Puts the register into Cosmos DB.</summary>
public static class CosmosRegisterServices
{
    /// <summary>The register, on the <see cref="HubDatabase"/> and <see cref="TimeProvider"/> the host gives.</summary>
    public static IServiceCollection AddHubCosmosRegister(this IServiceCollection services) => services.AddSingleton<INominalRegister, CosmosNominalRegister>();
}
