using System.CommandLine;
using Hub.Functions.Demo;
using Hub.Functions.Hosting;
using Microsoft.Extensions.Logging;
using Spectre.Console;

namespace Hub.Functions.Commands;

/// <summary><c>demo</c>: a hub with a sample register, a morning's arrests posted to it, and a table of what happened.</summary>
internal static class DemoCommand
{
    public static Command Create()
    {
        var port = CommonOptions.Port($"The port to answer on. Default: {CommonOptions.DefaultPort}, or any that is free where that is taken.", -1);
        var once = new Option<bool>("--once") { Description = "End after the table." };
        var asOf = CommonOptions.AsOf();
        var command = new Command("demo", "Show the main jobs on sample data: a register is loaded, arrests and alerts are posted and a manifest is uploaded over HTTP, and tables say who was told what by when. Nothing is kept.") { port, once, asOf };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(port), parsed.GetValue(once), AsOfTime.From(parsed.GetValue(asOf)), parsed.InvocationConfiguration.Error, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(int port, bool once, TimeProvider time, TextWriter error, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("hub-demo-").FullName;
        try
        {
            await using var hub = await StartAsync(folder, port, time, cancellationToken);
            var demo = new DemoRun(hub, time);
            var outcomes = await demo.RunAsync(cancellationToken);
            var console = AnsiConsole.Console;
            if (!console.Profile.Capabilities.Interactive)
            {
                console.Profile.Width = 150;
            }

            DemoTable.Write(console, outcomes);
            await demo.WriteBorderAsync(console, cancellationToken);
            await demo.WriteDeportedAsync(console, cancellationToken);
            if (once)
            {
                return 0;
            }

            DemoTable.WriteInvitation(console, hub);
            await hub.Host.WaitForShutdownAsync(cancellationToken);
            return 0;
        }
        catch (Exception e) when (StartFailure.Explain(e, port) is { } why)
        {
            await error.WriteLineAsync(why);
            return 1;
        }
        finally
        {
            DeleteFolder(folder);
        }
    }

    private static async Task<EmbeddedHub> StartAsync(string folder, int port, TimeProvider time, CancellationToken cancellationToken)
    {
        try
        {
            return await StartOnAsync(port < 0 ? CommonOptions.DefaultPort : port, cancellationToken);
        }
        catch (IOException) when (port < 0)
        {
            return await StartOnAsync(0, cancellationToken);
        }

        async Task<EmbeddedHub> StartOnAsync(int onPort, CancellationToken cancel)
        {
            var hub = EmbeddedHub.Open(new EmbeddedHubOptions(folder, onPort, time, ConsoleLogging.From(LogLevel.Warning)));
            try
            {
                await hub.StartAsync(cancel);
                return hub;
            }
            catch
            {
                await hub.DisposeAsync();
                throw;
            }
        }
    }

    private static void DeleteFolder(string folder)
    {
        // Archived files are read-only, which on some systems stands in the way of deleting them.
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            File.SetAttributes(file, FileAttributes.Normal);
        }

        Directory.Delete(folder, recursive: true);
    }
}
