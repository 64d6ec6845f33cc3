using System.CommandLine;
using Hub.Embedded.Identity;
using Spectre.Console;

namespace Hub.Functions.Commands;

/// <summary><c>apply-deltas</c>: sends the changes of a source to a running hub, from where the hub's mark of that source stands.</summary>
internal static class ApplyDeltasCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "Deltas as NDJSON: one a line, their sequences rising." };
        var source = new Option<string>("--source") { Description = "Whose changes these are, such as visor.", HelpName = "NAME", Required = true };
        var url = CommonOptions.Url();
        var token = new Option<string?>("--token") { Description = "A token of the register's feed. Default: one of the issuer in --data.", HelpName = "JWT" };
        var data = CommonOptions.Data();
        var batch = new Option<int>("--batch") { Description = $"Deltas sent at once, 1 to {DeltaBatches.MostDeltas}.", HelpName = "N", DefaultValueFactory = _ => DeltaBatches.MostDeltas };
        var command = new Command("apply-deltas", "Apply a source's changes to the register of a running hub. What the hub has had already is skipped, so a run that was stopped goes on where it was.\n\nExample:\n  apply-deltas deltas.ndjson --source visor\n\nExit code: 0 all applied; 3 the hub refused some; 1 the hub did not answer; 2 the file cannot be used.") { file, source, url, token, data, batch };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var error = parsed.InvocationConfiguration.Error;
            var from = parsed.GetValue(file)!;
            if (!from.Exists)
            {
                await error.WriteLineAsync($"There is no file {from.FullName}.");
                return 2;
            }

            if (parsed.GetValue(batch) is < 1 or > DeltaBatches.MostDeltas)
            {
                await error.WriteLineAsync($"--batch is a number from 1 to {DeltaBatches.MostDeltas}.");
                return 2;
            }

            using var http = new HttpClient { BaseAddress = parsed.GetValue(url), Timeout = TimeSpan.FromSeconds(100) };
            http.DefaultRequestHeaders.Authorization = new("Bearer", parsed.GetValue(token) ?? Issue(parsed.GetValue(data)!));
            var sender = new DeltaSender(http, parsed.GetValue(source)!);
            try
            {
                var summary = await Progressing.RunAsync("Applying", from.Length, tick => sender.SendAsync(from, parsed.GetValue(batch), tick, cancellationToken));
                AnsiConsole.WriteLine(summary.Words());
                return 0;
            }
            catch (DeltasStoppedException e)
            {
                await error.WriteLineAsync(e.Message);
                return e.ExitCode;
            }
        });
        return command;
    }

    private static string Issue(string data)
    {
        using var issuer = EmbeddedIssuer.Open(data);
        return new TokenWish("feed", Feed: "register", Name: "apply-deltas").Issue(issuer);
    }
}
