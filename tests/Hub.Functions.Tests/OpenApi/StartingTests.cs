using Hub.Matching;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Functions.Tests.OpenApi;

public sealed class StartingTests
{
    [Fact]
    public async Task While_the_register_is_read_the_hub_says_so_and_a_search_waits_instead_of_finding_nobody()
    {
        var hub = new RunningHub();
        await hub.StartWithoutRegisterAsync();
        try
        {
            Assert.Equal(503, (await hub.CallAsync("health_head")).Status);
            var health = await hub.CallAsync("health");
            Assert.Equal((503, "starting"), (health.Status, health.Text("status")));

            var search = hub.CallAsync("nominals_search", Callers.Supervisor, query: "?reason=Checking&surname=Quill");
            Assert.NotSame(search, await Task.WhenAny(search, Task.Delay(TimeSpan.FromMilliseconds(300))));
            await hub.Hub.Host.Services.GetRequiredService<RegisterFollower>().CatchUpAsync(CancellationToken.None);
            Assert.Equal(200, (await search).Status);
        }
        finally
        {
            await hub.DisposeAsync();
        }
    }
}
