using System.CommandLine;
using Hub.Functions.Demo;
using Hub.Functions.Desk;
using Hub.Functions.Hosting;
using Microsoft.Extensions.Logging;
using Spectre.Console;

namespace Hub.Functions.Commands;

/// <summary><c>demo</c>: a hub with a sample register and a night's work in it, tables of some of it, and pages to sign in to as anybody.</summary>
internal static class DemoCommand
{
    /// <summary>Pages that offer made-up people: nowhere but here.</summary>
    internal static DeskSettings Desk { get; } = new() { SecureCookies = false, People = DemoPeople.All };

    public static Command Create()
    {
        var port = CommonOptions.Port($"The port to answer on. Default: {CommonOptions.DefaultPort}, or any that is free where that is taken.", -1);
        var once = new Option<bool>("--once") { Description = "End after the table." };
        var asOf = CommonOptions.AsOf();
        var command = new Command("demo", "Show the main jobs on sample data: a register is loaded, arrests and alerts are posted and a manifest is uploaded over HTTP, tables say who was told what by when, and the pages offer made-up people to sign in as. Nothing is kept.") { port, once, asOf };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed.GetValue(port), parsed.GetValue(once), AsOfTime.From(parsed.GetValue(asOf)), parsed.InvocationConfiguration.Error, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(int port, bool once, TimeProvider time, TextWriter error, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("hub-demo-").FullName;
        try
        {
            await using var hub = await StartAsync(folder, port, time, cancellationToken);
            using var demo = new DemoRun(hub, time);
            var scene = await demo.PrepareAsync(cancellationToken);
            var console = AnsiConsole.Console;
            if (!console.Profile.Capabilities.Interactive)
            {
                console.Profile.Width = 150;
            }

            await scene.WriteAsync(console, cancellationToken);
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
            var hub = EmbeddedHub.Open(new EmbeddedHubOptions(folder, onPort, time, ConsoleLogging.From(LogLevel.Warning)) { Desk = Desk });
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

    internal static void DeleteFolder(string folder)
    {
        // Archived files are read-only, which on some systems stands in the way of deleting them.
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            File.SetAttributes(file, FileAttributes.Normal);
        }

        Directory.Delete(folder, recursive: true);
    }
}
