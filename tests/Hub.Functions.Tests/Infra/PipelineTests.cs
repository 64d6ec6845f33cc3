using System.Text.RegularExpressions;
using Hub.Functions.Commands;
using Hub.Functions.Tests.House;

namespace Hub.Functions.Tests.Infra;

/// <summary>The pipeline and the emulators' file: what they name is there, in an order that holds, and nothing secret or open to the network is in them.</summary>
public sealed partial class PipelineTests
{
    private static readonly string Pipeline = Read("azure-pipelines.yml");

    private static readonly string[] Files = ["azure-pipelines.yml", "infra/pipeline/deploy.yml", "infra/pipeline/roll-back.yml", "infra/local/compose.yaml"];

    [Fact]
    public void Every_file_is_indented_by_pairs_of_blanks_and_closes_what_it_opens()
    {
        Assert.All(Files, name =>
        {
            var text = Read(name);
            Assert.DoesNotContain('\t', text);
            Assert.DoesNotContain(text.Split('\n'), line => line.TrimEnd() != line);
            Assert.DoesNotContain(text.Split('\n'), line => line.TakeWhile(c => c == ' ').Count() % 2 == 1);
            Assert.All(["{}", "[]", "()"], pair => Assert.Equal(text.Count(c => c == pair[0]), text.Count(c => c == pair[1])));
        });
    }

    [Fact]
    public void Stages_wait_for_stages_that_are_there_and_production_comes_last()
    {
        var stages = StageName().Matches(Pipeline).Select(m => m.Groups[1].Value).ToList();

        Assert.Equal(["build", "whatif", "test", "prod"], stages);
        Assert.Equal(["build", "whatif", "test"], DependsOn().Matches(Pipeline).Select(m => m.Groups[1].Value));
        Assert.Equal(["hub-test", "hub-prod"], Environment().Matches(Pipeline).Select(m => m.Groups[1].Value));
    }

    [Fact]
    public void Templates_are_there_and_are_given_what_they_ask_for()
    {
        var calls = Template().Matches(Pipeline);

        Assert.Equal(4, calls.Count);
        Assert.All(calls, call =>
        {
            var asked = TemplateParameter().Matches(Read(call.Groups[1].Value)).Select(m => m.Groups[1].Value);
            Assert.Equal(asked, GivenParameter().Matches(call.Groups[2].Value).Select(m => m.Groups[1].Value));
        });
    }

    [Fact]
    public void Every_file_a_step_names_is_in_the_repository()
    {
        string[] named = [".ci/run", "infra/smoke.sh", "infra/main.bicep", "infra/test.bicepparam", "infra/prod.bicepparam", "functions/Hub.Functions.csproj", "tests/Hub.Azure.Tests/StandIns/Azurite/package-lock.json"];

        Assert.All(named, n => Assert.Contains(n.Replace("infra/test.", "infra/$(where).", StringComparison.Ordinal).Replace("infra/prod.", "infra/$(where).", StringComparison.Ordinal), Pipeline + Read("infra/pipeline/deploy.yml"), StringComparison.Ordinal));
        Assert.All(named, n => Assert.True(File.Exists(Path.Combine(Repository.Root, n)), $"{n} is not there"));
    }

    [Fact]
    public void A_deployment_is_asked_and_a_wrong_answer_brings_the_last_good_package_back()
    {
        Assert.Contains("infra/smoke.sh", Read("infra/pipeline/deploy.yml"), StringComparison.Ordinal);
        Assert.Contains("infra/smoke.sh", Read("infra/pipeline/roll-back.yml"), StringComparison.Ordinal);
        Assert.Contains("addbuildtag]${{ parameters.where }}-works", Read("infra/pipeline/deploy.yml"), StringComparison.Ordinal);
        Assert.Contains("tags: ${{ parameters.where }}-works", Read("infra/pipeline/roll-back.yml"), StringComparison.Ordinal);
        Assert.Equal(2, Pipeline.Split("roll-back.yml").Length - 1);
    }

    [Fact]
    public void Nothing_is_secret_and_emulators_answer_this_machine_only()
    {
        Assert.All(Files, name => Assert.DoesNotMatch("(?i)(accountkey=|sharedaccesskey=|secret:|password: [^$])", Read(name)));
        Assert.All(Port().Matches(Read("infra/local/compose.yaml")), m => Assert.StartsWith("127.0.0.1:", m.Groups[1].Value, StringComparison.Ordinal));
        Assert.Contains($"./{Path.GetFileName(TopologyFiles.Emulator)}:", Read("infra/local/compose.yaml"), StringComparison.Ordinal);
    }

    private static string Read(string name) => File.ReadAllText(Path.Combine(Repository.Root, name)).ReplaceLineEndings("\n");

    [GeneratedRegex(@"^  - stage: (\w+)$", RegexOptions.Multiline)]
    private static partial Regex StageName();

    [GeneratedRegex(@"^    dependsOn: (\w+)$", RegexOptions.Multiline)]
    private static partial Regex DependsOn();

    [GeneratedRegex(@"^        environment: ([\w-]+)$", RegexOptions.Multiline)]
    private static partial Regex Environment();

    [GeneratedRegex(@"- template: (\S+)\n +parameters: \{(.+)\}")]
    private static partial Regex Template();

    [GeneratedRegex(@"- \{ name: (\w+),")]
    private static partial Regex TemplateParameter();

    [GeneratedRegex(@"(\w+):")]
    private static partial Regex GivenParameter();

    [GeneratedRegex(@"'([\d.:]+:\d+)'")]
    private static partial Regex Port();
}
