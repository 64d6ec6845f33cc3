using Hub.Cases;
using Hub.Testing.Contracts;

namespace Hub.Azure.Tests.Cases;

public sealed class CosmosCaseStoreContractTests : CaseStoreContract, IDisposable
{
    private readonly CosmosWorld world;

    public CosmosCaseStoreContractTests() => world = new(Time);

    public void Dispose() => world.Dispose();

    protected override Task<ICaseStore> CreateAsync() => Task.FromResult<ICaseStore>(world.Store);

    protected override Task ListedAsync(ICaseStore store) => world.ListedAsync();
}
