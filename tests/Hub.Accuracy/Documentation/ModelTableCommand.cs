using Hub.Accuracy.Maps;
using Hub.Accuracy.Runs;
using Spectre.Console;

namespace Hub.Accuracy.Documentation;

/// <summary>Writes the generated parts of the matching README anew.</summary>
internal static class ModelTableCommand
{
    public static async Task RunAsync(string file, CommonRequest common, IAnsiConsole console, CancellationToken cancellationToken)
    {
        if (!File.Exists(file))
        {
            throw new MapException($"{file}: there is no such file; run this from the top folder of the project, or say where the README is.");
        }

        var before = await File.ReadAllTextAsync(file, cancellationToken);
        var after = MatchingReadme.Renewed(before, common.LoadModel());
        if (after == before)
        {
            console.WriteLine($"{file} is as the model.");
            return;
        }

        await File.WriteAllTextAsync(file, after, cancellationToken);
        console.WriteLine($"{file} renewed.");
    }
}
