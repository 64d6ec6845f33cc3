using System.Collections.Frozen;
using Hub.Embedded.Hosting.Invocation;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Hub.Embedded.Hosting.Http;

/// <summary>
/// Answers requests as the real host does: the first function by name whose route and method fit; otherwise 404
/// with nothing in it, a wrong method too; 500 with nothing in it when a function throws.
/// </summary>
internal sealed class HttpFront(IReadOnlyList<HttpFunction> functions, FunctionRunner runner, ILogger<HttpFront> logger)
{
    private readonly FrozenDictionary<string, HttpFunction[]> byMethod = functions
        .SelectMany(f => f.Methods.Select(m => (Method: m, Function: f)))
        .GroupBy(p => p.Method, p => p.Function, StringComparer.OrdinalIgnoreCase)
        .ToFrozenDictionary(g => g.Key, g => g.ToArray(), StringComparer.OrdinalIgnoreCase);

    public async Task AnswerAsync(HttpContext http)
    {
        if (Find(http) is not { } found)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        try
        {
            await RunAsync(http, found);
        }
        catch (OperationCanceledException) when (http.RequestAborted.IsCancellationRequested)
        {
            logger.LogDebug("The client of {Function} went away", found.Function.Name);
        }
        catch (Exception e)
        {
            // The outermost boundary: whatever a function throws is its caller's 500, never the end of the process.
            Fail(http, found, e);
        }
    }

    private async Task RunAsync(HttpContext http, HttpFunction found)
    {
        http.SetEndpoint(found.Endpoint);

        // Under the real host it is null as well, until a worker middleware sets it.
        if (http.RequestServices.GetService<IHttpContextAccessor>() is { } accessor)
        {
            accessor.HttpContext = null;
        }

        var input = new TriggerInput { Value = http, BindingData = BindingData(http), Http = http };
        if (await runner.RunAsync(found.Function, input, http.RequestServices) is IResult result)
        {
            await result.ExecuteAsync(http);
        }
    }

    private HttpFunction? Find(HttpContext http)
    {
        if (!byMethod.TryGetValue(http.Request.Method, out var candidates))
        {
            return null;
        }

        foreach (var candidate in candidates)
        {
            var values = new RouteValueDictionary();
            if (candidate.Route.Matches(http.Request.Path, values, http))
            {
                http.Request.RouteValues = values;
                return candidate;
            }
        }

        return null;
    }

    private static Dictionary<string, object?> BindingData(HttpContext http)
    {
        var data = new Dictionary<string, object?>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in http.Request.Query)
        {
            data[name] = value.ToString();
        }

        foreach (var (name, value) in http.Request.RouteValues)
        {
            data[name] = value as string;
        }

        return data;
    }

    private void Fail(HttpContext http, HttpFunction found, Exception e)
    {
        // Messages of exceptions can hold names of people; types cannot.
        logger.LogError("{Function} failed with {Error}", found.Function.Name, e.GetType().FullName);
        logger.LogDebug(e, "{Function} failed", found.Function.Name);
        if (http.Response.HasStarted)
        {
            http.Abort();
            return;
        }

        http.Response.Clear();
        http.Response.StatusCode = StatusCodes.Status500InternalServerError;
    }
}
