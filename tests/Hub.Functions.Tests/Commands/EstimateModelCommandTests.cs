using System.Globalization;
using Hub.Functions.Commands;
using Hub.Functions.Hosting;
using Hub.Matching;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hub.Functions.Tests.Commands;

public sealed class EstimateModelCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("hub-estimate-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_model_and_a_report_are_written_and_the_same_call_writes_the_same_bytes()
    {
        var register = Write("register.csv", ["id,surname,given,dob,sex", .. People(400)]);

        Assert.Equal((0, ""), await ErrorOfAsync("estimate-model", register, "--out", At("a.json"), "--report", At("a.md"), "--date", "2026-11-22", "--pairs", "20000"));
        Assert.Equal((0, ""), await ErrorOfAsync("estimate-model", register, "--out", At("b.json"), "--report", At("b.md"), "--date", "2026-11-22", "--pairs", "20000"));

        var model = MatchModel.Parse(await File.ReadAllTextAsync(At("a.json")));
        Assert.Equal($"{MatchModel.Shipped.Version}+r1", model.Version);
        Assert.Contains("register.csv of 2026-11-22 (400 nominals)", model.Source, StringComparison.Ordinal);
        Assert.StartsWith($"# Matching model {model.Version}", await File.ReadAllTextAsync(At("a.md")), StringComparison.Ordinal);
        Assert.Equal(await File.ReadAllBytesAsync(At("a.json")), await File.ReadAllBytesAsync(At("b.json")));
        Assert.Equal(await File.ReadAllBytesAsync(At("a.md")), await File.ReadAllBytesAsync(At("b.md")));
    }

    [Fact]
    public async Task Rows_that_cannot_be_read_are_counted_and_said()
    {
        var register = Write("register.csv", ["id,surname,given,dob,sex", .. People(300), "N-x,Smith,Ann,31/31/1999,F", "N-y,,,,"]);

        var (code, output, _) = await RunAsync("estimate-model", register, "--out", At("model.json"));

        Assert.Equal(0, code);
        Assert.Contains("Read 300 nominals, 2 rows unreadable", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hub_matches_by_the_model_it_is_given()
    {
        var register = Write("register.csv", ["id,surname,given,dob,sex", .. People(300)]);
        await RunAsync("estimate-model", register, "--out", At("model.json"), "--version-name", "ours");
        var model = ModelFiles.Read(new FileInfo(At("model.json")));

        await using var hub = EmbeddedHub.Open(new EmbeddedHubOptions(At("data"), 0, TimeProvider.System, ConsoleLogging.From(LogLevel.None)) { Model = model });

        Assert.Equal("ours", hub.Host.Services.GetRequiredService<RegisterIndex>().Model.Version);
    }

    [Fact]
    public async Task It_starts_from_a_model_that_is_given_and_names_the_next_version()
    {
        var register = Write("register.csv", ["id,surname,given,dob,sex", .. People(300)]);
        await RunAsync("estimate-model", register, "--out", At("first.json"));

        Assert.Equal((0, ""), await ErrorOfAsync("estimate-model", register, "--from", At("first.json"), "--out", At("second.json")));

        Assert.EndsWith("+r2", MatchModel.Parse(await File.ReadAllTextAsync(At("second.json"))).Version, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_there_is_replaced_only_when_told_to()
    {
        var register = Write("register.csv", ["id,surname,given,dob,sex", .. People(300)]);
        var kept = Write("model.json", "mine");

        var (code, error) = await ErrorOfAsync("estimate-model", register, "--out", kept);
        Assert.Equal(2, code);
        Assert.Contains("model.json is there already; --force replaces it.", error, StringComparison.Ordinal);
        Assert.StartsWith("mine", await File.ReadAllTextAsync(kept), StringComparison.Ordinal);

        Assert.Equal(0, (await RunAsync("estimate-model", register, "--out", kept, "--force")).Code);
        Assert.NotNull(MatchModel.Parse(await File.ReadAllTextAsync(kept)));
    }

    [Fact]
    public async Task A_register_too_small_to_estimate_from_is_refused_and_nothing_is_written()
    {
        var register = Write("register.csv", ["id,surname,given,dob,sex", .. People(150), "N-bad,,,,"]);

        var (code, error) = await ErrorOfAsync("estimate-model", register, "--out", At("model.json"));

        Assert.Equal(2, code);
        Assert.Contains("No model was estimated: The register has 150 nominals; to estimate from takes at least 200.", error, StringComparison.Ordinal);
        Assert.False(File.Exists(At("model.json")));
    }

    [Fact]
    public async Task A_file_without_the_columns_of_a_register_is_refused()
    {
        var (code, error) = await ErrorOfAsync("estimate-model", Write("people.csv", "colour,size", "red,4"), "--out", At("model.json"));
        Assert.Equal(2, code);
        Assert.Contains("needs the columns id", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_starting_model_that_is_none_is_refused_by_name()
    {
        var register = Write("register.csv", ["id,surname,given,dob,sex", .. People(300)]);

        var (code, error) = await ErrorOfAsync("estimate-model", register, "--out", At("model.json"), "--from", Write("old.json", "{}"));
        Assert.Equal(2, code);
        Assert.Contains("old.json cannot be used: Not a model file", error, StringComparison.Ordinal);

        (code, error) = await ErrorOfAsync("estimate-model", register, "--out", At("model.json"), "--from", At("nowhere.json"));
        Assert.Equal(2, code);
        Assert.Contains("There is no model", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("There is no file", "estimate-model", "/nowhere.csv", "--out", "/tmp/never.json")]
    [InlineData("--pairs is a number from", "estimate-model", "REGISTER", "--out", "/tmp/never.json", "--pairs", "5")]
    [InlineData("name the same file", "estimate-model", "REGISTER", "--out", "/tmp/never.json", "--report", "/tmp/never.json")]
    [InlineData("is the register itself", "estimate-model", "REGISTER", "--out", "REGISTER", "--force")]
    [InlineData("There is no folder", "estimate-model", "REGISTER", "--out", "/nowhere/model.json")]
    [InlineData("--date is a date", "estimate-model", "REGISTER", "--out", "/tmp/never.json", "--date", "22/11/2026")]
    [InlineData("--out", "estimate-model", "REGISTER")]
    [InlineData("There is no model", "serve", "--model", "/nowhere.json", "--port", "0", "--data", "FOLDER")]
    public async Task A_mistake_on_the_command_line_is_told_in_words(string words, params string[] arguments)
    {
        var register = Write("register.csv", ["id,surname,given,dob,sex", .. People(300)]);

        var (code, error) = await ErrorOfAsync([.. arguments.Select(a => a == "REGISTER" ? register : a == "FOLDER" ? folder : a)]);

        Assert.NotEqual(0, code);
        Assert.Contains(words, error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    private static IEnumerable<string> People(int count)
    {
        string[] surnames = ["Smith", "Okafor", "Featherstone", "Kowalski", "Begum", "Murphy", "Quill", "Nguyen"];
        string[] given = ["Ann", "Jonathan", "Mary", "Olumide", "Zofia"];
        return Enumerable.Range(0, count).Select(i => string.Create(
            CultureInfo.InvariantCulture,
            $"N-{i},{surnames[i % surnames.Length]},{given[i % given.Length]},{new DateOnly(1960, 1, 1).AddDays(i * 37):yyyy-MM-dd},{(i % 3 == 0 ? "F" : "M")}"));
    }

    private static async Task<(int Code, string Error)> ErrorOfAsync(params string[] arguments)
    {
        var (code, _, error) = await RunAsync(arguments);
        return (code, error);
    }

    private static async Task<(int Code, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var code = await HubCommands.Create().Parse(arguments).InvokeAsync(new() { Output = output, Error = error });
        return (code, output.ToString(), error.ToString());
    }

    private string At(string name) => Path.Combine(folder, name);

    private string Write(string name, params string[] lines)
    {
        File.WriteAllLines(At(name), lines);
        return At(name);
    }
}
