using System.Diagnostics;
using Hub.Accuracy.Maps;
using Hub.Accuracy.Output;
using Hub.Accuracy.Sets;
using Hub.Matching;
using Spectre.Console;

namespace Hub.Accuracy.Runs;

/// <summary>What <c>dedupe</c>, <c>link</c> and <c>screen</c> were asked.</summary>
/// <param name="Files">One file, or the register and the other.</param>
/// <param name="Map">The map of the first file.</param>
/// <param name="MapB">Of the second; null where it is the same.</param>
/// <param name="Keep">Candidates asked for each person.</param>
internal sealed record LinkageRequest(string Command, string[] Files, string Map, string? MapB, int Keep, CommonRequest Common);

/// <summary>Reads the files, runs the task, writes the figures.</summary>
internal static class LinkageCommand
{
    public static async Task RunAsync(LinkageRequest request, IAnsiConsole console, CancellationToken cancellationToken)
    {
        var model = request.Common.LoadModel();
        var watch = Stopwatch.StartNew();
        LabelledSet[] sets =
        [
            .. request.Files.Select((file, i) => LabelledSet.Load(file, PersonMap.Load(i > 0 ? request.MapB ?? request.Map : request.Map))),
        ];
        var task = request.Command switch
        {
            "dedupe" => LinkageTask.Dedupe(sets[0]),
            "link" => LinkageTask.Link(sets[0], sets[1]),
            "screen" => LinkageTask.Screen(sets[0], sets[1]),
            var other => throw new ArgumentException($"No such command as {other}.", nameof(request)),
        };
        var reading = sets.DistinctBy(s => s.File).ToDictionary(s => s.File, s => s.Counts.All);
        var label = new RunLabel(request.Command, string.Join(" × ", request.Files), model.Version, watch.Elapsed, reading);
        await RunAsync(task, model, label, request.Keep, request.Common, console, cancellationToken);
    }

    /// <summary>The same on a set that is made, not read.</summary>
    public static Task RunGeneratedAsync(string set, int keep, CommonRequest common, IAnsiConsole console, CancellationToken cancellationToken)
    {
        var model = common.LoadModel();
        var watch = Stopwatch.StartNew();
        var task = GeneratedSets.All[set]();
        var label = new RunLabel("generated", set, model.Version, watch.Elapsed, new Dictionary<string, IReadOnlyDictionary<string, int>>());
        return RunAsync(task, model, label, keep, common, console, cancellationToken);
    }

    private static async Task RunAsync(
        LinkageTask task, MatchModel model, RunLabel label, int keep, CommonRequest common, IAnsiConsole console, CancellationToken cancellationToken)
    {
        var outcome = await new LinkageRun(task, model, keep).RunAsync(common.Progress(), cancellationToken);
        var figures = LinkageFigures.Of(label, outcome);
        var mistakes = Mistakes.Worst(outcome, common.Mistakes).ToList();
        LinkageTable.Write(console, figures);
        MistakeList.Write(console, mistakes);
        await common.WriteJsonAsync(new { figures, mistakes }, cancellationToken);
    }
}
