using System.Net;
using Hub.Embedded.Tests.Hosting.Support;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Embedded.Tests.Hosting;

public class HttpInvocationTests
{
    [Fact]
    public async Task Parameters_come_from_the_route_the_query_and_the_host()
    {
        await using var host = await TestHost.StartAsync(typeof(Things));
        Assert.Equal("7 9 hello Typed True", await host.Client.GetStringAsync("things/7/9?word=hello"));
    }

    [Fact]
    public async Task A_missing_optional_value_is_null()
    {
        await using var host = await TestHost.StartAsync(typeof(Things));
        Assert.Equal("none", await host.Client.GetStringAsync("optional"));
        Assert.Equal("3", await host.Client.GetStringAsync("optional/3"));
    }

    [Fact]
    public async Task An_unhandled_exception_is_500_with_an_empty_body()
    {
        await using var host = await TestHost.StartAsync(typeof(Things));
        using var answer = await host.Client.GetAsync("throws");
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task A_typed_result_is_executed()
    {
        await using var host = await TestHost.StartAsync(typeof(Things));
        using var answer = await host.Client.GetAsync("accepted");
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Equal("/reports/1", answer.Headers.Location?.ToString());
    }

    [Fact]
    public async Task A_body_of_any_size_reaches_the_function()
    {
        await using var host = await TestHost.StartAsync(typeof(Things));
        using var answer = await host.Client.PostAsync("count", new ByteArrayContent(new byte[40_000_000]));
        Assert.Equal("40000000", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task Each_call_has_a_scope_of_its_own_that_ends_with_it()
    {
        await using var host = await TestHost.StartAsync(services => services.AddScoped<Scoped>(), typeof(UsesScoped));
        var first = await host.Client.GetStringAsync("scoped");
        Assert.NotEqual(first, await host.Client.GetStringAsync("scoped"));
        Assert.Equal(Guid.Parse(first), await host.Probe.NextAsync());
    }

    [Fact]
    public async Task A_client_that_goes_away_cancels_the_request_and_not_the_call()
    {
        await using var host = await TestHost.StartAsync(typeof(Patient));
        using var leaving = new CancellationTokenSource();
        var asking = host.Client.GetAsync("patient", leaving.Token);
        Assert.Equal("asked", await host.Probe.NextAsync());
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asking);
        Assert.Equal("call cancelled: False", await host.Probe.NextAsync());
    }

    public sealed class Things
    {
        [Function("Typed")]
        public IResult Typed(
            [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "things/{number:int}/{big:long}")] HttpRequest request, int number, long big, FunctionContext context, CancellationToken cancellationToken) =>
            Results.Text($"{number} {big} {context.BindingContext.BindingData["word"]} {context.FunctionDefinition.Name} {cancellationToken == context.CancellationToken}");

        [Function("Optional")]
        public IResult Optional([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "optional/{number:int?}")] HttpRequest request, int? number) => Results.Text(number?.ToString() ?? "none");

        [Function("Throws")]
        public Task<IResult> Throws([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "throws")] HttpRequest request) => throw new InvalidOperationException("John Smith");

        [Function("Accepts")]
        public Task<Accepted> Accepts([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "accepted")] HttpRequest request) => Task.FromResult(TypedResults.Accepted("/reports/1"));

        [Function("Counts")]
        public async Task<IResult> Counts([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "count")] HttpRequest request)
        {
            var buffer = new byte[65536];
            long count = 0;
            while (await request.Body.ReadAsync(buffer) is > 0 and var read)
            {
                count += read;
            }

            return Results.Text($"{count}");
        }
    }

    public sealed class Scoped(Probe probe) : IDisposable
    {
        public Guid Id { get; } = Guid.NewGuid();

        public void Dispose() => probe.Saw(Id);
    }

    public sealed class UsesScoped(Scoped scoped)
    {
        [Function("Scoped")]
        public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "scoped")] HttpRequest request, FunctionContext context) =>
            Results.Text(scoped == context.InstanceServices.GetRequiredService<Scoped>() && scoped == request.HttpContext.RequestServices.GetRequiredService<Scoped>() ? $"{scoped.Id}" : "another");
    }

    public sealed class Patient(Probe probe)
    {
        [Function("Patient")]
        public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "patient")] HttpRequest request, CancellationToken cancellationToken)
        {
            var gone = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            request.HttpContext.RequestAborted.Register(() => gone.TrySetResult());
            probe.Saw("asked");
            await gone.Task;
            probe.Saw($"call cancelled: {cancellationToken.IsCancellationRequested}");
            return Results.Empty;
        }
    }
}
