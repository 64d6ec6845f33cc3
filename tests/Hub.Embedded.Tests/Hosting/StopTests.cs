using Hub.Embedded.Tests.Hosting.Support;
using Hub.Messaging;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Embedded.Tests.Hosting;

public class StopTests
{
    private readonly ScriptedBus bus = new();

    [Fact]
    public async Task A_stop_lets_a_message_in_flight_finish()
    {
        await using var host = await TestHost.StartAsync(s => s.AddSingleton<IMessageBus>(bus), typeof(Works));
        bus.Deliver(ScriptedBus.Message("m1"));
        await host.Probe.NextAsync();
        var stopping = host.Host.StopAsync();
        host.Probe.Gate.SetResult();
        await stopping.WaitAsync(Probe.Patience);
        Assert.Equal("complete", (await bus.NextSettlementAsync()).How);
    }

    [Fact]
    public async Task A_stop_receives_no_more()
    {
        await using var host = await TestHost.StartAsync(s => s.AddSingleton<IMessageBus>(bus), typeof(Works));
        await host.Host.StopAsync().WaitAsync(Probe.Patience);
        bus.Deliver(ScriptedBus.Message("m1"));
        Assert.True(host.Probe.SawNothingMore);
    }

    [Fact]
    public async Task A_stop_lets_a_request_in_flight_finish()
    {
        await using var host = await TestHost.StartAsync(typeof(Answers));
        var asking = host.Client.GetStringAsync("answers");
        await host.Probe.NextAsync();
        var stopping = host.Host.StopAsync();
        host.Probe.Gate.SetResult();
        Assert.Equal("done", await asking);
        await stopping.WaitAsync(Probe.Patience);
    }

    [Fact]
    public async Task What_takes_too_long_is_cancelled_and_given_back()
    {
        await using var host = await TestHost.StartAsync(s => s.AddSingleton<IMessageBus>(bus), o => o with { ShutdownTimeout = TimeSpan.FromMilliseconds(1) }, typeof(Works));
        bus.Deliver(ScriptedBus.Message("m1"));
        await host.Probe.NextAsync();
        await host.Host.StopAsync().WaitAsync(Probe.Patience);
        var settlement = await bus.NextSettlementAsync();
        Assert.Equal(("abandon", TimeSpan.Zero), (settlement.How, settlement.Delay));
    }

    [Fact]
    public async Task A_stop_twice_is_a_stop()
    {
        await using var host = await TestHost.StartAsync(typeof(Answers));
        await host.Host.StopAsync();
        await host.Host.StopAsync();
    }

    [Fact]
    public async Task Waiting_for_the_end_stops_when_cancelled()
    {
        await using var host = await TestHost.StartAsync(typeof(Answers));
        using var end = new CancellationTokenSource();
        var waiting = host.Host.WaitForShutdownAsync(end.Token);
        await end.CancelAsync();
        await waiting.WaitAsync(Probe.Patience);
        await Assert.ThrowsAsync<HttpRequestException>(() => host.Client.GetAsync("answers"));
    }

    public sealed class Works(Probe probe)
    {
        [Function("Works")]
        public async Task Run([ServiceBusTrigger("reports", "assess")] string body, CancellationToken cancellationToken)
        {
            probe.Saw("started");
            await probe.Gate.Task.WaitAsync(cancellationToken);
        }
    }

    public sealed class Answers(Probe probe)
    {
        [Function("Answers")]
        public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "answers")] HttpRequest request)
        {
            probe.Saw("started");
            await probe.Gate.Task;
            return Results.Text("done");
        }
    }
}
