using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Hub.Functions.Commands;
using Hub.Functions.Hosting;
using Hub.Json;
using Hub.Matching;
using Hub.Nominals;
using Hub.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hub.Functions.Tests;

/// <summary>The whole hub on a folder of its own, on real HTTP and a real store, with a clock the test moves.</summary>
public sealed class TestHub : IAsyncDisposable
{
    /// <summary>Sunday 22 November 2026, 08:00 in London.</summary>
    public static readonly DateTimeOffset Start = new(2026, 11, 22, 8, 0, 0, TimeSpan.Zero);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private readonly EmbeddedHub hub;
    private readonly ITestBackend backend;
    private readonly string folder;
    private readonly bool ownsFolder;

    private TestHub(EmbeddedHub hub, ITestBackend backend, string folder, bool ownsFolder, ManualTime time, LogKeeper log)
    {
        this.hub = hub;
        this.backend = backend;
        this.folder = folder;
        this.ownsFolder = ownsFolder;
        Time = time;
        Log = log;
        Anonymous = new HttpClient { BaseAddress = hub.Host.Address };
    }

    public ManualTime Time { get; }

    /// <summary>Every line the hub logged.</summary>
    public LogKeeper Log { get; }

    public HttpClient Anonymous { get; }

    public string Folder => folder;

    public IServiceProvider Services => hub.Host.Services;

    /// <param name="with">What it is started with besides; null: nothing.</param>
    /// <param name="folder">An existing data folder, which is left alone at the end; null: a fresh one.</param>
    public static async Task<TestHub> StartAsync(string? folder = null, ManualTime? time = null, Func<EmbeddedHubOptions, EmbeddedHubOptions>? with = null)
    {
        var path = folder ?? Directory.CreateTempSubdirectory("hub-test-").FullName;
        var clock = time ?? new ManualTime(Start);
        var log = new LogKeeper();
        var backend = await TestBackends.OpenAsync(path, clock);
        var options = new EmbeddedHubOptions(path, 0, clock, logging => logging.ClearProviders().AddProvider(log)) { Adapters = backend.AddAdapters };
        var hub = EmbeddedHub.Open(with is null ? options : with(options));
        await hub.StartAsync();
        return new TestHub(hub, backend, path, folder is null, clock, log);
    }

    public HttpClient As(string role, string? borough = null, string? agency = null, string? feed = null, string? name = null) =>
        WithToken(new TokenWish(role, borough, agency, feed, name).Issue(hub.Issuer));

    public string TokenOf(string role, string? borough = null, string? agency = null, string? name = null) =>
        new TokenWish(role, borough, agency, Name: name).Issue(hub.Issuer);

    public HttpClient WithToken(string token)
    {
        var client = new HttpClient { BaseAddress = hub.Host.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    public string Issue(Dictionary<string, object> claims) => hub.Issuer.Issue(claims, TimeProvider.System.GetUtcNow(), TimeSpan.FromHours(1));

    public async Task KnowAsync(params Nominal[] nominals)
    {
        await Services.GetRequiredService<INominalRegister>().UpsertAsync(nominals, CancellationToken.None);
        await Services.GetRequiredService<RegisterFollower>().CatchUpAsync(CancellationToken.None);
    }

    public async Task<HttpResponseMessage> PostArrestAsync(object notice)
    {
        using var custody = As("feed", feed: "arrests");
        return await custody.PostAsJsonAsync("api/reports/arrests", notice, HubJson.Options);
    }

    public async Task<HttpResponseMessage> PostArrestBytesAsync(byte[] body, string contentType = "application/json")
    {
        using var custody = As("feed", feed: "arrests");
        using var content = new ByteArrayContent(body);
        content.Headers.TryAddWithoutValidation("Content-Type", contentType);
        return await custody.PostAsync("api/reports/arrests", content);
    }

    public Task<HttpResponseMessage> PostArrestTextAsync(string body) => PostArrestBytesAsync(Encoding.UTF8.GetBytes(body));

    /// <summary>Posts an arrest that is taken in, and gives the report once everything about it has settled.</summary>
    public async Task<JsonElement> ArrestAsync(object notice)
    {
        using var answer = await PostArrestAsync(notice);
        if (answer.StatusCode != HttpStatusCode.Accepted)
        {
            throw new InvalidOperationException(await answer.Content.ReadAsStringAsync());
        }

        return await SettledAsync(answer.Headers.Location!);
    }

    public async Task<JsonElement> SettledAsync(Uri report)
    {
        await DrainAsync();
        using var supervisor = As("supervisor");
        return await supervisor.GetFromJsonAsync<JsonElement>(report);
    }

    /// <summary>Moves the clock, then waits for what that set off.</summary>
    public async Task AdvanceAsync(TimeSpan by)
    {
        Time.Advance(by);
        await DrainAsync();
    }

    /// <summary>Returns when the register's changes have been followed, no event waits to leave and no message to be worked on.</summary>
    public async Task DrainAsync()
    {
        using var patience = new CancellationTokenSource(Patience);

        // Twice in a row, with nothing followed in between: callers of health at one moment share a reading, and the first
        // may have been begun before the clock was moved.
        long? before = null;
        while (true)
        {
            var followed = await FollowedAsync(patience.Token);
            if (followed is not null && followed == before)
            {
                return;
            }

            before = followed;

            // Whoever waits on the hub's clock, for its next look or its next try, gets there.
            Time.Advance(TimeSpan.FromMilliseconds(1));
        }
    }

    /// <summary>How many commits have been followed, where nothing waits that can be seen; else null.</summary>
    private async Task<long?> FollowedAsync(CancellationToken cancellationToken)
    {
        var followed = await backend.FollowedAsync();
        using var answer = await Anonymous.GetAsync("health", cancellationToken);
        var health = await answer.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
        return followed is not null
            && health.GetProperty("ready").GetBoolean()
            && health.GetProperty("unseen").GetArrayLength() == 0
            && Services.GetRequiredService<RegisterConsequences>().DrawnTo >= Services.GetRequiredService<RegisterIndex>().Mark
            && health.GetProperty("unsentEvents").GetInt64() == 0
            && health.GetProperty("queues").EnumerateArray().All(q => q.GetProperty("active").GetInt64() == 0 && q.GetProperty("deadLetters").GetInt64() == 0)
            && followed == await backend.FollowedAsync()
            ? followed : null;
    }

    /// <summary>Moves the clock step by step until something has come about that a listener does by itself, such as a timer's work.</summary>
    public async Task UntilAsync(Func<bool> cameAbout, TimeSpan step)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!cameAbout())
        {
            await DrainAsync();
            Time.Advance(step);
            await Task.Delay(5, patience.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Anonymous.Dispose();
        await hub.DisposeAsync();
        await backend.DisposeAsync();
        if (ownsFolder)
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
