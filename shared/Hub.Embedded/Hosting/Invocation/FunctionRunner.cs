using System.Diagnostics;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Embedded.Hosting.Invocation;

/// <summary>Runs a function through the middleware, in a dependency-injection scope of its own.</summary>
/// <param name="pipeline">The middleware and the call.</param>
/// <param name="scopes">Where scopes come from.</param>
/// <param name="cancellationToken">Told to every function: the host will wait no longer.</param>
internal sealed class FunctionRunner(FunctionExecutionDelegate pipeline, IServiceScopeFactory scopes, CancellationToken cancellationToken)
{
    /// <summary>Listen to this source to trace calls that no request began.</summary>
    public const string ActivitySourceName = "Hub.Embedded";

    private static readonly ActivitySource Activities = new(ActivitySourceName);

    /// <summary>Cancelled when a stop has waited long enough for calls in flight.</summary>
    public CancellationToken CancellationToken => cancellationToken;

    /// <summary>Runs a function that no HTTP request called. Its exceptions are the caller's to handle.</summary>
    public async Task RunAsync(WiredFunction function, TriggerInput input)
    {
        using var activity = Activities.StartActivity(function.Name, ActivityKind.Consumer, input.TraceParent);
        await using var scope = scopes.CreateAsyncScope();
        await pipeline(new EmbeddedFunctionContext(function, input, scope.ServiceProvider, cancellationToken));
    }

    /// <summary>Runs a function within the scope of its request and returns what it, or a middleware, answered.</summary>
    public async Task<object?> RunAsync(WiredFunction function, TriggerInput input, IServiceProvider services)
    {
        var context = new EmbeddedFunctionContext(function, input, services, cancellationToken);
        await pipeline(context);
        return context.GetInvocationResult().Value;
    }
}
