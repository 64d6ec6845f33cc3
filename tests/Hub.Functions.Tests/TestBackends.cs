using Microsoft.Extensions.DependencyInjection;

namespace Hub.Functions.Tests;

/// <summary>The backend of these tests: the embedded adapters, on the hub's folder.</summary>
internal static class TestBackends
{
    public static Task<ITestBackend> OpenAsync(string folder, TimeProvider time) => Task.FromResult<ITestBackend>(new Embedded());

    private sealed class Embedded : ITestBackend
    {
        public void AddAdapters(IServiceCollection services)
        {
        }

        public Task<long?> FollowedAsync() => Task.FromResult<long?>(0);

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
