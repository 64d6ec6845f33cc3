using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Embedded.Hosting.Invocation;

/// <summary>The middleware round every call, outermost first, with the function itself inside.</summary>
internal sealed class FunctionPipeline(IServiceCollection services) : IFunctionsWorkerApplicationBuilder
{
    private readonly List<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> middleware = [];

    public IServiceCollection Services => services;

    public IFunctionsWorkerApplicationBuilder Use(Func<FunctionExecutionDelegate, FunctionExecutionDelegate> middleware)
    {
        this.middleware.Add(middleware);
        return this;
    }

    /// <summary>The layers as one call. Makes each middleware now, so that one that cannot be made stops the start.</summary>
    public FunctionExecutionDelegate Build(IServiceProvider provider)
    {
        foreach (var registered in services.Where(s => s.ServiceType.IsAssignableTo(typeof(IFunctionsWorkerMiddleware))))
        {
            provider.GetRequiredService(registered.ServiceType);
        }

        return middleware.AsEnumerable().Reverse().Aggregate((FunctionExecutionDelegate)ExecuteAsync, (next, layer) => layer(next));
    }

    private static async Task ExecuteAsync(FunctionContext context)
    {
        var embedded = (EmbeddedFunctionContext)context;
        context.GetInvocationResult().Value = await embedded.Function.Method.InvokeAsync(embedded);
    }
}
