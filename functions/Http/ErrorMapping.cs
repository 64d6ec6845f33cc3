using System.Globalization;
using Hub.Cases;
using Hub.Functions.Identity;
using Hub.Nominals;
using Hub.Paging;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;

namespace Hub.Functions.Http;

/// <summary>
/// Turns what a function throws into a problem document; without it the host answers 500 with an empty body. Other
/// triggers' exceptions pass through, for the bus to retry.
/// </summary>
public sealed class ErrorMapping(IEnumerable<IStoreFailures> failures, ILogger<ErrorMapping> log) : IFunctionsWorkerMiddleware
{
    /// <summary>What callers are told to wait where nothing says better.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is not { } http)
        {
            await next(context);
            return;
        }

        try
        {
            await next(context);
        }
        catch (InvalidContinuationException e)
        {
            context.GetInvocationResult().Value = Problems.Invalid(new("continuation", "invalid-continuation", e.Message));
        }
        catch (Exception e) when (e is CaseBusyException or RegisterBusyException)
        {
            http.Response.Headers.RetryAfter = "1";
            context.GetInvocationResult().Value = Problems.Of(StatusCodes.Status503ServiceUnavailable, "busy", "Try again in a moment.", e.Message);
        }
        catch (IssuerUnavailableException e)
        {
            http.Response.Headers.RetryAfter = Seconds(null);
            context.GetInvocationResult().Value = Problems.Of(StatusCodes.Status503ServiceUnavailable, "issuer-unavailable", "Who you are cannot be checked now.", e.Message);
        }
        catch (FormUnreadableException e)
        {
            context.GetInvocationResult().Value = UploadedFile.Unreadable(e.Message);
        }
        catch (BadHttpRequestException e)
        {
            context.GetInvocationResult().Value = Problems.Of(e.StatusCode, "bad-request", "The request could not be read to its end.");
        }
        catch (Exception e) when (!http.RequestAborted.IsCancellationRequested && Unavailable(e) is { } store)
        {
            log.LogError("{Function} could not reach {Store}: {Error}", context.FunctionDefinition.Name, store.What, (store.InnerException ?? e).GetType().Name);
            http.Response.Headers.RetryAfter = Seconds(store.RetryAfter);
            context.GetInvocationResult().Value = Problems.Of(StatusCodes.Status503ServiceUnavailable, "store-unavailable", "Try again in a moment.", $"{store.Message} If you sent something, send it again: it will not be doubled.");
        }
        catch (Exception e) when (!http.RequestAborted.IsCancellationRequested)
        {
            // The outermost boundary: whatever it was, the caller gets a document, and the log gets no message that could hold personal data.
            log.LogError("{Function} failed: {Error} at {Where}", context.FunctionDefinition.Name, e.GetType().Name, e.StackTrace);
            context.GetInvocationResult().Value = Problems.Of(StatusCodes.Status500InternalServerError, "internal-error", "Something went wrong in the hub.", $"Nothing was answered for. If you sent a report, send it again: it will not be doubled. Quote {context.InvocationId}.");
        }
    }

    private StoreUnavailableException? Unavailable(Exception e) => e as StoreUnavailableException ?? failures.Select(f => f.Read(e)).FirstOrDefault(f => f is not null);

    private static string Seconds(TimeSpan? wait) => Math.Clamp(Math.Ceiling((wait ?? Patience).TotalSeconds), 1, 60).ToString(CultureInfo.InvariantCulture);
}
