using System.Net;
using System.Text.RegularExpressions;

namespace Hub.Functions.Tests.Desk;

/// <summary>Somebody signed in at the desk, without a browser: cookies are kept, and no redirect is followed.</summary>
public sealed partial class DeskClient : IDisposable
{
    private DeskClient(Uri address) => Http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = Cookies }) { BaseAddress = address };

    public HttpClient Http { get; }

    public CookieContainer Cookies { get; } = new();

    public static async Task<DeskClient> SignInAsync(TestHub hub, string role, string? borough = null, string? agency = null, string? name = null)
    {
        var desk = new DeskClient(hub.Anonymous.BaseAddress!);
        using var answer = await desk.PostAsync("/sign-in", ("token", hub.TokenOf(role, borough, agency, name)));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return desk;
    }

    public static DeskClient Nobody(TestHub hub) => new(hub.Anonymous.BaseAddress!);

    /// <summary>A page, which must be there.</summary>
    public async Task<string> GetAsync(string path)
    {
        using var answer = await Http.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal((path, HttpStatusCode.OK), (path, answer.StatusCode));
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>Sends a form as a page of the desk would: with its token, of which any page has a good one.</summary>
    public async Task<HttpResponseMessage> PostAsync(string path, params (string Name, string Value)[] fields)
    {
        using var content = new FormUrlEncodedContent([new("form-token", await FormTokenAsync()), .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))]);
        return await Http.PostAsync(new Uri(path, UriKind.Relative), content);
    }

    /// <summary>As the other, and then the page that the browser is led to, with what it says was done.</summary>
    public async Task<string> PostAndFollowAsync(string path, params (string Name, string Value)[] fields)
    {
        using var answer = await PostAsync(path, fields);
        Assert.True(answer.StatusCode == HttpStatusCode.SeeOther, $"{path}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        return await GetAsync(answer.Headers.Location!.ToString());
    }

    public async Task<string> FormTokenAsync()
    {
        using var answer = await Http.GetAsync(new Uri("/sign-in", UriKind.Relative));
        return WebUtility.HtmlDecode(TokenField().Match(await answer.Content.ReadAsStringAsync()).Groups[1].Value);
    }

    public void Dispose() => Http.Dispose();

    [GeneratedRegex("name=\"form-token\" value=\"([^\"]+)\"")]
    private static partial Regex TokenField();
}
