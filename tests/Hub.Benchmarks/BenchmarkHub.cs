using System.Net.Http.Headers;
using Hub.Embedded.Identity;
using Hub.Functions.Commands;
using Hub.Testing;

namespace Hub.Benchmarks;

/// <summary>A hub in a process of its own on a fresh data folder, and clients with tokens for it.</summary>
internal sealed class BenchmarkHub : IAsyncDisposable
{
    private readonly EmbeddedIssuer issuer;

    private BenchmarkHub(string folder, EmbeddedIssuer issuer, HubProcess process)
    {
        Folder = folder;
        this.issuer = issuer;
        Process = process;
    }

    public string Folder { get; }

    public HubProcess Process { get; }

    public static string Program { get; } = Path.Combine(AppContext.BaseDirectory, "Hub.Functions.dll");

    public static async Task<BenchmarkHub> StartAsync(Func<string, Task> prepare)
    {
        var folder = Directory.CreateTempSubdirectory("hub-bench-").FullName;
        await prepare(folder);
        return new BenchmarkHub(folder, EmbeddedIssuer.Open(folder), await HubProcess.ServeAsync(Program, folder));
    }

    public HttpClient Client(string role, string? feed = null)
    {
        var client = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 32 }) { BaseAddress = Process.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", new TokenWish(role, Feed: feed, Name: "benchmark").Issue(issuer));
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        await Process.DisposeAsync();
        issuer.Dispose();
        Directory.Delete(Folder, recursive: true);
    }
}
