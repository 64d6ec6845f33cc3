using System.Text.RegularExpressions;
using Hub.Functions.Tests.House;

namespace Hub.Functions.Tests.Infra;

/// <summary>Alerts look for lines the hub writes, and each has its row in the runbook.</summary>
public sealed partial class AlertsTests
{
    private static readonly string Alerts = File.ReadAllText(Path.Combine(Repository.Root, "infra", "modules", "alerts.bicep"));
    private static readonly string Code = string.Concat(Repository.Files("functions", "*.cs").Select(File.ReadAllText));

    [Fact]
    public void Every_line_an_alert_looks_for_is_logged()
    {
        var lines = Looked().Matches(Alerts).Select(m => m.Groups[1].Value).Distinct().ToList();

        Assert.True(lines.Count > 5, "the alerts look for nearly nothing");
        Assert.All(lines, line => Assert.Matches($@"log\.Log(Information|Warning|Error)\(\s*([\w.]+, )?""{Regex.Escape(line)}", Code));
    }

    [Fact]
    public void Every_number_an_alert_reads_is_in_the_state_line()
    {
        var state = File.ReadAllText(Path.Combine(Repository.Root, "functions", "Health", "WatchHealth.cs"));
        var names = Read().Matches(Alerts).Select(m => m.Groups[1].Value).Distinct().ToList();
        var words = Extracted().Matches(Alerts).Select(m => m.Groups[1].Value).ToList();

        Assert.Equal(5, names.Count);
        Assert.Equal(5, words.Count);
        Assert.All(names.Zip(words), pair => Assert.Contains($"{pair.Second} {{{pair.First}}}", state, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_alert_has_its_row_in_the_runbook()
    {
        var runbook = File.ReadAllText(Path.Combine(Repository.Root, "infra", "README.md"));

        Assert.True(Name().Count(Alerts) > 10, "hardly an alert was found");
        Assert.All(Name().Matches(Alerts), a => Assert.Contains($"| `{a.Groups[1].Value}` | {a.Groups[2].Value} |", runbook, StringComparison.Ordinal));
    }

    [Fact]
    public void No_line_is_left_out_with_the_trace_it_belongs_to()
    {
        // Else the exporter drops lines whose trace it did not keep, of which it keeps five a second.
        Assert.Contains("EnableTraceBasedLogsSampler = false", Code, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"startswith ""([^""]+)""")]
    private static partial Regex Looked();

    [GeneratedRegex(@"tostring\(Properties\.(?!prop__)(\w+)\)")]
    private static partial Regex Read();

    [GeneratedRegex(@"extract\(""([a-z ]+) \(")]
    private static partial Regex Extracted();

    [GeneratedRegex(@"^    name: '([a-z-]+)'\n    severity: (\d)", RegexOptions.Multiline)]
    private static partial Regex Name();
}
