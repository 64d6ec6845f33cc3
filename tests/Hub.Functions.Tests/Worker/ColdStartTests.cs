using System.Reflection;
using Hub.Archive;
using Hub.Auditing;
using Hub.Border.Manifests;
using Hub.Cases;
using Hub.Functions.Desk;
using Hub.Functions.Hosting;
using Hub.Functions.Http;
using Hub.Functions.Identity;
using Hub.Matching;
using Hub.Messaging;
using Hub.Nominals;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Moq;

namespace Hub.Functions.Tests.Worker;

/// <summary>An instance must start quickly: whatever it needs is asked for at the first use, not when it is put together.</summary>
public sealed class ColdStartTests
{
    private static readonly Type[] Ports = [typeof(ICaseStore), typeof(INominalRegister), typeof(IMessageBus), typeof(IAccessLog), typeof(IArchive), typeof(IManifestDrop)];

    public static TheoryData<string> Classes() => [.. new[] { typeof(SafeHeaders), typeof(ErrorMapping), typeof(Authentication), typeof(RegisterFollowing) }
        .Concat(typeof(HubServices).Assembly.GetTypes().Where(t => t.GetMethods().Any(m => m.IsDefined(typeof(FunctionAttribute)))))
        .Select(t => t.FullName!)];

    [Theory]
    [MemberData(nameof(Classes))]
    public async Task Making_it_asks_no_store_no_bus_and_no_issuer(string name)
    {
        var ports = Ports.ToDictionary(p => p, p => (Mock)Activator.CreateInstance(typeof(Mock<>).MakeGenericType(p), MockBehavior.Strict)!);
        await using var services = Services(ports);

        // A strict port fails whatever is asked of it, and the issuer's address answers to nobody.
        Assert.NotNull(ActivatorUtilities.GetServiceOrCreateInstance(services, typeof(HubServices).Assembly.GetType(name, throwOnError: true)!));
        Assert.All(ports.Values, p => Assert.Empty(p.Invocations));
    }

    [Fact]
    public async Task Nothing_runs_by_itself_before_the_first_call()
    {
        var ports = Ports.ToDictionary(p => p, p => (Mock)Activator.CreateInstance(typeof(Mock<>).MakeGenericType(p), MockBehavior.Strict)!);
        await using var services = Services(ports);
        Assert.Empty(services.GetServices<IHostedService>());
    }

    private static ServiceProvider Services(Dictionary<Type, Mock> ports)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Identity:Issuer"] = "urn:nobody",
            ["Identity:Audience"] = "urn:nobody",
            ["Identity:MetadataAddress"] = "https://localhost:1/metadata",
        }).Build();
        var services = new ServiceCollection().AddLogging().AddSingleton<IConfiguration>(configuration).AddSingleton<IHostEnvironment>(Mock.Of<IWebHostEnvironment>()).AddSingleton(Mock.Of<IWebHostEnvironment>()).AddSingleton(new DeskSettings()).AddSingleton(TimeProvider.System).AddSingleton(_ => MatchModel.Shipped).AddIdentity(configuration).AddHub()
            .AddSingleton(_ => new ManifestFiles((IArchive)ports[typeof(IArchive)].Object));
        foreach (var (port, mock) in ports)
        {
            services.AddSingleton(port, mock.Object);
        }

        return services.BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });
    }
}
