using System.CommandLine;

namespace Hub.Functions.Commands;

/// <summary>Writes the files of <c>infra/</c> that follow from the code's own data.</summary>
internal static class InfraCommand
{
    public static Command Create()
    {
        var write = new Option<DirectoryInfo>("--write") { Description = "The folder infra of this repository.", Required = true };
        var command = new Command("infra", """
            Writes the topics, subscriptions and filters as they are deployed, for Azure and for Microsoft's emulator.

            Example:
              dotnet run --project functions -- infra --write infra
            """) { write };
        command.SetAction(parsed =>
        {
            var folder = parsed.GetValue(write)!.FullName;
            foreach (var (name, text) in TopologyFiles.All(HubTopology.Topology))
            {
                var path = Path.Combine(folder, name);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllText(path, text);
                parsed.InvocationConfiguration.Output.WriteLine(path);
            }
        });
        return command;
    }
}
