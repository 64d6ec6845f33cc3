using System.Net;
using System.Text;
using System.Text.Json;

namespace Hub.Functions.Commands;

/// <summary>Posts the lines of a file, several at a time, trying again where the hub was busy or out of reach.</summary>
internal sealed class ReportPoster(HttpClient http, string path, int parallel)
{
    private const int MaxTries = 4;
    private static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(1);

    /// <param name="tick">Told how many bytes of the file are done.</param>
    public async Task<PostSummary> PostAsync(FileInfo file, Action<long> tick, RefusedFile? refused, CancellationToken cancellationToken)
    {
        var summary = new PostSummary();
        await Parallel.ForEachAsync(
            Lines(file),
            new ParallelOptions { MaxDegreeOfParallelism = parallel, CancellationToken = cancellationToken },
            async (line, cancel) =>
            {
                var (status, code, answer) = await PostLineAsync(line.Text, cancel);
                summary.Count(line.Number, status, code);
                if (refused is not null && status is >= HttpStatusCode.BadRequest and < HttpStatusCode.InternalServerError)
                {
                    await refused.WriteAsync(line.Number, line.Text, answer);
                }

                tick(Encoding.UTF8.GetByteCount(line.Text) + 1);
            });
        return summary;
    }

    private static IEnumerable<(long Number, string Text)> Lines(FileInfo file)
    {
        long number = 0;
        foreach (var text in File.ReadLines(file.FullName))
        {
            number++;
            if (!string.IsNullOrWhiteSpace(text))
            {
                yield return (number, text);
            }
        }
    }

    private async Task<(HttpStatusCode? Status, string Code, string Answer)> PostLineAsync(string line, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var last = attempt == MaxTries;
            try
            {
                using var content = new StringContent(line, Encoding.UTF8, "application/json");
                using var response = await http.PostAsync(path, content, cancellationToken);
                if (response.IsSuccessStatusCode)
                {
                    return (response.StatusCode, "accepted", "");
                }

                var answer = await response.Content.ReadAsStringAsync(cancellationToken);
                if (response.StatusCode < HttpStatusCode.InternalServerError || last)
                {
                    return (response.StatusCode, Code(answer) ?? $"http-{(int)response.StatusCode}", answer);
                }
            }
            catch (HttpRequestException) when (!last)
            {
                // Out of reach: perhaps starting. Try again below.
            }
            catch (HttpRequestException)
            {
                return (null, "hub-out-of-reach", "");
            }

            await Task.Delay(FirstWait * attempt, cancellationToken);
        }
    }

    /// <summary>What was wrong: the codes of the single errors where there are any, else the problem's own.</summary>
    private static string? Code(string answer)
    {
        try
        {
            using var problem = JsonDocument.Parse(answer);
            if (problem.RootElement.TryGetProperty("errors", out var errors) && errors.GetArrayLength() > 0)
            {
                return string.Join(" + ", errors.EnumerateArray().Select(e => e.GetProperty("code").GetString()).Distinct().Order());
            }

            return problem.RootElement.GetProperty("code").GetString();
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }
}
