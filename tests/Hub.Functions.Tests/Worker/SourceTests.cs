using System.Reflection;
using System.Text.RegularExpressions;
using Hub.Functions.Hosting;
using Hub.Functions.Tests.House;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Hub.Functions.Tests.Worker;

/// <summary>That the sources of the functions compile for the real worker, as far as this build can tell.</summary>
public sealed partial class SourceTests
{
    private static readonly Type[] Known =
    [
        typeof(FunctionAttribute), typeof(HttpTriggerAttribute), typeof(TimerTriggerAttribute), typeof(ServiceBusTriggerAttribute),
        typeof(CosmosDBTriggerAttribute), typeof(BlobTriggerAttribute), typeof(FixedDelayRetryAttribute), typeof(ExponentialBackoffRetryAttribute),
    ];

    [Fact]
    public void Functions_carry_only_attributes_that_the_real_worker_has_too()
    {
        var functions = typeof(HubServices).Assembly.GetTypes().SelectMany(t => t.GetMethods()).Where(m => m.IsDefined(typeof(FunctionAttribute))).ToList();
        Assert.NotEmpty(functions);
        var used = functions.SelectMany(m => m.GetCustomAttributes().Concat(m.GetParameters().SelectMany(p => p.GetCustomAttributes())))
            .Select(a => a.GetType()).Where(t => t.Namespace!.StartsWith("Microsoft.Azure", StringComparison.Ordinal)).Distinct();
        Assert.All(used, t => Assert.Contains(t, Known));
    }

    [Fact]
    public void Nothing_the_worker_is_built_of_uses_what_its_build_leaves_out()
    {
        var guilty = Repository.Files("functions", "*.cs")
            .Select(f => Path.GetRelativePath(Path.Combine(Repository.Root, "functions"), f).Replace('\\', '/'))
            .Where(f => f != "Program.cs" && !f.StartsWith("Commands/", StringComparison.Ordinal) && !f.StartsWith("Demo/", StringComparison.Ordinal) && !f.StartsWith("Hosting/Embedded", StringComparison.Ordinal))
            .Where(f => LeftOut().IsMatch(File.ReadAllText(Path.Combine(Repository.Root, "functions", f))));
        Assert.Empty(guilty);
    }

    [Fact]
    public void The_build_leaves_out_what_this_test_says()
    {
        var targets = File.ReadAllText(Path.Combine(Repository.Root, "Directory.Build.targets"));
        Assert.Contains("""<Compile Remove="Program.cs;Commands/**;Demo/**;Hosting/Embedded*.cs" />""", targets, StringComparison.Ordinal);
        Assert.Contains("""<Compile Remove="Worker/**" />""", targets, StringComparison.Ordinal);
    }

    /// <summary>The embedded host declares the worker's types; whatever it declares beside those listed here no function may come to rely on.</summary>
    [Fact]
    public void The_triggers_that_are_declared_are_those_that_are_listed()
    {
        var declared = typeof(FunctionAttribute).Assembly.GetExportedTypes()
            .Where(t => t.IsSubclassOf(typeof(Attribute)) && !t.IsAbstract && t.Namespace == typeof(FunctionAttribute).Namespace);
        Assert.Equal(Known.Select(t => t.Name).Order(StringComparer.Ordinal), declared.Select(t => t.Name).Order(StringComparer.Ordinal));
        Assert.All(Known, t => Assert.True(t == typeof(FunctionAttribute) || t.IsSubclassOf(typeof(TriggerBindingAttribute)) || t.IsSubclassOf(typeof(RetryAttribute))));
    }

    [GeneratedRegex(@"Hub\.Embedded|EmbeddedHub|Hub\.Functions\.(Commands|Demo)|System\.CommandLine|Spectre\.Console")]
    private static partial Regex LeftOut();
}
