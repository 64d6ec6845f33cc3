using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Hub.Embedded.Hosting;
using Hub.Functions.Hosting;
using Hub.Functions.Tests.House;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Hub.Functions.Tests.Worker;

/// <summary>What the real host is told in its files, held to what the functions and the embedded host say.</summary>
public sealed class HostFilesTests
{
    private static readonly JsonElement Host = Read("host.json");
    private static readonly JsonElement Bus = Host.GetProperty("extensions").GetProperty("serviceBus");
    private static readonly HashSet<string> Settings = [.. Read("local.settings.template.json").GetProperty("Values").EnumerateObject().Select(s => s.Name)];

    [Fact]
    public void Routes_are_as_the_functions_write_them() =>
        Assert.Equal("", Host.GetProperty("extensions").GetProperty("http").GetProperty("routePrefix").GetString());

    [Fact]
    public void A_message_is_held_as_long_as_on_the_embedded_host_and_as_many_at_once()
    {
        Assert.Equal(EmbeddedHostOptions.LongestLockHold, Time(Bus.GetProperty("maxAutoLockRenewalDuration")));
        Assert.Equal(new EmbeddedHostOptions { FunctionAssemblies = [], Topology = HubTopology.Topology, BlobRoot = "" }.MaxConcurrentCalls, Bus.GetProperty("maxConcurrentCalls").GetInt32());
        Assert.Equal(0, Bus.GetProperty("prefetchCount").GetInt32());
        Assert.True(Bus.GetProperty("autoCompleteMessages").GetBoolean());
    }

    [Fact]
    public void A_function_may_take_longer_than_a_message_is_held_so_that_no_call_is_cut_off_with_its_lock() =>
        Assert.True(Time(Host.GetProperty("functionTimeout")) > EmbeddedHostOptions.LongestLockHold);

    [Fact]
    public void Requests_and_exceptions_are_never_sampled_away()
    {
        Assert.Equal("OpenTelemetry", Host.GetProperty("telemetryMode").GetString());
        var kept = Host.GetProperty("logging").GetProperty("applicationInsights").GetProperty("samplingSettings").GetProperty("excludedTypes").GetString()!.Split(';');
        Assert.Contains("Request", kept);
        Assert.Contains("Exception", kept);
    }

    [Fact]
    public void No_bundle_of_extensions_stands_beside_those_of_the_build() => Assert.False(Host.TryGetProperty("extensionBundle", out _));

    [Fact]
    public void Every_trigger_that_listens_somewhere_names_a_connection_and_the_template_has_it()
    {
        var connections = Triggers().Where(t => t is not HttpTriggerAttribute and not TimerTriggerAttribute)
            .Select(t => t.GetType().GetProperty("Connection")!.GetValue(t) as string ?? "").ToList();
        Assert.NotEmpty(connections);
        Assert.All(connections, c => Assert.Contains(c, Settings));
    }

    [Fact]
    public void Every_setting_that_a_trigger_takes_its_value_from_is_in_the_template()
    {
        var named = Triggers().SelectMany(t => t.GetType().GetProperties().Select(p => p.GetValue(t)).OfType<string>())
            .SelectMany(v => v.Split('%').Where((_, i) => i % 2 == 1));
        Assert.All(named, n => Assert.Contains(n, Settings));
    }

    [Theory]
    [InlineData("FUNCTIONS_WORKER_RUNTIME", "dotnet-isolated")]
    [InlineData("AzureWebJobsDisableHomepage", "true")]
    public void The_template_says_what_the_host_must_know(string setting, string value) =>
        Assert.Equal(value, Read("local.settings.template.json").GetProperty("Values").GetProperty(setting).GetString());

    private static IEnumerable<TriggerBindingAttribute> Triggers() =>
        typeof(HubServices).Assembly.GetTypes().SelectMany(t => t.GetMethods()).Where(m => m.IsDefined(typeof(FunctionAttribute)))
            .SelectMany(m => m.GetParameters()).SelectMany(p => p.GetCustomAttributes<TriggerBindingAttribute>());

    private static TimeSpan Time(JsonElement text) => TimeSpan.Parse(text.GetString()!, CultureInfo.InvariantCulture);

    private static JsonElement Read(string file) => JsonSerializer.Deserialize<JsonElement>(File.ReadAllText(Path.Combine(Repository.Root, "functions", file)));
}
