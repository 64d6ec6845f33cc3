using Hub.Embedded.Hosting.Invocation;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>What the real worker offers on a <see cref="FunctionContext"/>.</summary>
public static class FunctionContextExtensions
{
    /// <summary>The request; null for every trigger but HTTP.</summary>
    public static HttpContext? GetHttpContext(this FunctionContext context) =>
        context.Items.TryGetValue(EmbeddedFunctionContext.HttpContextKey, out var http) ? http as HttpContext : null;

    /// <summary>What the function returned, or what a middleware answers in its place.</summary>
    public static InvocationResult GetInvocationResult(this FunctionContext context) =>
        context.Features.Get<InvocationResult>() ?? throw new InvalidOperationException("The context has no result feature: it was not made by this host.");

    public static ILogger<T> GetLogger<T>(this FunctionContext context) => context.InstanceServices.GetRequiredService<ILogger<T>>();

    public static ILogger GetLogger(this FunctionContext context, string categoryName) =>
        context.InstanceServices.GetRequiredService<ILoggerFactory>().CreateLogger(categoryName);
}
