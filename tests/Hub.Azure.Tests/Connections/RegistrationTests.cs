using Azure.Core;
using Hub.Archive;
using Hub.Azure.Archive;
using Hub.Azure.Messaging;
using Hub.Border.Manifests;
using Hub.Messaging;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Azure.Tests.Connections;

/// <summary>The adapters as the host has them, none of which connects to anything before it is used.</summary>
public sealed class RegistrationTests
{
    [Fact]
    public async Task Each_port_has_its_adapter_and_the_host_s_identity_is_used()
    {
        var identity = DelegatedTokenCredential.Create((_, _) => throw new InvalidOperationException("Nobody is asked who they are before something is sent."));
        await using var provider = new ServiceCollection()
            .AddSingleton(TimeProvider.System)
            .AddSingleton(identity)
            .AddHubServiceBus(new() { FullyQualifiedNamespace = "hub-test.servicebus.windows.net" })
            .AddHubBlobs(new() { Endpoint = new("https://hubtest.blob.core.windows.net") })
            .BuildServiceProvider();

        Assert.IsType<ServiceBusMessageBus>(provider.GetRequiredService<IMessageBus>());
        Assert.IsType<BlobArchive>(provider.GetRequiredService<IArchive>());
        Assert.IsType<BlobArchive>(provider.GetRequiredService<ManifestFiles>().Archive);
        Assert.IsType<BlobManifestDrop>(provider.GetRequiredService<IManifestDrop>());
        Assert.Same(identity, Assert.Single(provider.GetServices<TokenCredential>()));
    }
}
