using System.Text.Json;
using Hub.Accuracy;
using Hub.Accuracy.Maps;
using Spectre.Console;

namespace Hub.Tests.Matching.Accuracy;

/// <summary>The command from its arguments to its table and its JSON, on files written here.</summary>
public sealed class CommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("hub-accuracy-").FullName;
    private readonly StringWriter _output = new();

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        _output.Dispose();
    }

    [Fact]
    public async Task A_file_is_compared_with_itself_and_its_figures_and_mistakes_written()
    {
        var file = Write("people.csv", "id,who,given,surname,dob", "1,a,Ann,Featherstonehaugh,1980-05-19", "2,a,Anne,Featherstonehaugh,1980-05-19", "3,b,Tom,Okonkwo,1991-02-03", "4,b,Zzz,Qqq,");
        var map = Write("map.json", """{ "id": "id", "entity": "who", "given": "given", "surname": "surname", "born": "dob" }""");
        var figures = await RunAsync("dedupe", file, "--map", map, "--mistakes", "2");
        Assert.Equal((4, 2), (figures.GetProperty("register").GetInt32(), figures.GetProperty("truePairs").GetInt32()));
        Assert.Equal(0.5, figures.GetProperty("blockingRecall").GetDouble());
        Assert.Equal(1, figures.GetProperty("possible").GetProperty("truePositives").GetInt32());
        Assert.Contains("false negative, not blocked 3 / 4: Tom Okonkwo / Zzz Qqq", _output.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_manifest_is_screened_against_a_register_with_maps_of_their_own()
    {
        var register = Write("register.csv", "no,first,last,born", "R1,Ann,Featherstonehaugh,19/05/1980", "R2,Tom,Okonkwo,03/02/1991");
        var manifest = Write("manifest.csv", "id,truth,name,dob,error", "P1,R1,Ann Featherstonehaugh,1980-05-19,exact", "P2,,Wanda Xylander,1955-01-01,");
        var figures = await RunAsync(
            "screen", register, manifest,
            "--map", Write("a.json", """{ "id": "no", "given": "first", "surname": "last", "born": "born" }"""),
            "--map-b", Write("b.json", """{ "id": "id", "truth": "truth", "fullName": "name", "born": "dob", "category": "error" }"""));
        var screening = figures.GetProperty("screening");
        Assert.Equal((1, 0), (screening.GetProperty("notOnRegister").GetInt32(), screening.GetProperty("alarmsPossible").GetInt32()));
        Assert.Equal(1, screening.GetProperty("byCategory")[0].GetProperty("possible").GetDouble());
    }

    [Fact]
    public async Task Pairs_of_names_are_scored_by_level_and_category()
    {
        var pairs = Write("pairs.tsv", "name_a\tname_b\texpected\tlevel\tcategory", "Ann\tAnn\tmatch\tgiven\tsame", "Tom\tTom\tmatch\tgiven\tsame", "Ann\tTom\tnon-match\tgiven\tother");
        var figures = await RunAsync("names", pairs);
        Assert.Equal(("given", 1.0), (figures[0].GetProperty("level").GetString(), figures[0].GetProperty("auc").GetDouble()));
        Assert.Equal(1.0, figures[1].GetProperty("recallAtOnePercent").GetDouble());
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_said() => Assert.StartsWith(
        Path.Combine(_folder, "none.csv"),
        (await Assert.ThrowsAsync<MapException>(() => RunAsync("dedupe", Path.Combine(_folder, "none.csv"), "--map", Write("m.json", "{}")))).Message,
        StringComparison.Ordinal);

    private async Task<JsonElement> RunAsync(params string[] arguments)
    {
        var json = Path.Combine(_folder, "figures.json");
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Out = new AnsiConsoleOutput(_output) });
        var parsed = AccuracyCommands.Root(console).Parse([.. arguments, "--json", json]);
        Assert.Equal(0, await parsed.InvokeAsync(new System.CommandLine.InvocationConfiguration { EnableDefaultExceptionHandler = false }));
        return JsonDocument.Parse(await File.ReadAllTextAsync(json)).RootElement.GetProperty("figures");
    }

    private string Write(string name, params string[] lines)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllLines(path, lines);
        return path;
    }
}
