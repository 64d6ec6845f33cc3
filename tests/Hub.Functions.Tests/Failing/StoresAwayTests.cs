using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Hub.Cases;
using Hub.Functions.Commands;
using Hub.Functions.Health;
using Hub.Functions.Hosting;
using Hub.Functions.Identity;
using Hub.Messaging;
using Hub.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Moq;

namespace Hub.Functions.Tests.Failing;

/// <summary>What the hub answers while the stores behind it cannot be reached.</summary>
public sealed class StoresAwayTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("hub-away-").FullName;
    private readonly ManualTime time = new(TestHub.Start);

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_store_that_is_away_is_answered_with_503_and_when_to_ask_again()
    {
        await using var hub = await StartAsync(services => services.AddSingleton(Away(new StoreUnavailableException("the case store") { RetryAfter = TimeSpan.FromSeconds(2.5) })));
        using var answer = await AskAsync(hub, "api/quarantine");
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "store-unavailable", TimeSpan.FromSeconds(3)), (answer.StatusCode, await CodeAsync(answer), answer.Headers.RetryAfter!.Delta));
    }

    [Fact]
    public async Task A_failure_that_an_adapters_client_knows_for_one_of_a_store_is_one()
    {
        await using var hub = await StartAsync(services => services.AddSingleton(Away(new HttpRequestException("No such host cosmos.example."))).AddSingleton<IStoreFailures, Knowing>());
        using var answer = await AskAsync(hub, "api/quarantine");
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "store-unavailable"), (answer.StatusCode, await CodeAsync(answer)));
        Assert.DoesNotContain("cosmos.example", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_that_nobody_knows_stays_the_hubs_own()
    {
        await using var hub = await StartAsync(services => services.AddSingleton(Away(new InvalidOperationException("Wrong."))).AddSingleton<IStoreFailures, Knowing>());
        using var answer = await AskAsync(hub, "api/quarantine");
        Assert.Equal((HttpStatusCode.InternalServerError, "internal-error"), (answer.StatusCode, await CodeAsync(answer)));
    }

    [Fact]
    public async Task An_issuer_that_is_away_is_answered_with_503_and_never_with_401()
    {
        var tokens = new TokenSettings { Issuer = "x", Audience = "x", SigningKeys = (_, _) => throw new IssuerUnavailableException("The issuer does not answer.") };
        await using var hub = await StartAsync(services => services.AddSingleton(tokens));
        using var answer = await AskAsync(hub, "api/quarantine");
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "issuer-unavailable"), (answer.StatusCode, await CodeAsync(answer)));
        Assert.NotNull(answer.Headers.RetryAfter);
        Assert.Empty(answer.Headers.WwwAuthenticate);
    }

    [Fact]
    public async Task Health_tells_what_it_cannot_see_to_anybody()
    {
        await using var hub = await StartAsync(services => services.AddSingleton(Away(new StoreUnavailableException("the case store"))));
        using var client = new HttpClient { BaseAddress = hub.Host.Address };
        using var answer = await client.GetAsync("health");
        var health = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "unreachable"), (answer.StatusCode, health.GetProperty("status").GetString()));
        Assert.Equal(["cases"], health.GetProperty("unseen").EnumerateArray().Select(u => u.GetString()));
        Assert.False(health.TryGetProperty("quarantine", out _));
        Assert.NotEmpty(health.GetProperty("queues").EnumerateArray());
        Assert.Contains("cannot be reached", await client.GetStringAsync("/status"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Health_does_not_wait_for_a_bus_that_falls_silent()
    {
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var bus = new Mock<IMessageBus>();
        bus.Setup(b => b.DepthsAsync(It.IsAny<CancellationToken>())).Returns(() =>
        {
            asked.TrySetResult();
            return new TaskCompletionSource<IReadOnlyList<SubscriptionDepth>>().Task;
        });
        bus.Setup(b => b.ReceiveAsync(It.IsAny<SubscriptionAddress>(), It.IsAny<int>(), It.IsAny<TimeSpan>(), It.IsAny<CancellationToken>()))
            .Returns(async (SubscriptionAddress _, int _, TimeSpan _, CancellationToken stop) =>
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, stop);
                return [];
            });
        await using var hub = await StartAsync(services => services.AddSingleton(bus.Object));
        using var client = new HttpClient { BaseAddress = hub.Host.Address };
        var asking = client.GetAsync("health");
        await asked.Task;
        time.Advance(HealthReading.Patience);
        using var answer = await asking;
        var health = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal(["bus"], health.GetProperty("unseen").EnumerateArray().Select(u => u.GetString()));
        Assert.Equal(0, health.GetProperty("quarantine").GetInt64());
    }

    [Fact]
    public async Task Many_who_ask_for_health_at_once_cost_the_stores_one_reading()
    {
        var backlog = new TaskCompletionSource<StoreBacklog>(TaskCreationOptions.RunContinuationsAsynchronously);
        var store = new Mock<ICaseStore>();
        store.Setup(s => s.BacklogAsync(It.IsAny<CancellationToken>())).Returns(backlog.Task);
        await using var hub = await StartAsync(services => services.AddSingleton(store.Object));
        var reading = hub.Host.Services.GetRequiredService<HealthReading>();

        var asking = Enumerable.Range(0, 20).Select(_ => reading.ReadAsync(CancellationToken.None)).ToList();
        backlog.SetResult(new(3, null, 0));

        Assert.All(await Task.WhenAll(asking), h => Assert.Equal(3, h.UnsentEvents));
        store.Verify(s => s.BacklogAsync(It.IsAny<CancellationToken>()), Times.Once);
    }

    private async Task<EmbeddedHub> StartAsync(Action<IServiceCollection> adapters)
    {
        var hub = EmbeddedHub.Open(new EmbeddedHubOptions(folder, 0, time, logging => logging.ClearProviders()) { Adapters = adapters });
        await hub.StartAsync();
        return hub;
    }

    private static ICaseStore Away(Exception failure)
    {
        var store = new Mock<ICaseStore>();
        store.Setup(s => s.BacklogAsync(It.IsAny<CancellationToken>())).ThrowsAsync(failure);
        store.Setup(s => s.ListQuarantineAsync(It.IsAny<Hub.Paging.PageRequest>(), It.IsAny<CancellationToken>())).ThrowsAsync(failure);
        return store.Object;
    }

    private static async Task<HttpResponseMessage> AskAsync(EmbeddedHub hub, string address)
    {
        using var client = new HttpClient { BaseAddress = hub.Host.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", new TokenWish("supervisor").Issue(hub.Issuer));
        return await client.GetAsync(address);
    }

    private static async Task<string?> CodeAsync(HttpResponseMessage answer) => (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString();

    private sealed class Knowing : IStoreFailures
    {
        public StoreUnavailableException? Read(Exception exception) => exception is HttpRequestException ? new StoreUnavailableException("what it keeps", exception) : null;
    }
}
