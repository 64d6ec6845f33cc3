using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Hub.Azure.Tests.StandIns.Cosmos.Wire;

internal sealed record Answer(HttpStatusCode Status, ReadOnlyMemory<byte> Body = default)
{
    public int SubStatus { get; init; }
    public double Charge { get; init; }
    public string? ETag { get; init; }
    public long? Lsn { get; init; }
    public string? Continuation { get; init; }
    public int? ItemCount { get; init; }
    public TimeSpan? RetryAfter { get; init; }

    public static Answer Refused(HttpStatusCode status, int subStatus, string message) =>
        new(status, JsonSerializer.SerializeToUtf8Bytes(new { code = status.ToString(), message })) { SubStatus = subStatus };

    public static Answer Of(Refusal refusal) => Refused(refusal.Status, refusal.SubStatus, refusal.Message) with { Charge = refusal.Charge };

    public HttpResponseMessage ToHttp(HttpRequestMessage request)
    {
        var response = new HttpResponseMessage(Status) { RequestMessage = request, Content = new ReadOnlyMemoryContent(Body) };
        response.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        var headers = response.Headers;
        headers.TryAddWithoutValidation("x-ms-activity-id", Guid.NewGuid().ToString());
        headers.TryAddWithoutValidation("x-ms-version", "2018-12-31");
        headers.TryAddWithoutValidation("x-ms-request-charge", Charge.ToString("0.##", CultureInfo.InvariantCulture));
        if (SubStatus != 0) headers.TryAddWithoutValidation("x-ms-substatus", SubStatus.ToString(CultureInfo.InvariantCulture));
        if (ETag is not null) headers.TryAddWithoutValidation("etag", ETag);
        if (Lsn is { } lsn)
        {
            headers.TryAddWithoutValidation("lsn", lsn.ToString(CultureInfo.InvariantCulture));
            headers.TryAddWithoutValidation("x-ms-session-token", string.Create(CultureInfo.InvariantCulture, $"0:-1#{lsn}"));
        }
        if (Continuation is not null) headers.TryAddWithoutValidation("x-ms-continuation", Continuation);
        if (ItemCount is { } count) headers.TryAddWithoutValidation("x-ms-item-count", count.ToString(CultureInfo.InvariantCulture));
        if (RetryAfter is { } wait) headers.TryAddWithoutValidation("x-ms-retry-after-ms", ((long)wait.TotalMilliseconds).ToString(CultureInfo.InvariantCulture));
        return response;
    }
}
