using Hub.Embedded.Hosting;
using Hub.Messaging;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Embedded.Tests.Hosting.Support;

/// <summary>An embedded host with a few functions, on a port of its own.</summary>
internal sealed class TestHost : IAsyncDisposable
{
    private readonly DirectoryInfo folder;

    private TestHost(EmbeddedHost host, DirectoryInfo folder)
    {
        Host = host;
        this.folder = folder;
    }

    public EmbeddedHost Host { get; }

    public HttpClient Client { get; } = new() { Timeout = Probe.Patience };

    public Probe Probe => Host.Services.GetRequiredService<Probe>();

    public string BlobRoot => folder.FullName;

    public static Task<TestHost> StartAsync(params Type[] functions) => StartAsync(_ => { }, functions);

    public static Task<TestHost> StartAsync(Action<IServiceCollection> services, params Type[] functions) =>
        StartAsync(services, options => options, functions);

    public static async Task<TestHost> StartAsync(Action<IServiceCollection> services, Func<EmbeddedHostOptions, EmbeddedHostOptions> with, params Type[] functions)
    {
        var folder = Directory.CreateTempSubdirectory("hub-host-");
        var host = new TestHost(EmbeddedHost.Create(with(Options(folder, services, functions))), folder);
        try
        {
            await host.Host.StartAsync();
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }

        host.Client.BaseAddress = host.Host.Address;
        return host;
    }

    /// <summary>Why these functions cannot be started; fails where they can.</summary>
    public static Task<FunctionWiringException> RefusalOf(params Type[] functions) => RefusalOf(_ => { }, functions);

    public static Task<FunctionWiringException> RefusalOf(Action<IServiceCollection> services, params Type[] functions) =>
        Assert.ThrowsAsync<FunctionWiringException>(() => StartAsync(services, functions));

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await Host.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private static EmbeddedHostOptions Options(DirectoryInfo folder, Action<IServiceCollection> services, Type[] functions) => new()
    {
        FunctionTypes = functions,
        Port = 0,
        Topology = Topology,
        BlobRoot = folder.FullName,
        ConfigureServices = s =>
        {
            s.AddSingleton<Probe>();
            services(s);
        },
    };

    /// <summary>One topic, one subscription.</summary>
    public static Topology Topology { get; } = new([new("reports", TimeSpan.FromHours(1), [new() { Name = "assess", Filter = SubscriptionFilter.Where("type", "accepted") }])]);
}
