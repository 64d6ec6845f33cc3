using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Hub.Functions.Commands;

/// <summary>Sends a source's deltas batch by batch, each after the one before was acknowledged. A batch that may not have arrived is sent again: the hub skips what it has had.</summary>
/// <param name="firstWait">How long to wait before the second try; a second where left out.</param>
internal sealed class DeltaSender(HttpClient http, string source, TimeSpan? firstWait = null)
{
    private const int MaxTries = 4;
    private const int ErrorsShown = 5;
    private readonly TimeSpan wait = firstWait ?? TimeSpan.FromSeconds(1);

    /// <param name="tick">Told how many bytes of the file are done.</param>
    /// <exception cref="DeltasStoppedException">The file or a delta cannot be used, or the hub did not answer.</exception>
    public async Task<DeltaSummary> SendAsync(FileInfo file, int batchSize, Action<long> tick, CancellationToken cancellationToken)
    {
        var summary = new DeltaSummary(await MarkAsync(cancellationToken));
        foreach (var batch in DeltaBatches.Of(file, summary.Begin, batchSize))
        {
            var answer = await TryAsync(() => PostAsync(batch, cancellationToken), cancellationToken);
            summary.Add(batch.Lines.Count, answer);
            tick(batch.Bytes);
        }

        return summary;
    }

    private async Task<long> MarkAsync(CancellationToken cancellationToken)
    {
        var answer = await TryAsync(() => http.GetAsync($"api/register/marks/{Uri.EscapeDataString(source)}", cancellationToken), cancellationToken);
        return answer.GetProperty("mark").GetInt64();
    }

    private async Task<HttpResponseMessage> PostAsync(DeltaBatch batch, CancellationToken cancellationToken)
    {
        var body = string.Create(CultureInfo.InvariantCulture, $$"""{"source":{{JsonSerializer.Serialize(source)}},"after":{{batch.After}},"deltas":[{{string.Join(',', batch.Lines)}}]}""");
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        return await http.PostAsync("api/register/deltas", content, cancellationToken);
    }

    private async Task<JsonElement> TryAsync(Func<Task<HttpResponseMessage>> send, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                using var answer = await send();
                if (answer.IsSuccessStatusCode)
                {
                    return await answer.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
                }

                if (answer.StatusCode < HttpStatusCode.InternalServerError && answer.StatusCode != HttpStatusCode.RequestTimeout)
                {
                    throw new DeltasStoppedException(3, Refusal(answer.StatusCode, await answer.Content.ReadAsStringAsync(cancellationToken)));
                }

                if (attempt == MaxTries)
                {
                    throw new DeltasStoppedException(1, $"The hub answered {(int)answer.StatusCode} again and again. Run this again: it goes on where it was.");
                }
            }
            catch (Exception e) when (e is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
            {
                if (attempt == MaxTries)
                {
                    throw new DeltasStoppedException(1, "The hub did not answer. Look whether it runs and whether --url is right, then run this again: it goes on where it was.");
                }
            }

            await Task.Delay(wait * attempt, cancellationToken);
        }
    }

    private static string Refusal(HttpStatusCode status, string answer)
    {
        try
        {
            using var problem = JsonDocument.Parse(answer);
            var words = new StringBuilder($"The hub refused a batch ({(int)status} {Text(problem.RootElement, "code")}): {Text(problem.RootElement, "title")} {Text(problem.RootElement, "detail")}".TrimEnd());
            if (problem.RootElement.TryGetProperty("errors", out var errors))
            {
                foreach (var error in errors.EnumerateArray().Take(ErrorsShown))
                {
                    words.Append('\n').Append($"  {Text(error, "path")}: {Text(error, "message")}");
                }

                words.Append(errors.GetArrayLength() > ErrorsShown ? $"\n  and {errors.GetArrayLength() - ErrorsShown} more" : "");
            }

            return words.Append("\nNothing of that batch was applied; those before it were.").ToString();
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return $"The hub refused a batch ({(int)status}). Nothing of it was applied; those before it were.";
        }
    }

    private static string Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
