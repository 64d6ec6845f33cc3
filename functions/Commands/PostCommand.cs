using System.CommandLine;
using Hub.Embedded.Identity;
using Spectre.Console;

namespace Hub.Functions.Commands;

/// <summary><c>post</c>: sends a file of reports, one JSON object a line, through the API, and says what became of them.</summary>
internal static class PostCommand
{
    public static Command Create()
    {
        var feed = new Argument<string>("FEED") { Description = "The feed, such as arrests." };
        var file = new Argument<FileInfo>("FILE") { Description = "Reports as NDJSON: one JSON object a line." };
        var url = CommonOptions.Url();
        var token = new Option<string?>("--token") { Description = "A token for the feed. Default: one of the issuer in --data.", HelpName = "JWT" };
        var data = CommonOptions.Data();
        var parallel = new Option<int>("--parallel") { Description = "Reports under way at once, 1 to 64.", HelpName = "N", DefaultValueFactory = _ => 8 };
        var refused = new Option<FileInfo?>("--refused") { Description = "Write refused lines here, each with its line number and the hub's answer.", HelpName = "FILE" };
        var command = new Command("post", "Post a file of reports through the API.\n\nExample:\n  post arrests arrests.ndjson --refused refused.ndjson\n\nExit code: 0 all taken in; 3 some refused; 1 some unanswered.") { feed, file, url, token, data, parallel, refused };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var from = parsed.GetValue(file)!;
            if (!from.Exists)
            {
                await parsed.InvocationConfiguration.Error.WriteLineAsync($"There is no file {from.FullName}.");
                return 2;
            }

            if (parsed.GetValue(parallel) is < 1 or > 64)
            {
                await parsed.InvocationConfiguration.Error.WriteLineAsync("--parallel is a number from 1 to 64.");
                return 2;
            }

            var name = parsed.GetValue(feed)!;
            using var http = new HttpClient { BaseAddress = parsed.GetValue(url), Timeout = TimeSpan.FromSeconds(60) };
            http.DefaultRequestHeaders.Authorization = new("Bearer", parsed.GetValue(token) ?? Issue(parsed.GetValue(data)!, name));
            var poster = new ReportPoster(http, $"api/reports/{Uri.EscapeDataString(name)}", parsed.GetValue(parallel));
            await using var keep = parsed.GetValue(refused) is { } into ? new RefusedFile(into) : null;
            var summary = await Progressing.RunAsync("Posting", from.Length, tick => poster.PostAsync(from, tick, keep, cancellationToken));
            summary.Write(AnsiConsole.Console);
            return summary.Unanswered > 0 ? 1 : summary.Refused > 0 ? 3 : 0;
        });
        return command;
    }

    private static string Issue(string data, string feed)
    {
        using var issuer = EmbeddedIssuer.Open(data);
        return new TokenWish("feed", Feed: feed, Name: $"post-{feed}").Issue(issuer);
    }
}
