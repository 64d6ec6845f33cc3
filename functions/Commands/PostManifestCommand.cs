using System.CommandLine;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Hub.Embedded.Identity;
using Spectre.Console;

namespace Hub.Functions.Commands;

/// <summary><c>post-manifest</c>: uploads a manifest as the border liaison would, follows the screening, and says what it found.</summary>
internal static class PostManifestCommand
{
    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    public static Command Create()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "The manifest: CSV or UN/EDIFACT PAXLST." };
        var flight = new Option<string?>("--flight") { Description = "The flight, where the file does not say it.", HelpName = "BA9" };
        var from = new Option<string?>("--from") { Description = "Airport it leaves.", HelpName = "LHR" };
        var to = new Option<string?>("--to") { Description = "Airport it goes to.", HelpName = "BKK" };
        var departs = new Option<string?>("--departs") { Description = "Day, or day and time, on that airport's clocks.", HelpName = "2026-12-01T21:30" };
        var arrives = new Option<string?>("--arrives") { Description = "As --departs, at the other end.", HelpName = "TIME" };
        var url = CommonOptions.Url();
        var token = new Option<string?>("--token") { Description = "A border liaison's token. Default: one of the issuer in --data.", HelpName = "JWT" };
        var data = CommonOptions.Data();
        var command = new Command("post-manifest", "Upload a manifest, follow its screening, and show the hits.\n\nExample:\n  post-manifest ba9.csv --flight BA9 --from LHR --to BKK --departs 2026-12-01T21:30\n\nExit code: 0 screened; 3 refused; 1 not answered.") { file, flight, from, to, departs, arrives, url, token, data };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var manifest = parsed.GetValue(file)!;
            if (!manifest.Exists)
            {
                await parsed.InvocationConfiguration.Error.WriteLineAsync($"There is no file {manifest.FullName}.");
                return 2;
            }

            using var http = new HttpClient { BaseAddress = parsed.GetValue(url), Timeout = Patience };
            http.DefaultRequestHeaders.Authorization = new("Bearer", parsed.GetValue(token) ?? Issue(parsed.GetValue(data)!));
            (string Name, string? Value)[] stated = [("name", manifest.Name), ("flight", parsed.GetValue(flight)), ("from", parsed.GetValue(from)), ("to", parsed.GetValue(to)), ("departs", parsed.GetValue(departs)), ("arrives", parsed.GetValue(arrives))];
            try
            {
                return await RunAsync(http, manifest, stated, parsed.InvocationConfiguration.Error, cancellationToken);
            }
            catch (HttpRequestException e)
            {
                await parsed.InvocationConfiguration.Error.WriteLineAsync($"The hub at {http.BaseAddress} did not answer: {e.Message}");
                return 1;
            }
        });
        return command;
    }

    private static async Task<int> RunAsync(HttpClient http, FileInfo manifest, (string Name, string? Value)[] stated, TextWriter error, CancellationToken cancellationToken)
    {
        await using var stream = manifest.OpenRead();
        using var content = new StreamContent(stream);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        var query = string.Join('&', stated.Where(s => s.Value is not null).Select(s => $"{s.Name}={Uri.EscapeDataString(s.Value!)}"));
        using var answer = await http.PostAsync($"api/manifests?{query}", content, cancellationToken);
        var text = await answer.Content.ReadAsStringAsync(cancellationToken);
        if (!answer.IsSuccessStatusCode)
        {
            await error.WriteLineAsync(ManifestSummary.Refusal((int)answer.StatusCode, text));
            return 3;
        }

        using var received = JsonDocument.Parse(text);
        var address = $"api/manifests/{received.RootElement.GetProperty("id").GetString()}";
        var screened = await FollowAsync(http, address, cancellationToken);
        ManifestSummary.Write(AnsiConsole.Console, screened, new Uri(http.BaseAddress!, address));
        return 0;
    }

    private static async Task<JsonElement> FollowAsync(HttpClient http, string address, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        while (true)
        {
            var manifest = await http.GetFromJsonAsync<JsonElement>(address, patience.Token);
            if (manifest.GetProperty("state").GetString() != "received")
            {
                return manifest;
            }

            await Task.Delay(LookAgain, patience.Token);
        }
    }

    private static string Issue(string data)
    {
        using var issuer = EmbeddedIssuer.Open(data);
        return new TokenWish("borderLiaison", Name: "post-manifest").Issue(issuer);
    }
}
