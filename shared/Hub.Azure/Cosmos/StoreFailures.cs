using System.Globalization;
using System.Net;
using Microsoft.Azure.Cosmos;

namespace Hub.Azure.Cosmos;

/// <summary>
/// Says in the hub's own words that Cosmos DB cannot be reached or asks for patience: the one place where
/// <see cref="StoreUnavailableException"/> is made of the client's errors. It sees what the client's own retries left over.
/// </summary>
/// <param name="patience">How long one request may take with all the client's own tries, which go on for minutes where a server says nothing.</param>
/// <param name="time">Its clock.</param>
internal sealed class StoreFailures(TimeSpan patience, TimeProvider time) : RequestHandler
{
    public override async Task<ResponseMessage> SendAsync(RequestMessage request, CancellationToken cancellationToken)
    {
        // The client does not always heed its token: what is under way on a connection it waits for.
        using var late = new CancellationTokenSource(patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        var response = await TranslateAsync(() => base.SendAsync(request, either.Token).WaitAsync(late.Token), cancellationToken);
        if (!IsPassing(response.StatusCode))
        {
            return response;
        }

        using (response)
        {
            throw Unavailable(response.StatusCode, Cause(response), RetryAfter(response));
        }
    }

    /// <summary>Does something with the client that this handler does not see, such as its first connecting.</summary>
    public static async Task<T> TranslateAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        try
        {
            return await work();
        }
        catch (CosmosException e) when (IsPassing(e.StatusCode))
        {
            throw Unavailable(e.StatusCode, e, e.RetryAfter);
        }
        catch (HttpRequestException e)
        {
            throw Unavailable(HttpStatusCode.ServiceUnavailable, e);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw Unavailable(HttpStatusCode.RequestTimeout, e);
        }
    }

    /// <summary>True where nothing can have been done: the request was refused at the door.</summary>
    public static bool WasRefused(StoreUnavailableException e) => e.InnerException is CosmosException { StatusCode: HttpStatusCode.TooManyRequests };

    /// <summary>Whether the same request may well succeed later.</summary>
    public static bool IsPassing(HttpStatusCode status) => status is
        HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout or HttpStatusCode.ServiceUnavailable
        or HttpStatusCode.Gone or HttpStatusCode.InternalServerError or (HttpStatusCode)449;

    private static TimeSpan? RetryAfter(ResponseMessage response) =>
        long.TryParse(response.Headers["x-ms-retry-after-ms"], CultureInfo.InvariantCulture, out var milliseconds) ? TimeSpan.FromMilliseconds(milliseconds) : null;

    /// <summary>The error of an answer that is one.</summary>
    public static CosmosException Cause(ResponseMessage response) =>
        new(response.ErrorMessage ?? "", response.StatusCode, 0, response.Headers.ActivityId ?? "", response.Headers.RequestCharge);

    public static StoreUnavailableException Unavailable(HttpStatusCode status, Exception cause, TimeSpan? retryAfter = null) =>
        new(status == HttpStatusCode.TooManyRequests ? "the database, which is busy," : "the database", cause) { RetryAfter = retryAfter };
}
