using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Hub.Functions.Commands;
using Hub.Functions.Hosting;
using Hub.Json;

namespace Hub.Functions.Demo;

/// <summary>The hub's API as each of its users calls it.</summary>
internal sealed class DemoApi(EmbeddedHub hub) : IDisposable
{
    private readonly ConcurrentDictionary<TokenWish, HttpClient> clients = new();

    public HttpClient Supervisor => As("supervisor");

    public HttpClient As(string role, string? borough = null, string? feed = null, string name = "demo") => clients.GetOrAdd(new TokenWish(role, borough, Feed: feed, Name: name), wish =>
    {
        var client = new HttpClient { BaseAddress = hub.Host.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", wish.Issue(hub.Issuer));
        return client;
    });

    /// <summary>Posts what must be taken.</summary>
    /// <returns>Where what became of it is found; null where nothing is.</returns>
    /// <exception cref="InvalidOperationException">It was not taken: the demonstration's own data is wrong.</exception>
    public static async Task<Uri?> PostAsync(HttpClient client, string path, object body, CancellationToken cancellationToken)
    {
        using var answer = await client.PostAsJsonAsync(path, body, HubJson.Options, cancellationToken);
        return answer.IsSuccessStatusCode
            ? answer.Headers.Location
            : throw new InvalidOperationException($"{path}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync(cancellationToken)}");
    }

    public static async Task<JsonElement> GetAsync(HttpClient client, string path, CancellationToken cancellationToken) =>
        await client.GetFromJsonAsync<JsonElement>(path, cancellationToken);

    public static async Task<IReadOnlyList<JsonElement>> ItemsAsync(HttpClient client, string path, CancellationToken cancellationToken) =>
        [.. (await GetAsync(client, path, cancellationToken)).GetProperty("items").EnumerateArray()];

    public void Dispose()
    {
        foreach (var client in clients.Values)
        {
            client.Dispose();
        }
    }
}
