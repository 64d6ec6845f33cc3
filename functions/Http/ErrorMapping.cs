using Hub.Cases;
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
public sealed class ErrorMapping(ILogger<ErrorMapping> log) : IFunctionsWorkerMiddleware
{
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
        catch (FormUnreadableException e)
        {
            context.GetInvocationResult().Value = UploadedFile.Unreadable(e.Message);
        }
        catch (BadHttpRequestException e)
        {
            context.GetInvocationResult().Value = Problems.Of(e.StatusCode, "bad-request", "The request could not be read to its end.");
        }
        catch (Exception e) when (!http.RequestAborted.IsCancellationRequested)
        {
            // The outermost boundary: whatever it was, the caller gets a document, and the log gets no message that could hold personal data.
            log.LogError("{Function} failed: {Error} at {Where}", context.FunctionDefinition.Name, e.GetType().Name, e.StackTrace);
            context.GetInvocationResult().Value = Problems.Of(StatusCodes.Status500InternalServerError, "internal-error", "Something went wrong in the hub.", $"Nothing was answered for. If you sent a report, send it again: it will not be doubled. Quote {context.InvocationId}.");
        }
    }
}
