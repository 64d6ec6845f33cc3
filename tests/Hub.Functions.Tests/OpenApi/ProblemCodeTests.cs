using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Hub.Json;

namespace Hub.Functions.Tests.OpenApi;

/// <summary>Codes are read off the source, so that a new one fails here until it is described, and one taken out until it is struck.</summary>
public sealed partial class ProblemCodeTests
{
    private static readonly ApiDocument Document = ApiDocument.Embedded;

    // How a row of a register file is said to be cut short; no body of the API gives it for a field.
    private static readonly string[] OnlyForWholeBodies = [FieldErrorCode.Malformed];

    // A manifest refused with one of these is answered with a problem of its own.
    private static readonly string[] ProblemsOfTheirOwn = ["too-large", "route-not-monitored"];

    [Fact]
    public void Every_problem_the_hub_can_answer_is_described_and_no_other()
    {
        var inSource = Codes("functions", ProblemCode()).Concat(Codes("shared/Hub/Json/JsonBody.cs", BodyCode()));
        Assert.Equal(inSource.Distinct().Order(), Enum("#/components/schemas/Problem").Order());
    }

    [Fact]
    public void Every_error_of_a_field_is_described_and_no_other()
    {
        var inSource = new[] { "functions", "shared/Hub/Feeds", "shared/Hub/Persons", "shared/Hub/Nominals/NominalJson.cs", "shared/Hub/Nominals/ManagementFields.cs", "shared/Hub/Nominals/Deltas", "shared/Hub/Nominals/Merging", "shared/Hub/Border/Hits", "shared/Hub/Border/Flights", "shared/Hub/DeportedOffenders/Alerts", "shared/Hub/DeportedOffenders/Cases/Moves", "shared/Hub/Border/Routes", "shared/Hub/Border/Travel" }
            .SelectMany(place => Codes(place, RefusalCode()).Concat(Codes(place, OwnRefusalCode())).Concat(Codes(place, FieldErrorOf())))
            .Concat(Codes("shared/Hub/Border", ManifestRefusal()).Except(ProblemsOfTheirOwn))
            .Concat(Codes("shared/Hub/Border/Manifests/Csv", RowCode()))
            .Concat(typeof(FieldErrorCode).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (string)f.GetRawConstantValue()!))
            .Except(OnlyForWholeBodies);
        Assert.Equal(inSource.Distinct().Order(), Enum("#/components/schemas/FieldError").Order());
    }

    [Fact]
    public void Every_kind_of_notice_is_described_and_no_other()
    {
        var kinds = typeof(Hub.Notices.NoticeKind).GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => (string)f.GetRawConstantValue()!);
        var described = Document.Root.GetProperty("components").GetProperty("schemas").GetProperty("Notice").GetProperty("properties").GetProperty("kind").GetProperty("enum");
        Assert.Equal(kinds.Order(), described.EnumerateArray().Select(k => k.GetString()!).Order());
    }

    [Fact]
    public void Every_state_of_a_notice_is_described_and_can_be_asked_for()
    {
        var states = System.Enum.GetNames<Hub.Notices.NoticeState>().Select(JsonNamingPolicy.CamelCase.ConvertName).Order().ToList();
        var described = Document.Find("#/components/schemas/Notice/properties/state");
        Assert.Equal(states, Names(described).Order());
        Assert.All(states, state => Assert.Contains($"`{state}`:", described.GetProperty("description").GetString(), StringComparison.Ordinal));
        var filter = Document.Operations.Single(o => o.Id == "notices_list").Element.GetProperty("parameters").EnumerateArray().Single(p => p.TryGetProperty("name", out var name) && name.ValueEquals("state"));
        Assert.Equal(states.Append("open").Order(), Names(filter.GetProperty("schema")).Order());

        static IEnumerable<string> Names(JsonElement schema) => schema.GetProperty("enum").EnumerateArray().Select(s => s.GetString()!);
    }

    [Fact]
    public void Every_operation_lists_its_codes_in_words_and_in_its_schema_alike()
    {
        var listed = new HashSet<string>();
        foreach (var operation in Document.Operations)
        {
            foreach (var response in operation.Element.GetProperty("responses").EnumerateObject().Select(r => Document.Resolve(r.Value)))
            {
                if (!response.TryGetProperty("content", out var content) || !content.TryGetProperty("application/problem+json", out var problem))
                {
                    continue;
                }

                var code = problem.GetProperty("schema").GetProperty("allOf")[1].GetProperty("properties").GetProperty("code");
                string[] codes = code.TryGetProperty("const", out var only) ? [only.GetString()!] : [.. code.GetProperty("enum").EnumerateArray().Select(c => c.GetString()!)];
                var words = response.GetProperty("description").GetString()!;
                Assert.All(codes, c => Assert.Contains($"`{c}`", words[words.IndexOf("Codes:", StringComparison.Ordinal)..], StringComparison.Ordinal));
                listed.UnionWith(codes);
            }
        }

        Assert.Equal(Enum("#/components/schemas/Problem").Order(), listed.Order());
    }

    private static IEnumerable<string> Enum(string schema) =>
        Document.Find(schema).GetProperty("properties").GetProperty("code").GetProperty("enum").EnumerateArray().Select(c => c.GetString()!);

    private static IEnumerable<string> Codes(string place, Regex shape)
    {
        var path = Path.Combine(Root(), place);
        var files = File.Exists(path) ? [path] : Directory.EnumerateFiles(path, "*.cs", SearchOption.AllDirectories).Where(f => !IsBelow(f, "obj") && !IsBelow(f, "Desk"));
        return files.SelectMany(f => shape.Matches(File.ReadAllText(f))).Select(m => m.Groups["code"].Success ? m.Groups["code"].Value : Constant(m.Groups["name"].Value));
    }

    /// <summary>Pages say theirs in words, so that a code of theirs is none of the API.</summary>
    private static bool IsBelow(string file, string folder) => file.Contains($"{Path.DirectorySeparatorChar}{folder}{Path.DirectorySeparatorChar}", StringComparison.Ordinal);

    private static string Constant(string name) => (string)typeof(FieldErrorCode).GetField(name)!.GetRawConstantValue()!;

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Hub.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside the repository, where there is no source to read codes from.");
        }

        return folder.FullName;
    }

    [GeneratedRegex("""\bOf\(\s*[\w.]+,\s*"(?<code>[a-z0-9-]+)""")]
    private static partial Regex ProblemCode();

    [GeneratedRegex("""Malformed\((?:"(?<code>[a-z0-9-]+)"|FieldErrorCode\.(?<name>\w+))""")]
    private static partial Regex BodyCode();

    [GeneratedRegex("""\bRefused?\([^,()]+,\s*"(?<code>[a-z0-9-]+)",""")]
    private static partial Regex RefusalCode();

    [GeneratedRegex("""\.Refuse\("(?<code>[a-z0-9-]+)",\s*\$?"[A-Z]""")]
    private static partial Regex OwnRefusalCode();

    [GeneratedRegex("""(?:Refuse\((?:[^,()]+,\s*)?|SetAside\([^"()]*)"(?<code>[a-z0-9]+(?:-[a-z0-9]+)+)(?=")""")]
    private static partial Regex RowCode();

    [GeneratedRegex("""new ManifestRefusedException\(.*?"(?<code>[a-z][a-z0-9-]+)(?=")""", RegexOptions.Singleline)]
    private static partial Regex ManifestRefusal();

    [GeneratedRegex("""(?:Invalid\(new|new FieldError)\([^,()]+,\s*"(?<code>[a-z0-9-]+)",""")]
    private static partial Regex FieldErrorOf();
}
