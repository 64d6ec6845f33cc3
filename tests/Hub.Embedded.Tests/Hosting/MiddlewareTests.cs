using System.Net;
using Hub.Embedded.Hosting;
using Hub.Embedded.Tests.Hosting.Support;
using Hub.Messaging;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Hub.Embedded.Tests.Hosting;

public class MiddlewareTests
{
    [Fact]
    public async Task Middleware_wraps_the_call_in_the_order_of_registration()
    {
        await using var host = await Start(worker => worker.UseMiddleware<Outer>().UseMiddleware<Inner>());
        await host.Client.GetAsync("hello");
        Assert.Equal(["outer", "inner", "hello", "inner done", "outer done"], [await host.Probe.NextAsync(), await host.Probe.NextAsync(), await host.Probe.NextAsync(), await host.Probe.NextAsync(), await host.Probe.NextAsync()]);
    }

    [Fact]
    public async Task One_instance_of_a_middleware_serves_every_call()
    {
        await using var host = await Start(worker => worker.UseMiddleware<Outer>());
        await host.Client.GetAsync("hello");
        await host.Client.GetAsync("hello");
        Assert.Equal(2, host.Host.Services.GetRequiredService<Outer>().Calls);
    }

    [Fact]
    public async Task Middleware_can_answer_in_the_place_of_the_function()
    {
        await using var host = await Start(worker => worker.UseMiddleware<Denies>());
        using var answer = await host.Client.GetAsync("hello");
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.True(host.Probe.SawNothingMore);
    }

    [Fact]
    public async Task An_answer_that_is_no_result_is_200_with_an_empty_body()
    {
        await using var host = await Start(worker => worker.UseMiddleware<AnswersText>());
        using var answer = await host.Client.GetAsync("hello");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty(await answer.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task Middleware_can_change_what_the_function_answered()
    {
        await using var host = await Start(worker => worker.UseMiddleware<Changes>());
        Assert.Equal("changed", await host.Client.GetStringAsync("hello"));
    }

    [Fact]
    public async Task Middleware_sees_what_the_function_throws()
    {
        await using var host = await Start(worker => worker.UseMiddleware<MapsErrors>());
        using var answer = await host.Client.GetAsync("throws");
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
    }

    [Fact]
    public async Task Middleware_wraps_a_message_too_and_there_is_no_request()
    {
        var bus = new ScriptedBus();
        await using var host = await TestHost.StartAsync(
            services => services.AddSingleton<IMessageBus>(bus),
            options => options with { ConfigureWorker = worker => worker.UseMiddleware<TellsRequest>() },
            typeof(Listens));
        bus.Deliver(ScriptedBus.Message("m"));
        Assert.Equal("request: False", await host.Probe.NextAsync());
    }

    [Fact]
    public async Task The_accessor_of_the_request_is_empty_until_a_middleware_sets_it()
    {
        await using var host = await TestHost.StartAsync(services => services.AddHttpContextAccessor(), typeof(Accesses));
        Assert.Equal("nothing", await host.Client.GetStringAsync("accesses"));
    }

    private static Task<TestHost> Start(Action<IFunctionsWorkerApplicationBuilder> worker) =>
        TestHost.StartAsync(_ => { }, (EmbeddedHostOptions options) => options with { ConfigureWorker = worker }, typeof(Hello));

    public sealed class Hello(Probe probe)
    {
        [Function("Hello")]
        public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "hello")] HttpRequest request)
        {
            probe.Saw("hello");
            return Results.Text("hello");
        }

        [Function("Throws")]
        public IResult Throw([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "throws")] HttpRequest request) => throw new InvalidOperationException();
    }

    public sealed class Listens
    {
        [Function("Listens")]
        public Task Run([ServiceBusTrigger("reports", "assess")] string body) => Task.CompletedTask;
    }

    public sealed class Accesses(IHttpContextAccessor accessor)
    {
        [Function("Accesses")]
        public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "accesses")] HttpRequest request) => Results.Text(accessor.HttpContext is null ? "nothing" : "something");
    }

    private sealed class Outer(Probe probe) : IFunctionsWorkerMiddleware
    {
        public int Calls { get; private set; }

        public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
        {
            Calls++;
            probe.Saw("outer");
            await next(context);
            probe.Saw("outer done");
        }
    }

    private sealed class Inner(Probe probe) : IFunctionsWorkerMiddleware
    {
        public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
        {
            probe.Saw("inner");
            await next(context);
            probe.Saw("inner done");
        }
    }

    private sealed class Denies : IFunctionsWorkerMiddleware
    {
        public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
        {
            context.GetInvocationResult().Value = Results.StatusCode(StatusCodes.Status403Forbidden);
            return Task.CompletedTask;
        }
    }

    private sealed class AnswersText : IFunctionsWorkerMiddleware
    {
        public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
        {
            context.GetInvocationResult().Value = "text";
            return Task.CompletedTask;
        }
    }

    private sealed class Changes : IFunctionsWorkerMiddleware
    {
        public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
        {
            await next(context);
            Assert.NotNull(context.GetInvocationResult().Value);
            context.GetInvocationResult().Value = Results.Text("changed");
        }
    }

    private sealed class MapsErrors : IFunctionsWorkerMiddleware
    {
        public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
        {
            try
            {
                await next(context);
            }
            catch (InvalidOperationException)
            {
                context.GetInvocationResult().Value = Results.Conflict();
            }
        }
    }

    private sealed class TellsRequest(Probe probe) : IFunctionsWorkerMiddleware
    {
        public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
        {
            probe.Saw($"request: {context.GetHttpContext() is not null}");
            return next(context);
        }
    }
}
