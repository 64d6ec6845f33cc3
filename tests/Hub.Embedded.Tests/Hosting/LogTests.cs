using System.Collections.Concurrent;
using Hub.Embedded.Tests.Hosting.Support;
using Hub.Messaging;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hub.Embedded.Tests.Hosting;

public class LogTests
{
    private readonly ConcurrentQueue<(LogLevel Level, string Text)> lines = [];
    private readonly ScriptedBus bus = new();

    [Fact]
    public async Task A_failed_request_is_logged_by_function_and_type_of_error_and_names_nobody()
    {
        await using var host = await Start();
        await host.Client.GetAsync("fails/John%20Smith");
        Assert.Contains(lines, l => l is { Level: LogLevel.Error } && l.Text.Contains("FailsRequest failed with System.InvalidOperationException", StringComparison.Ordinal));
        NamesNobody();
    }

    [Fact]
    public async Task A_failed_message_is_logged_by_function_and_message_id_and_names_nobody()
    {
        await using var host = await Start();
        bus.Deliver(ScriptedBus.Message("m1", "John Smith"));
        await bus.NextSettlementAsync();
        Assert.Contains(lines, l => l is { Level: LogLevel.Error } && l.Text.Contains("FailsMessage failed on message m1, delivery 1 of 10: System.InvalidOperationException", StringComparison.Ordinal));
        NamesNobody();
    }

    private void NamesNobody() =>
        Assert.DoesNotContain(lines, l => l.Level > LogLevel.Debug && l.Text.Contains("Smith", StringComparison.Ordinal));

    private Task<TestHost> Start() => TestHost.StartAsync(
        s => s.AddSingleton<IMessageBus>(bus),
        o => o with { ConfigureLogging = logging => logging.SetMinimumLevel(LogLevel.Debug).AddProvider(new LogRecorder(lines)) },
        typeof(Fails));

    public sealed class Fails
    {
        [Function("FailsRequest")]
        public IResult Request([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "fails/{name}")] HttpRequest request, string name) => throw new InvalidOperationException(name);

        [Function("FailsMessage")]
        public void Message([ServiceBusTrigger("reports", "assess")] string body) => throw new InvalidOperationException(body);
    }
}
