using Hub.Archive;
using Hub.Auditing;
using Hub.Border.Manifests;
using Hub.Cases;
using Hub.Embedded.Files;
using Hub.Embedded.Hosting;
using Hub.Embedded.Identity;
using Hub.Embedded.Sqlite;
using Hub.Functions.Desk;
using Hub.Functions.Desk.Frames;
using Hub.Functions.Http;
using Hub.Functions.Identity;
using Hub.Json;
using Hub.Matching;
using Hub.Messaging;
using Hub.Nominals;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;

namespace Hub.Functions.Hosting;

/// <summary>What the hub on the embedded host is started with.</summary>
/// <param name="DataDirectory">Everything it keeps: database, archive, keys, blobs.</param>
/// <param name="Port">0: any that is free.</param>
/// <param name="Time">The hub's clock.</param>
/// <param name="Logging">Where log lines go.</param>
public sealed record EmbeddedHubOptions(string DataDirectory, int Port, TimeProvider Time, Action<ILoggingBuilder> Logging)
{
    /// <summary>What persons are matched by.</summary>
    public MatchModel Model { get; init; } = MatchModel.Shipped;

    /// <summary>What the pages are told: this machine alone is answered, so that cookies need no TLS.</summary>
    public DeskSettings Desk { get; init; } = new() { SecureCookies = false };

    /// <summary>Whose tokens are taken, and whose page people sign in on. Not given: tokens of this hub's own issuer.</summary>
    public IdentitySettings? Identity { get; init; }

    /// <summary>Puts other adapters in place of some or all of the embedded ones.</summary>
    public Action<IServiceCollection> Adapters { get; init; } = _ => { };
}

/// <summary>The whole hub in one process: the functions on the embedded host, SQLite and a folder behind the ports.</summary>
public sealed class EmbeddedHub : IAsyncDisposable
{
    private readonly DataDirectoryLock directoryLock;
    private readonly SqliteDatabase database;
    private readonly SqliteMessageBus bus;
    private readonly RegisterFollowing following;
    private readonly EmbeddedConsequences consequences;

    private EmbeddedHub(DataDirectoryLock directoryLock, SqliteDatabase database, EmbeddedIssuer issuer, EmbeddedHubOptions options)
    {
        this.directoryLock = directoryLock;
        this.database = database;
        Issuer = issuer;
        bus = new SqliteMessageBus(database, HubTopology.Topology, options.Time);
        Host = EmbeddedHost.Create(new EmbeddedHostOptions
        {
            FunctionAssemblies = [typeof(EmbeddedHub).Assembly],
            Port = options.Port,
            Topology = HubTopology.Topology,
            BlobRoot = Path.Combine(options.DataDirectory, "blobs"),
            ConfigureServices = services =>
            {
                AddAdapters(services, options);
                options.Adapters(services);
            },
            ConfigureWorker = worker => worker.UseMiddleware<SafeHeaders>().UseMiddleware<PageFront>().UseMiddleware<ErrorMapping>().UseMiddleware<Authentication>(),
            ConfigureLogging = options.Logging,
        });
        following = Host.Services.GetRequiredService<RegisterFollowing>();
        consequences = ActivatorUtilities.CreateInstance<EmbeddedConsequences>(Host.Services);
    }

    public EmbeddedHost Host { get; }

    /// <summary>The issuer of this hub's tokens.</summary>
    public EmbeddedIssuer Issuer { get; }

    /// <exception cref="DataDirectoryInUseException">Another hub runs on this data directory.</exception>
    public static EmbeddedHub Open(EmbeddedHubOptions options)
    {
        DataDirectory.Prepare(options.DataDirectory);
        var directoryLock = DataDirectoryLock.Take(options.DataDirectory);
        SqliteDatabase? database = null;
        try
        {
            database = SqliteDatabase.Open(options.DataDirectory);
            return new EmbeddedHub(directoryLock, database, EmbeddedIssuer.Open(options.DataDirectory), options);
        }
        catch
        {
            database?.Dispose();
            directoryLock.Dispose();
            throw;
        }
    }

    /// <exception cref="FunctionWiringException">A function is wired wrongly; nothing was started.</exception>
    /// <exception cref="IOException">The port is taken.</exception>
    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        // The data directory is ours alone: what is still locked, a hub that died had in hand.
        await bus.ReleaseLocksAsync(cancellationToken);
        await Host.StartAsync(cancellationToken);
        following.Start();
        consequences.Start();
    }

    public async ValueTask DisposeAsync()
    {
        await consequences.DisposeAsync();
        await Host.DisposeAsync();
        await database.DisposeAsync();
        Issuer.Dispose();
        directoryLock.Dispose();
    }

    private TokenSettings OwnTokens => new()
    {
        Issuer = EmbeddedIssuer.Issuer,
        Audience = EmbeddedIssuer.Audience,
        SigningKeys = (_, _) => ValueTask.FromResult<IReadOnlyCollection<SecurityKey>>([Issuer.SigningKey]),
    };

    private void AddAdapters(IServiceCollection services, EmbeddedHubOptions options)
    {
        services.AddDataProtection().SetApplicationName("public-protection-hub")
            .PersistKeysToFileSystem(Directory.CreateDirectory(Path.Combine(options.DataDirectory, "keys", "pages")));
        AddPorts(services, options);
    }

    private void AddPorts(IServiceCollection services, EmbeddedHubOptions options) => services
        .AddSingleton(options.Desk)
        .AddSingleton(options.Time)
        .AddSingleton(database)
        .AddSingleton<ICaseStore, SqliteCaseStore>()
        .AddSingleton<INominalRegister, SqliteNominalRegister>()
        .AddSingleton<IMessageBus>(bus)
        .AddSingleton<IAccessLog, SqliteAccessLog>()
        .AddSingleton<IArchive>(new SqliteArchive(database, new FolderArchive(Path.Combine(options.DataDirectory, "archive"), options.Time), options.Time))
        .AddSingleton(new ManifestFiles(new FolderArchive(Path.Combine(options.DataDirectory, "manifests"), options.Time)))
        .AddSingleton<IManifestDrop>(new ManifestDropFolder(Path.Combine(options.DataDirectory, "blobs")))
        .AddSingleton<IChangeFeed, SqliteEventFeed>()
        .AddSingleton<IBlobReceipts, SqliteBlobReceipts>()
        .AddSingleton(provider => options.Identity is { } identity ? identity.ToTokens(provider) : OwnTokens)
        .AddSingleton(options.Model)
        .Configure<JsonOptions>(json => HubJson.Apply(json.SerializerOptions))
        .AddHub();
}
