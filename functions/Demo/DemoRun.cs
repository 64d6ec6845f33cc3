using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Hub.Functions.Health;
using Hub.Functions.Hosting;
using Hub.Json;
using Hub.Matching;
using Hub.Nominals;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Functions.Demo;

/// <summary>
/// Fills a hub: loads the sample register, sends what a night brings as those send it who would, and lets officers do some
/// of their work. All but the register goes by the API; what quarantine holds goes by the bus.
/// </summary>
internal sealed class DemoRun(EmbeddedHub hub, TimeProvider time) : IDisposable
{
    /// <summary>Sent at once, as many senders do.</summary>
    private const int AtOnce = 8;

    private static readonly TimeSpan LookAgain = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private readonly DemoApi api = new(hub);

    /// <summary>Ends when everything sent has been worked on.</summary>
    /// <exception cref="InvalidOperationException">Something of the demonstration's own was not taken.</exception>
    public async Task<DemoScene> PrepareAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await KnowAsync(now, cancellationToken);
        var sample = new SampleArrest[new DemoData(now).Arrests.Count];
        var alerts = new List<Uri>();
        var past = new ConcurrentBag<Uri>();
        Uri? manifest = null;
        await Parallel.ForEachAsync(Sending(), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, async (send, token) => await send(token));
        await SettleAsync(cancellationToken);
        await new DemoWork(api, now).DoAsync(alerts, past, cancellationToken);
        await SettleAsync(cancellationToken);
        return new DemoScene(api, sample, manifest!);

        IEnumerable<Func<CancellationToken, Task>> Sending()
        {
            // Alerts first, one after the other: which of two on one person comes first decides what the case says.
            yield return async token =>
            {
                foreach (var (alert, byInterpol) in new DemoDeported(now).Alerts.Concat(new DemoReturns(now).All.Select(r => (r.Alert, true))))
                {
                    alerts.Add((await DemoApi.PostAsync(api.As("feed", feed: "deported-offenders", name: byInterpol ? "interpol" : "prisoners-abroad"), "api/reports/deported-offenders", alert, token))!);
                }
            };
            yield return async token => manifest = await UploadAsync(new DemoBorder(now).Manifest, token);
            yield return token => DemoQuarantine.SendAsync(hub, now, token);
            foreach (var (arrest, i) in new DemoData(now).Arrests.Select((a, i) => (a, i)))
            {
                yield return async token => sample[i] = await SampleAsync(arrest, token);
            }

            foreach (var arrest in new DemoNight(now).Arrests.Concat(new DemoLookalikes(now).Arrests))
            {
                yield return token => DemoApi.PostAsync(api.As("feed", feed: "arrests"), "api/reports/arrests", arrest, token);
            }

            foreach (var match in new DemoJourneys(now).Past)
            {
                yield return async token => past.Add((await DemoApi.PostAsync(api.As("borderLiaison"), "api/reports/manifest-matches", match, token))!);
            }

            foreach (var match in new DemoJourneys(now).Abroad)
            {
                yield return token => DemoApi.PostAsync(api.As("borderLiaison"), "api/reports/manifest-matches", match, token);
            }
        }
    }

    public void Dispose() => api.Dispose();

    private async Task KnowAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await hub.Host.Services.GetRequiredService<INominalRegister>().UpsertAsync(
        [
            .. new DemoData(now).Register, .. new DemoBorder(now).Register, .. new DemoDeported(now).Register, .. new DemoJourneys(now).Register,
            .. new DemoLookalikes(now).Register, .. new DemoCrowd(now).Register,
        ], cancellationToken);
        await hub.Host.Services.GetRequiredService<RegisterFollower>().CatchUpAsync(cancellationToken);
    }

    /// <summary>An arrest that may be refused: that is shown too.</summary>
    private async Task<SampleArrest> SampleAsync(object arrest, CancellationToken cancellationToken)
    {
        using var answer = await api.As("feed", feed: "arrests").PostAsJsonAsync("api/reports/arrests", arrest, HubJson.Options, cancellationToken);
        return new SampleArrest(JsonSerializer.SerializeToElement(arrest, HubJson.Options), (int)answer.StatusCode, answer.Headers.Location, await answer.Content.ReadFromJsonAsync<JsonElement>(cancellationToken));
    }

    private async Task<Uri> UploadAsync(byte[] manifest, CancellationToken cancellationToken)
    {
        using var content = new ByteArrayContent(manifest);
        content.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        using var answer = await api.As("borderLiaison").PostAsync("api/manifests", content, cancellationToken);
        return answer.EnsureSuccessStatusCode().Headers.Location!;
    }

    /// <summary>Ends when no event waits to leave and no message to be worked on, twice in a row.</summary>
    private async Task SettleAsync(CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        var reading = hub.Host.Services.GetRequiredService<HealthReading>();
        for (var quiet = 0; quiet < 2;)
        {
            var health = await reading.ReadAsync(either.Token);
            quiet = health is { UnsentEvents: 0, RegisterWaiting: 0 } && health.Queues.All(q => q.Active == 0) ? quiet + 1 : 0;
            await Task.Delay(LookAgain, either.Token);
        }
    }
}
