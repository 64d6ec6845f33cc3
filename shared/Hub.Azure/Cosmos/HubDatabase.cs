using System.Net;
using Azure.Core;
using Hub.Json;
using Microsoft.Azure.Cosmos;

namespace Hub.Azure.Cosmos;

/// <summary>
/// The hub's database. The client is made at the first use, not before: an instance must start quickly. One for the
/// whole process. Where opening it failed, the next use tries again.
/// </summary>
/// <param name="connect">Last changes to the client's options: a test puts a stand-in behind it.</param>
/// <param name="time">The clock by which nothing is waited for longer than it may take; null: the system's.</param>
public sealed class HubDatabase(CosmosSettings settings, TokenCredential? credential, Func<CosmosClientOptions, CosmosClientOptions>? connect = null, TimeProvider? time = null) : IDisposable, IAsyncDisposable
{
    /// <summary>How long anybody waits for the opening. It goes on meanwhile, and serves whoever comes next.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>How much longer than for throttling a request is waited for.</summary>
    public static readonly TimeSpan BeyondThrottling = TimeSpan.FromSeconds(5);

    private readonly Lock turn = new();
    private Task<Database>? opening;
    private CosmosClient? client;
    private bool disposed;

    /// <summary>A container of <c>containers.data.json</c>.</summary>
    /// <exception cref="ObjectDisposedException">The database was disposed of.</exception>
    /// <exception cref="StoreUnavailableException">It could not be opened, or not within <see cref="Patience"/>.</exception>
    public async ValueTask<Container> ContainerAsync(string name)
    {
        try
        {
            return (await DatabaseAsync().WaitAsync(Patience, time ?? TimeProvider.System)).GetContainer(name);
        }
        catch (TimeoutException e)
        {
            throw StoreFailures.Unavailable(HttpStatusCode.RequestTimeout, e);
        }
    }

    public void Dispose()
    {
        lock (turn)
        {
            disposed = true;
            client?.Dispose();
            client = null;
        }
    }

    /// <summary>As <see cref="Dispose"/>, after an opening under way has ended.</summary>
    public async ValueTask DisposeAsync()
    {
        Task<Database>? last;
        lock (turn)
        {
            disposed = true;
            last = opening;
        }

        if (last is not null)
        {
            await last.ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }

        Dispose();
    }

    /// <summary>Options all clients of the hub share.</summary>
    public static CosmosClientOptions Options(CosmosSettings settings, TimeProvider? time = null)
    {
        var options = new CosmosClientOptions
        {
            ApplicationName = "public-protection-hub",
            ConnectionMode = settings.ConnectionMode,
            UseSystemTextJsonSerializerWithOptions = HubJson.Options,
            MaxRetryAttemptsOnRateLimitedRequests = 9,
            MaxRetryWaitTimeOnRateLimitedRequests = settings.ThrottlePatience,
            RequestTimeout = TimeSpan.FromSeconds(10),
            EnableContentResponseOnWrite = false,
        };
        if (settings.Regions.Count > 0)
        {
            options.ApplicationPreferredRegions = settings.Regions;
        }

        options.CustomHandlers.Add(new StoreFailures(settings.ThrottlePatience + BeyondThrottling, time ?? TimeProvider.System));
        options.CustomHandlers.Add(new RequestCharges());
        return options;
    }

    private Task<Database> DatabaseAsync()
    {
        lock (turn)
        {
            ObjectDisposedException.ThrowIf(disposed, this);
            return opening is null or { IsFaulted: true } or { IsCanceled: true } ? opening = StoreFailures.TranslateAsync(() => OpenAsync(Client()), CancellationToken.None) : opening;
        }
    }

    private CosmosClient Client()
    {
        if (client is null)
        {
            var options = (connect ?? (unchanged => unchanged))(Options(settings, time));
            client = settings.ConnectionString is { } connection
                ? new CosmosClient(connection, options)
                : new CosmosClient(Endpoint().AbsoluteUri, credential, options);
        }

        return client;
    }

    private Uri Endpoint() => settings.AccountEndpoint ?? throw new StoreUnavailableException("the database, because the setting Cosmos__accountEndpoint is missing,");

    private async Task<Database> OpenAsync(CosmosClient client)
    {
        var deployed = DatabaseDeclaration.Deployed;
        if (!settings.CreateContainers)
        {
            // Connects now: what fails while the client connects, no handler of ours gets to see.
            var there = client.GetDatabase(deployed.Database);
            await there.ReadAsync();
            return there;
        }

        Database made = await client.CreateDatabaseIfNotExistsAsync(deployed.Database);
        foreach (var container in deployed.Containers)
        {
            await made.CreateContainerIfNotExistsAsync(container.ToProperties());
        }

        return made;
    }
}
