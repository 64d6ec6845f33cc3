using Hub.Embedded.Hosting;
using Hub.Embedded.Tests.Hosting.Support;
using Hub.Messaging;
using Hub.Testing;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Embedded.Tests.Hosting;

public class StartTableTests
{
    [Fact]
    public async Task The_table_names_everything_that_runs_in_columns()
    {
        await using var host = await TestHost.StartAsync(
            s => s.AddSingleton<IMessageBus>(new ScriptedBus())
                .AddSingleton<IChangeFeed>(new ScriptedFeed())
                .AddSingleton<IBlobReceipts>(new MemoryReceipts())
                .AddSingleton<TimeProvider>(new ManualTime(new(2026, 11, 22, 9, 57, 30, TimeSpan.Zero))),
            typeof(Everything));
        using var writer = new StringWriter { NewLine = "\n" };
        host.Host.WriteTable(writer);
        Assert.Equal(
            $"""
            Listening on {host.Host.Address}

            HTTP
              GET       /health             Health
              GET HEAD  /reports/{"{id:guid}"}  ReadReport

            Subscriptions
              reports/assess                   type in accepted  AssessReport
              reports/assess/$DeadLetterQueue  dead letters      QuarantineReport

            Timers
              0 */5 * * * *  next 2026-11-22 10:00:00Z           Sweep
              0 0 3 * * *    next 2026-11-23 03:00:00Z, and now  Tidy

            Change feeds
              hub/cases  Change  Relay

            Blobs
              feeds/in/{"{name}"}.csv  {Path.Combine(host.BlobRoot, "feeds")}  TakeFile

            """.ReplaceLineEndings("\n"),
            writer.ToString());
    }

    [Fact]
    public void There_is_no_table_and_no_address_before_the_start()
    {
        var host = EmbeddedHost.Create(new() { Topology = TestHost.Topology, BlobRoot = "unused", Port = 0 });
        Assert.Throws<InvalidOperationException>(() => host.WriteTable(TextWriter.Null));
        Assert.Throws<InvalidOperationException>(() => host.Address);
    }

    public sealed class Everything
    {
        [Function("ReadReport")]
        public IResult Read([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "reports/{id:guid}")] HttpRequest request, Guid id) => Results.Ok();

        [Function("Health")]
        public IResult Health([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "health")] HttpRequest request) => Results.Ok();

        [Function("AssessReport")]
        public void Assess([ServiceBusTrigger("reports", "assess")] string body) { }

        [Function("QuarantineReport")]
        public void Quarantine([ServiceBusTrigger("reports", "assess/$DeadLetterQueue")] string body) { }

        [Function("Sweep")]
        public void Sweep([TimerTrigger("0 */5 * * * *")] TimerInfo timer) { }

        [Function("Tidy")]
        public void Tidy([TimerTrigger("0 0 3 * * *", RunOnStartup = true)] TimerInfo timer) { }

        [Function("Relay")]
        public void Relay([CosmosDBTrigger("hub", "cases")] IReadOnlyList<Change> changes) { }

        [Function("TakeFile")]
        public void Take([BlobTrigger("feeds/in/{name}.csv")] Stream content, string name) { }
    }
}
