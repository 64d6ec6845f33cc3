using System.CommandLine;
using Hub.Accuracy.Documentation;
using Hub.Accuracy.Runs;
using Hub.Accuracy.Sets;
using Hub.Testing.Registers;
using Spectre.Console;

namespace Hub.Accuracy;

/// <summary>The commands and their options.</summary>
internal static class AccuracyCommands
{
    private static readonly Option<string?> Model = new("--model") { Description = "A model file to try in place of the shipped one." };
    private static readonly Option<string?> Json = new("--json") { Description = "Also write the figures to this file." };
    private static readonly Option<int> Mistakes = new("--mistakes") { Description = "Show so many of the worst mistakes of each kind, with their evidence." };
    private static readonly Option<int> Width = new("--width") { Description = "Columns of the output.", DefaultValueFactory = _ => 160 };
    private static readonly Option<string> Map = new("--map") { Description = "Which column is which field (see the README).", Required = true };
    private static readonly Option<string?> MapB = new("--map-b") { Description = "The second file's map, where its columns differ." };

    public static RootCommand Root(IAnsiConsole console) => new("Scores labelled sets of people by the product's own matching.")
    {
        Linkage(console, "dedupe", "One file compared with itself.", 200, new Argument<string>("FILE")),
        Linkage(console, "link", "Each row of B compared with the register A.", 20, new Argument<string>("A"), new Argument<string>("B")),
        Linkage(console, "screen", "Each passenger of a manifest compared with a register.", 20, new Argument<string>("REGISTER"), new Argument<string>("MANIFEST")),
        Names(console),
        Generated(console),
        ModelTable(console),
        Fuzz(console),
        MakeRegister(console),
    };

    private static Command Linkage(IAnsiConsole console, string name, string description, int kept, params Argument<string>[] files)
    {
        var keep = new Option<int>("--keep") { Description = "Candidates asked for each person.", DefaultValueFactory = _ => kept };
        var command = new Command(name, description) { Map, keep, Model, Json, Mistakes, Width };
        foreach (var file in files)
        {
            command.Add(file);
        }

        if (files.Length > 1)
        {
            command.Add(MapB);
        }

        command.SetAction(async (parsed, cancel) =>
        {
            console.Profile.Width = parsed.GetValue(Width);
            await LinkageCommand.RunAsync(
                new LinkageRequest(
                    name, [.. files.Select(f => parsed.GetRequiredValue(f))], parsed.GetRequiredValue(Map), files.Length > 1 ? parsed.GetValue(MapB) : null,
                    parsed.GetValue(keep), Common(parsed)),
                console, cancel);
        });
        return command;
    }

    private static Command Names(IAnsiConsole console)
    {
        var file = new Argument<string>("PAIRS") { Description = "Tab-separated: name_a, name_b, expected; optional level, category, source." };
        var command = new Command("names", "Pairs of names alone.") { file, Model, Json, Mistakes, Width };
        command.SetAction(async (parsed, cancel) =>
        {
            console.Profile.Width = parsed.GetValue(Width);
            await NamesCommand.RunAsync(parsed.GetRequiredValue(file), Common(parsed), console, cancel);
        });
        return command;
    }

    private static Command Generated(IAnsiConsole console)
    {
        var set = new Argument<string>("SET") { Description = string.Join(", ", GeneratedSets.All.Keys) };
        set.AcceptOnlyFromAmong([.. GeneratedSets.All.Keys]);
        var keep = new Option<int>("--keep") { Description = "Candidates asked for each person.", DefaultValueFactory = _ => 20 };
        var command = new Command("generated", "One of the sets of invented people that CI measures on.") { set, keep, Model, Json, Mistakes, Width };
        command.SetAction(async (parsed, cancel) =>
        {
            console.Profile.Width = parsed.GetValue(Width);
            await LinkageCommand.RunGeneratedAsync(parsed.GetRequiredValue(set), parsed.GetValue(keep), Common(parsed), console, cancel);
        });
        return command;
    }

    private static Command ModelTable(IAnsiConsole console)
    {
        var file = new Argument<string>("README") { Description = "The file whose generated parts are renewed.", DefaultValueFactory = _ => MatchingReadme.Place };
        var command = new Command("model-table", "Writes the tables and the worked example of the matching README anew.") { file, Model };
        command.SetAction((parsed, cancel) => ModelTableCommand.RunAsync(parsed.GetRequiredValue(file), new CommonRequest(parsed.GetValue(Model), null, 0), console, cancel));
        return command;
    }

    private static Command Fuzz(IAnsiConsole console)
    {
        var count = new Option<long>("--count") { Description = "Mutated files to read.", DefaultValueFactory = _ => 1_000_000 };
        var seed = new Option<ulong>("--seed") { Description = "The same seed gives the same files.", DefaultValueFactory = _ => 1 };
        var first = new Option<long>("--first") { Description = "The iteration to begin with, to run one that failed again." };
        var command = new Command("fuzz-paxlst", "Reads mutated passenger lists; fails where the reader does anything but read or refuse.") { count, seed, first };
        command.SetAction((parsed, _) => FuzzCommand.RunAsync(parsed.GetValue(count), parsed.GetValue(seed), parsed.GetValue(first), console));
        return command;
    }

    private static Command MakeRegister(IAnsiConsole console)
    {
        var from = new Option<string>("--from") { Description = "The folder of the labelled sets.", Required = true };
        var to = new Option<string>("--out") { Description = "The folder to write register.ndjson, deltas.ndjson and reports.ndjson to.", Required = true };
        var seed = new Option<ulong>("--seed") { Description = "The same seed gives the same bytes.", DefaultValueFactory = _ => 3 };
        var deltas = new Option<int>("--deltas") { Description = "Deltas to make.", DefaultValueFactory = _ => 10_000 };
        var reports = new Option<int>("--reports") { Description = "Arrest notices to make.", DefaultValueFactory = _ => 2_000 };
        var asOf = new Option<DateTimeOffset>("--as-of") { Description = "The moment at which all of it is true.", DefaultValueFactory = _ => MadeRegister.Usual };
        var command = new Command("make-register", "Makes a register of the people of the screening set, deltas of it, and reports about those on it.") { from, to, seed, deltas, reports, asOf };
        command.SetAction((parsed, cancel) => MakeRegisterCommand.RunAsync(
            parsed.GetRequiredValue(from), parsed.GetRequiredValue(to), parsed.GetValue(seed), parsed.GetValue(deltas), parsed.GetValue(reports), parsed.GetValue(asOf), console, cancel));
        return command;
    }

    private static CommonRequest Common(ParseResult parsed) => new(parsed.GetValue(Model), parsed.GetValue(Json), parsed.GetValue(Mistakes));
}
