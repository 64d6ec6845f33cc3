using System.CommandLine;
using Hub.Functions.Desk;
using Hub.Functions.Hosting;
using Hub.Functions.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace Hub.Functions.Commands;

/// <summary><c>serve</c>: runs the hub until it is told to stop.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var data = CommonOptions.Data();
        var port = CommonOptions.Port("The port to answer on, on this machine only; 0 takes any that is free.", CommonOptions.DefaultPort);
        var asOf = CommonOptions.AsOf();
        var model = new Option<FileInfo?>("--model") { Description = "Match by this model, such as estimate-model writes. Default: the one this build ships.", HelpName = "MODEL.json" };
        var command = new Command("serve", "Run the hub until Ctrl+C (the default command).") { data, port, asOf, model };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            Configured(new EmbeddedHubOptions(parsed.GetValue(data)!, parsed.GetValue(port), AsOfTime.From(parsed.GetValue(asOf)), ConsoleLogging.From(LogLevel.Information)), new ConfigurationBuilder().AddEnvironmentVariables().Build()),
            parsed.GetValue(model),
            parsed.InvocationConfiguration.Output,
            parsed.InvocationConfiguration.Error,
            cancellationToken));
        return command;
    }

    /// <summary>With the issuer and the address that settings name, as the worker's do; here they are environment variables, such as <c>Identity__Issuer</c>.</summary>
    internal static EmbeddedHubOptions Configured(EmbeddedHubOptions options, IConfiguration configuration)
    {
        var identity = IdentitySettings.From(configuration);
        return options with
        {
            Identity = identity.Issuer is null ? null : identity,
            Desk = options.Desk with { Address = DeskSettings.From(configuration).Address },
        };
    }

    private static async Task<int> RunAsync(EmbeddedHubOptions options, FileInfo? model, TextWriter output, TextWriter error, CancellationToken cancellationToken)
    {
        try
        {
            await using var hub = EmbeddedHub.Open(options with { Model = ModelFiles.Read(model) });
            await hub.StartAsync(cancellationToken);
            hub.Host.WriteTable(output);
            await output.WriteLineAsync($"Data in {Path.GetFullPath(options.DataDirectory)}. Stop with Ctrl+C.");
            await output.FlushAsync(CancellationToken.None);
            await hub.Host.WaitForShutdownAsync(cancellationToken);
            return 0;
        }
        catch (Exception e) when (StartFailure.Explain(e, options.Port) is { } why)
        {
            await error.WriteLineAsync(why);
            return 1;
        }
    }
}
