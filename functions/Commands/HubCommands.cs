using System.CommandLine;

namespace Hub.Functions.Commands;

/// <summary>The command line: what <c>dotnet run --project functions -- …</c> offers.</summary>
internal static class HubCommands
{
    public static RootCommand Create()
    {
        var root = new RootCommand("""
            The public protection hub, in one process.

            Examples:
              dotnet run --project functions -- demo
              dotnet run --project functions -- serve --data ./data --port 7071
              dotnet run --project functions -- load-register register.ndjson --data ./data
              dotnet run --project functions -- apply-deltas deltas.ndjson --source visor --data ./data
              dotnet run --project functions -- estimate-model register.csv --out model.json --report model.md
              dotnet run --project functions -- post arrests arrests.ndjson --data ./data
              dotnet run --project functions -- post-manifest ba9.csv --data ./data
              dotnet run --project functions -- token --role yotOfficer --borough Camden --data ./data
            """);
        var serve = ServeCommand.Create();
        root.Add(serve);
        root.Add(DemoCommand.Create());
        root.Add(LoadRegisterCommand.Create());
        root.Add(ApplyDeltasCommand.Create());
        root.Add(EstimateModelCommand.Create());
        root.Add(PostCommand.Create());
        root.Add(PostManifestCommand.Create());
        root.Add(TokenCommand.Create());
        root.Add(InfraCommand.Create());
        foreach (var option in serve.Options)
        {
            root.Add(option);
        }

        root.SetAction(serve.Action is System.CommandLine.Invocation.AsynchronousCommandLineAction action ? action.InvokeAsync : throw new InvalidOperationException("serve has no action."));
        return root;
    }
}
