using Hub.Nominals;
using Hub.Testing.Contracts;

namespace Hub.Azure.Tests.Nominals;

public sealed class CosmosNominalRegisterContractTests : NominalRegisterContract, IDisposable
{
    private readonly RegisterWorld world;

    public CosmosNominalRegisterContractTests() => world = new RegisterWorld(Time);

    public void Dispose() => world.Dispose();

    protected override Task<INominalRegister> CreateAsync() => Task.FromResult<INominalRegister>(world.Open());
}
