using Hub.Nominals;
using Hub.Testing.Border;
using Hub.Testing.Contracts;

namespace Hub.Tests.Nominals;

/// <summary>What tests stand on promises what the real one does.</summary>
public sealed class MemoryRegisterContractTests : NominalRegisterContract
{
    protected override Task<INominalRegister> CreateAsync() => Task.FromResult<INominalRegister>(new MemoryRegister(Time));
}
