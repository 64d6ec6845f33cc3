using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Hub.Functions.Commands;
using Hub.Functions.Hosting;
using Hub.Matching;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hub.Functions.Tests.OpenApi;

/// <summary>
/// The real hub over real HTTP, its clock set to the day of the document's examples so that they can be sent as they
/// stand. Whatever it answers is held to the document before a test sees it.
/// </summary>
public sealed class RunningHub : IAsyncLifetime
{
    private static readonly HttpClient Http = new();
    private readonly string folder = Directory.CreateTempSubdirectory("hub-openapi-").FullName;
    private readonly SchemaValidator validator = new(ApiDocument.Embedded);

    public static DateTimeOffset Start { get; } = new(2026, 11, 22, 8, 0, 0, TimeSpan.Zero);

    internal EmbeddedHub Hub { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Open();
        await Hub.StartAsync();
        await Hub.Host.Services.GetRequiredService<RegisterFollower>().WhenReadyAsync(CancellationToken.None);
    }

    /// <summary>Answers requests and works on messages, but does not read the register until somebody makes it.</summary>
    internal async Task StartWithoutRegisterAsync()
    {
        Open();
        await Hub.Host.StartAsync();
    }

    public async Task DisposeAsync()
    {
        await Hub.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    internal string Token(TokenWish wish) => wish.Issue(Hub.Issuer);

    /// <summary>Calls an operation by its id and checks the answer against what the document says of it.</summary>
    /// <param name="id">What stands for <c>{id}</c> in the path.</param>
    /// <param name="part">What stands for what the path has beside it.</param>
    internal async Task<Answer> CallAsync(string operationId, TokenWish? caller = null, string? id = null, string query = "", HttpContent? content = null, string? token = null, string? part = null)
    {
        var operation = ApiDocument.Embedded[operationId];
        var address = new Uri(Hub.Host.Address, operation.Path.Replace("{id}", Uri.EscapeDataString(id ?? ""), StringComparison.Ordinal).Replace("{notification}", part, StringComparison.Ordinal).Replace("{move}", part, StringComparison.Ordinal).Replace("{sha256}", part, StringComparison.Ordinal).Replace("{source}", part, StringComparison.Ordinal) + query);
        using var request = new HttpRequestMessage(new HttpMethod(operation.Method), address) { Content = content };
        if ((token ?? (caller is null ? null : Token(caller))) is { } bearer)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        }

        using var response = await Http.SendAsync(request);
        return await CheckAsync(operation, response);
    }

    internal static HttpContent Json(string text) => new StringContent(text, Encoding.UTF8, "application/json");

    internal static HttpContent Example(string operationId, string name) => Json(ApiDocument.Embedded.Example(operationId, name));

    private void Open() => Hub = EmbeddedHub.Open(new EmbeddedHubOptions(folder, 0, AsOfTime.From(Start), logging => logging.ClearProviders()));

    private async Task<Answer> CheckAsync(ApiOperation operation, HttpResponseMessage response)
    {
        var what = $"{operation.Method} {operation.Path} {(int)response.StatusCode}";
        Assert.True(operation.Element.GetProperty("responses").TryGetProperty($"{(int)response.StatusCode}", out var documented), $"{what} is not in the document: {await response.Content.ReadAsStringAsync()}");
        var description = ApiDocument.Embedded.Resolve(documented);
        CheckHeaders(what, description, response);
        var body = await response.Content.ReadAsByteArrayAsync();
        var type = response.Content.Headers.ContentType?.MediaType;
        if (!description.TryGetProperty("content", out var content))
        {
            Assert.True(body.Length == 0, $"{what} has a body that is not in the document.");
            return new Answer((int)response.StatusCode, default, response.Headers.Location);
        }

        Assert.True(content.TryGetProperty(type ?? "nothing", out var media), $"{what} answers {type ?? "without a type"}, which is not in the document.");
        if (type is not "application/json" and not "application/problem+json")
        {
            return new Answer((int)response.StatusCode, default, null);
        }

        var json = JsonDocument.Parse(body).RootElement;
        Assert.Equal([], validator.Validate(media.GetProperty("schema"), json, what));
        return new Answer((int)response.StatusCode, json, response.Headers.Location);
    }

    private void CheckHeaders(string what, JsonElement description, HttpResponseMessage response)
    {
        if (!description.TryGetProperty("headers", out var headers))
        {
            return;
        }

        foreach (var header in headers.EnumerateObject())
        {
            Assert.True(response.Headers.TryGetValues(header.Name, out var values), $"{what} lacks the header {header.Name}.");
            Assert.Equal([], validator.Validate(ApiDocument.Embedded.Resolve(header.Value).GetProperty("schema"), JsonSerializer.SerializeToElement(values.Single()), $"{what} {header.Name}"));
        }
    }
}

/// <summary>An answer that fits the document.</summary>
internal sealed record Answer(int Status, JsonElement Body, Uri? Location)
{
    public string? Code => Body.ValueKind == JsonValueKind.Object && Body.TryGetProperty("code", out var code) ? code.GetString() : null;

    public string Text(string name) => Body.GetProperty(name).GetString()!;

    public long Number(string name) => Body.GetProperty(name).GetInt64();

    public IEnumerable<string?> FieldCodes => Body.GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("code").GetString());
}
