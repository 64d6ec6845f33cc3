using Hub.Functions.Commands;
using Hub.Functions.Demo;
using Hub.Functions.Hosting;
using Microsoft.Extensions.Logging;

namespace Hub.Functions.Tests.Demo;

/// <summary>The demonstration, running in this process as the command runs it, and filled.</summary>
public sealed class DemoHub : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("hub-demo-test-").FullName;
    private EmbeddedHub? hub;

    public Uri Address => hub!.Host.Address;

    public IServiceProvider Services => hub!.Host.Services;

    public async Task InitializeAsync()
    {
        var options = new EmbeddedHubOptions(folder, 0, TimeProvider.System, logging => logging.ClearProviders()) { Desk = DemoCommand.Desk };
        hub = EmbeddedHub.Open(options);
        await hub.StartAsync();
        using var demo = new DemoRun(hub, TimeProvider.System);
        await demo.PrepareAsync(CancellationToken.None);
    }

    public async Task DisposeAsync()
    {
        if (hub is not null)
        {
            await hub.DisposeAsync();
        }

        DemoCommand.DeleteFolder(folder);
    }

    /// <summary>The API as one of the people calls it.</summary>
    internal HttpClient As(string person)
    {
        var caller = DemoPeople.All.Single(p => p.Person.Id == person).Caller;
        var client = new HttpClient { BaseAddress = Address };
        var token = new TokenWish(Hub.Identity.RoleNames.Of(caller.Role), caller.Borough, caller.Agency, Name: caller.Id).Issue(hub!.Issuer);
        client.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return client;
    }
}
