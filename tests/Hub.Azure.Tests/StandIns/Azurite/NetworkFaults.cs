using System.Net;

namespace Hub.Azure.Tests.StandIns.Azurite;

/// <summary>The network between client and storage, and what storage might say that Azurite never does.</summary>
public sealed class NetworkFaults() : DelegatingHandler(new SocketsHttpHandler())
{
    /// <summary>Answers in the service's place; null lets the request through.</summary>
    public Func<HttpRequestMessage, HttpResponseMessage?> Answer { get; set; } = _ => null;

    /// <summary>Whether the answer to a request that was carried out is lost on its way back.</summary>
    public Func<HttpRequestMessage, bool> LosesAnswer { get; set; } = _ => false;

    /// <summary>A refusal as the service words it.</summary>
    public static HttpResponseMessage Refusal(HttpStatusCode status, string code)
    {
        var response = new HttpResponseMessage(status) { Content = new ByteArrayContent([]) };
        response.Headers.Add("x-ms-error-code", code);
        return response;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (Answer(request) is { } answer)
        {
            answer.RequestMessage = request;
            return answer;
        }

        var response = await base.SendAsync(request, cancellationToken);
        if (LosesAnswer(request))
        {
            response.Dispose();
            throw new HttpRequestException("The connection was closed.");
        }

        return response;
    }

    // The client sends synchronously where it is asked synchronously.
    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) => Answer(request) ?? base.Send(request, cancellationToken);
}
