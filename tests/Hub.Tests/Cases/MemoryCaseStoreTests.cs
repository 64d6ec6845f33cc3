using Hub.Cases;
using Hub.Testing;
using Hub.Testing.Contracts;

namespace Hub.Tests.Cases;

/// <summary>The store that tests use instead of the real ones promises what those do.</summary>
public sealed class MemoryCaseStoreTests : CaseStoreContract
{
    protected override Task<ICaseStore> CreateAsync() => Task.FromResult<ICaseStore>(new MemoryCaseStore(Time));
}
