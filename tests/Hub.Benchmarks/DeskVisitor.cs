using System.Net;
using System.Text.RegularExpressions;
using Hub.Embedded.Identity;
using Hub.Functions.Commands;

namespace Hub.Benchmarks;

/// <summary>Somebody at the desk as a browser is: signed in, taking pages compressed, following no redirect.</summary>
internal sealed partial class DeskVisitor : IDisposable
{
    private readonly HttpClient http;

    private DeskVisitor(Uri address)
    {
        http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }) { BaseAddress = address };
        http.DefaultRequestHeaders.AcceptEncoding.ParseAdd("gzip, br");
    }

    public static async Task<DeskVisitor> SignInAsync(Uri address, EmbeddedIssuer issuer, string role, string? borough)
    {
        var visitor = new DeskVisitor(address);
        await visitor.PostAsync("sign-in", [("token", new TokenWish(role, borough, Name: "benchmark").Issue(issuer))]);
        return visitor;
    }

    /// <summary>A page: its bytes as sent, and its text.</summary>
    /// <exception cref="InvalidOperationException">It is not there.</exception>
    public async Task<(int Bytes, string Text)> GetAsync(string path)
    {
        using var answer = await http.GetAsync(new Uri(path, UriKind.RelativeOrAbsolute));
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        if (answer.StatusCode != HttpStatusCode.OK)
        {
            throw new InvalidOperationException($"{path}: {(int)answer.StatusCode} {answer.Headers.Location}");
        }

        return (bytes.Length, Unpacked(bytes, answer.Content.Headers.ContentEncoding.FirstOrDefault()));
    }

    /// <summary>Sends a form; returns where it leads.</summary>
    public async Task<string> PostAsync(string path, IReadOnlyList<(string Name, string Value)> fields)
    {
        var (_, page) = await GetAsync("sign-in");
        var token = WebUtility.HtmlDecode(FormToken().Match(page).Groups[1].Value);
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("form-token", token), .. fields.Select(f => KeyValuePair.Create(f.Name, f.Value))]);
        using var answer = await http.PostAsync(new Uri(path, UriKind.RelativeOrAbsolute), form);
        return answer.StatusCode == HttpStatusCode.SeeOther ? answer.Headers.Location!.ToString() : throw new InvalidOperationException($"{path}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
    }

    public void Dispose() => http.Dispose();

    private static string Unpacked(byte[] bytes, string? encoding)
    {
        using var sent = new MemoryStream(bytes);
        using Stream plain = encoding switch
        {
            "br" => new System.IO.Compression.BrotliStream(sent, System.IO.Compression.CompressionMode.Decompress),
            "gzip" => new System.IO.Compression.GZipStream(sent, System.IO.Compression.CompressionMode.Decompress),
            _ => sent,
        };
        using var reader = new StreamReader(plain);
        return reader.ReadToEnd();
    }

    [GeneratedRegex("name=\"form-token\" value=\"([^\"]+)\"")]
    private static partial Regex FormToken();
}
