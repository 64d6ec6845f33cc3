using Microsoft.Extensions.DependencyInjection;

namespace Hub.Functions.Tests;

/// <summary>What stands behind the hub's ports in these tests. The Azure lane runs the same tests on another.</summary>
public interface ITestBackend : IAsyncDisposable
{
    /// <summary>Puts its adapters in place of the embedded ones.</summary>
    void AddAdapters(IServiceCollection services);

    /// <summary>
    /// How many commits have been followed, where none waits that health does not tell of; null where one does. The same
    /// number before health was looked at and after it: nothing was under way in between.
    /// </summary>
    Task<long?> FollowedAsync();
}
