using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Hub.Functions.Flow;
using Hub.Functions.Tests.House;
using Hub.Functions.Tests.Infra.Bicep;
using Microsoft.Azure.Functions.Worker;

namespace Hub.Functions.Tests.Infra;

/// <summary>Every setting the code names is set where the hub is deployed, and where it is run against emulators.</summary>
public sealed partial class AppSettingsTests
{
    private static readonly string Template = Path.Combine(Repository.Root, "functions", "local.settings.template.json");

    /// <summary>Named in the code and rightly not deployed.</summary>
    private static readonly Dictionary<string, string> ForEmulatorsOnly = new()
    {
        ["Cosmos__createContainers"] = "In Azure the deployment makes containers.",
        ["Identity__SigningKey"] = "In Azure the issuer publishes its keys.",
        ["OTEL_EXPORTER_OTLP_ENDPOINT"] = "In Azure telemetry goes to Application Insights.",
    };

    /// <summary>In place of these, an emulator has a connection string.</summary>
    private static readonly string[] ByIdentityOnly = ["Cosmos__accountEndpoint", "ServiceBus__fullyQualifiedNamespace", "Storage__blobServiceUri"];

    [Fact]
    public void Every_setting_the_code_names_is_deployed()
    {
        var deployed = Deployed();

        Assert.Empty(Named().Except(deployed).Except(ForEmulatorsOnly.Keys));
    }

    [Fact]
    public void The_connection_of_every_trigger_is_deployed_by_identity()
    {
        var deployed = Deployed();
        var connections = typeof(RelayEvents).Assembly.GetTypes()
            .SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .SelectMany(m => m.GetParameters())
            .SelectMany(p => p.GetCustomAttributes())
            .Select(a => a switch
            {
                ServiceBusTriggerAttribute bus => bus.Connection,
                CosmosDBTriggerAttribute cosmos => cosmos.Connection,
                BlobTriggerAttribute blob => blob.Connection,
                _ => null,
            })
            .OfType<string>()
            .Append("AzureWebJobsStorage")
            .Distinct()
            .ToList();

        Assert.Equal(4, connections.Count);
        Assert.All(connections, c => Assert.Contains($"{c}__credential", deployed));
        Assert.All(connections, c => Assert.Contains($"{c}__clientId", deployed));
        Assert.Contains("Storage__queueServiceUri", deployed);
    }

    [Fact]
    public void The_template_for_emulators_sets_every_connection_and_every_setting_and_none_the_code_does_not_know()
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Template));
        var set = file.RootElement.GetProperty("Values").EnumerateObject().Select(v => v.Name).ToHashSet();

        Assert.All((string[])["AzureWebJobsStorage", "Cosmos", "ServiceBus", "Storage"], c => Assert.Contains(c, set));
        Assert.Empty(Named().Except(ByIdentityOnly).Except(set));
        Assert.Empty(set.Where(s => s.Contains("__", StringComparison.Ordinal) && !s.StartsWith("AzureFunctionsJobHost__", StringComparison.Ordinal)).Except(Named()));
    }

    private static HashSet<string> Deployed()
    {
        var app = BicepFile.Read(Path.Combine(Repository.Root, "infra", "modules", "function-app.bicep"));
        return [.. app.Of("var").Where(v => v.Name is "connections" or "hub" or "platform").SelectMany(v => ((BicepObject)v.Value!).Members).Select(m => m.Key.Plain!)];
    }

    // By their names in code and comments, Section__Name; by what is read of a section; by a platform's own name.
    private static HashSet<string> Named() =>
    [
        .. Repository.Files("functions", "*.cs").Concat(Repository.Files("shared/Hub.Azure", "*.cs")).Select(File.ReadAllText).SelectMany(code =>
            SettingName().Matches(code).Select(m => m.Value)
                .Concat(PlatformName().Matches(code).Select(m => m.Groups[1].Value))
                .Concat(
                    from section in SectionRead().Matches(code)
                    from member in MemberRead().Matches(code)
                    select $"{(section.Groups[1].Success ? section.Groups[1].Value : ConnectionNamed().Match(code).Groups[1].Value)}__{member.Groups[1].Value}")),
    ];

    [GeneratedRegex(@"\b[A-Z][A-Za-z]+__[A-Za-z]+\b")]
    private static partial Regex SettingName();

    [GeneratedRegex(@"configuration\[""([A-Z][A-Z_]+)""\]")]
    private static partial Regex PlatformName();

    [GeneratedRegex(@"GetSection\((?:""([A-Za-z]+)""|Connection)\)")]
    private static partial Regex SectionRead();

    [GeneratedRegex(@"const string Connection = ""([A-Za-z]+)""")]
    private static partial Regex ConnectionNamed();

    [GeneratedRegex(@"section\[""([A-Za-z]+)""\]")]
    private static partial Regex MemberRead();
}
