using System.Net;
using Hub.Functions.Identity;
using Hub.Functions.Tests.Identity;
using Hub.Testing;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Functions.Tests.Desk;

/// <summary>
/// A hub whose people sign in on an issuer's page, and one browser between the two. Its cookies are carried by hand: the
/// one that goes to the issuer's page and back is for TLS only, of which browsers spare this machine's own address.
/// </summary>
internal sealed class IssuerRound : IAsyncDisposable
{
    private readonly HttpClient http;

    private IssuerRound(MetadataServer issuer, TestHub hub, ManualTime clock)
    {
        Issuer = issuer;
        Hub = hub;
        Clock = clock;
        http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = hub.Anonymous.BaseAddress };
    }

    public MetadataServer Issuer { get; }

    public TestHub Hub { get; }

    /// <summary>What lifetimes of tokens and sessions go by.</summary>
    public ManualTime Clock { get; }

    public Dictionary<string, string> Cookies { get; } = [];

    /// <summary>The <c>Set-Cookie</c> lines of the last answer.</summary>
    public IReadOnlyList<string> SetCookies { get; private set; } = [];

    public static async Task<IssuerRound> StartAsync(string? clientId = null, Uri? address = null, bool pages = true)
    {
        var issuer = await MetadataServer.StartAsync();
        issuer.HasPages = pages;
        var clock = new ManualTime(TimeProvider.System.GetUtcNow());
        var settings = new IdentitySettings { Issuer = MetadataServer.Issuer, Audience = MetadataServer.Audience, ClientId = clientId, MetadataAddress = issuer.Address };
        var hub = await TestHub.StartAsync(with: options => options with
        {
            Desk = options.Desk with { Address = address },
            Adapters = services =>
            {
                options.Adapters(services);
                services.AddSingleton(provider => settings.ToTokens(provider) with { Clock = clock });
            },
        });
        return new IssuerRound(issuer, hub, clock);
    }

    public Task<HttpResponseMessage> GetAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Get, path));

    /// <summary>Follows the link on the sign-in page, and gives what the issuer's page was asked.</summary>
    public async Task<(Uri Page, Dictionary<string, string> Asked)> LeaveAsync(string to = "/status")
    {
        using var answer = await GetAsync($"/sign-in/issuer?to={Uri.EscapeDataString(to)}");
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var page = answer.Headers.Location!;
        return (page, QueryHelpers.ParseQuery(page.Query).ToDictionary(q => q.Key, q => q.Value.Single()!));
    }

    /// <summary>The issuer's page sends its answer.</summary>
    public Task<HttpResponseMessage> ReturnAsync(params (string Name, string Value)[] fields) => SendAsync(new HttpRequestMessage(HttpMethod.Post, "/sign-in/callback")
    {
        Content = new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))),
        Headers = { { "Origin", "https://issuer.example" } },
    });

    /// <summary>The whole round, of an answer made from the question.</summary>
    public async Task<HttpResponseMessage> RoundAsync(Func<Dictionary<string, string>, string>? idToken = null, string to = "/status")
    {
        var (_, asked) = await LeaveAsync(to);
        return await ReturnAsync(("state", asked["state"]), ("id_token", (idToken ?? (a => Issuer.IdToken(a["nonce"])))(asked)));
    }

    public async Task<string> TextAsync(HttpResponseMessage answer) => Rendered.TextOf(await answer.Content.ReadAsStringAsync());

    public async ValueTask DisposeAsync()
    {
        http.Dispose();
        await Hub.DisposeAsync();
        await Issuer.DisposeAsync();
    }

    public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        using (request)
        {
            if (Cookies.Count > 0)
            {
                request.Headers.Add("Cookie", string.Join("; ", Cookies.Select(c => $"{c.Key}={c.Value}")));
            }

            var answer = await http.SendAsync(request);
            SetCookies = answer.Headers.TryGetValues("Set-Cookie", out var set) ? [.. set] : [];
            foreach (var cookie in SetCookies)
            {
                var (name, value) = cookie.Split(';')[0].Split('=', 2) is [var n, var v] ? (n, v) : throw new InvalidOperationException(cookie);
                if (value.Length == 0)
                {
                    Cookies.Remove(name);
                }
                else
                {
                    Cookies[name] = value;
                }
            }

            return answer;
        }
    }
}
