using System.Net.Sockets;
using Azure;
using Azure.Messaging.ServiceBus;
using Hub.Archive;
using Hub.Auditing;
using Hub.Azure.Connections;
using Hub.Azure.Cosmos;
using Hub.Border.Manifests;
using Hub.Cases;
using Hub.Functions.Health;
using Hub.Functions.Hosting;
using Hub.Functions.Identity;
using Hub.Matching;
using Hub.Messaging;
using Hub.Nominals;
using Microsoft.Azure.Cosmos;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Hub.Azure.Tests.Adapters;

/// <summary>All the adapters put together by settings, as the worker does.</summary>
public sealed class AzureAdaptersTests
{
    // Where nobody listens: whatever connected while it is put together would fail.
    private static readonly Dictionary<string, string?> Emulators = new()
    {
        ["Cosmos"] = "AccountEndpoint=http://localhost:1/;AccountKey=a2V5",
        ["Cosmos:connectionMode"] = "Gateway",
        ["Cosmos:regions"] = "UK South, UK West",
        ["ServiceBus"] = "Endpoint=sb://localhost;SharedAccessKeyName=x;SharedAccessKey=x;UseDevelopmentEmulator=true;",
        ["Storage"] = "UseDevelopmentStorage=true",
    };

    private static readonly Dictionary<string, string?> InAzure = new()
    {
        ["Cosmos:accountEndpoint"] = "https://hub-test.documents.azure.example",
        ["ServiceBus:fullyQualifiedNamespace"] = "hub-test.servicebus.example",
        ["Storage:blobServiceUri"] = "https://hubtest.blob.example",
        ["AZURE_CLIENT_ID"] = "6f1c7a52-6a0e-4a43-9a57-0b7f6c1d2e3f",
    };

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Every_port_has_its_adapter_and_none_is_connected_by_being_made(bool emulators)
    {
        await using var services = Services(emulators ? Emulators : InAzure);
        foreach (var port in new[] { typeof(ICaseStore), typeof(ICaseView), typeof(INominalRegister), typeof(IMessageBus), typeof(IAccessLog), typeof(IArchive), typeof(ManifestFiles), typeof(IManifestDrop), typeof(IStoreFailures) })
        {
            Assert.NotNull(services.GetRequiredService(port));
        }

        Assert.Empty(services.GetServices<IHostedService>());
    }

    [Fact]
    public void The_database_is_spoken_to_as_the_settings_say()
    {
        var settings = CosmosSettings.From(Configuration(Emulators));
        Assert.Equal((ConnectionMode.Gateway, false), (settings.ConnectionMode, settings.CreateContainers));
        Assert.Equal(["UK South", "UK West"], settings.Regions);
        Assert.Equal(ConnectionMode.Direct, CosmosSettings.From(Configuration(InAzure)).ConnectionMode);
    }

    [Theory]
    [InlineData("Both Cosmos__accountEndpoint and Cosmos", "Cosmos", "AccountEndpoint=http://localhost:1/;AccountKey=a2V5", "Cosmos:accountEndpoint", "https://hub.example")]
    [InlineData("not the address of a database", "Cosmos:accountEndpoint", "hub")]
    [InlineData("not the address of a database", "Cosmos:accountEndpoint", "http://hub.example")]
    [InlineData("other than an emulator", "Cosmos", "AccountEndpoint=https://hub.documents.azure.example;AccountKey=a2V5")]
    [InlineData("not a connection string of Cosmos DB", "Cosmos", "nonsense")]
    [InlineData("neither Direct nor Gateway", "Cosmos", "AccountEndpoint=http://localhost:1/;AccountKey=a2V5", "Cosmos:connectionMode", "Fast")]
    public void Settings_that_are_wrong_stop_the_start_in_words(string words, params string[] settings)
    {
        var given = settings.Chunk(2).ToDictionary(p => p[0], p => (string?)p[1]);
        var refused = Assert.Throws<ConnectionSettingsException>(() => new ServiceCollection().AddAzureAdapters(Configuration(given)));
        Assert.Contains(words, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("a2V5", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settings_that_are_missing_do_not_stop_the_start_and_whoever_needs_them_is_told()
    {
        await using var services = Services([]);
        var failures = services.GetRequiredService<IStoreFailures>();

        await Assert.ThrowsAsync<StoreUnavailableException>(() => services.GetRequiredService<ICaseStore>().ReadAsync(CaseId.For("arrests", "1"), CancellationToken.None));
        Assert.NotNull(failures.Read(await Assert.ThrowsAsync<ConnectionSettingsException>(() => services.GetRequiredService<IMessageBus>().DepthsAsync(CancellationToken.None))));
        Assert.NotNull(failures.Read(Assert.Throws<ConnectionSettingsException>(() => services.GetRequiredService<IArchive>())));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Health_is_told_where_no_store_is_set_and_where_none_answers(bool set)
    {
        var configuration = Configuration(set ? Emulators : []);
        await using var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddSingleton(_ => MatchModel.Shipped)
            .AddIdentity(configuration).AddAzureAdapters(configuration).AddHub().BuildServiceProvider();

        var health = await services.GetRequiredService<HealthReading>().ReadAsync(CancellationToken.None);

        Assert.Equal(["cases", "bus"], health.Unseen);
        Assert.NotNull(ActivatorUtilities.CreateInstance<HealthFunction>(services));
    }

    public static TheoryData<Exception, string> Passing() => new()
    {
        { new ServiceBusException("x", ServiceBusFailureReason.ServiceCommunicationProblem), "message bus" },
        { new ServiceBusException("x", ServiceBusFailureReason.ServiceBusy), "message bus" },
        { new RequestFailedException(503, "x"), "archive" },
        { new AggregateException(new RequestFailedException(0, "x", new SocketException())), "archive" },
        { new AggregateException(new TaskCanceledException(), new TaskCanceledException()), "archive" },
        { new AggregateException(new TaskCanceledException(), new IOException(), new RequestFailedException(0, "x")), "archive" },
        { new CosmosException("x", System.Net.HttpStatusCode.Gone, 0, "", 0), "store" },
        { new InvalidOperationException("x", new HttpRequestException("x")), "keeps" },
    };

    [Theory]
    [MemberData(nameof(Passing))]
    public void A_service_that_is_away_is_known_by_its_clients_exception(Exception failure, string what)
    {
        var said = new AzureFailures().Read(failure);
        Assert.Contains(what, said!.Message, StringComparison.Ordinal);
        Assert.Same(failure, said.InnerException);
    }

    public static TheoryData<Exception> Lasting() => new()
    {
        new ServiceBusException("x", ServiceBusFailureReason.MessagingEntityNotFound),
        new RequestFailedException(404, "x"),
        new RequestFailedException(403, "x"),
        new CosmosException("x", System.Net.HttpStatusCode.BadRequest, 0, "", 0),
        new InvalidOperationException("x"),
        new OperationCanceledException(),
        new AggregateException(new TaskCanceledException(), new InvalidOperationException()),
    };

    [Theory]
    [MemberData(nameof(Lasting))]
    public void What_trying_again_does_not_mend_is_not_taken_for_it(Exception failure) => Assert.Null(new AzureFailures().Read(failure));

    private static IConfiguration Configuration(Dictionary<string, string?> settings) => new ConfigurationBuilder().AddInMemoryCollection(settings).Build();

    private static ServiceProvider Services(Dictionary<string, string?> settings) =>
        new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddAzureAdapters(Configuration(settings)).BuildServiceProvider();
}
