using System.Text.Json;
using Hub.Border.Travel;
using Spectre.Console;

namespace Hub.Functions.Demo;

/// <summary>A hub with enough going on in it, and how a sample of that is shown in a console.</summary>
internal sealed class DemoScene(DemoApi api, IReadOnlyList<SampleArrest> arrests, Uri manifest)
{
    /// <summary>Where the sample of deported offenders' alerts ends; the others are for the pages.</summary>
    private const int ShownCases = 3;

    public async Task WriteAsync(IAnsiConsole console, CancellationToken cancellationToken)
    {
        var outcomes = new List<DemoOutcome>();
        foreach (var arrest in arrests)
        {
            outcomes.Add(new DemoOutcome(arrest.Notice, arrest.Status, arrest.Report is { } report ? await DemoApi.GetAsync(api.Supervisor, report.ToString(), cancellationToken) : arrest.Answer));
        }

        DemoTable.Write(console, outcomes);
        await WriteBorderAsync(console, cancellationToken);
        await WriteDeportedAsync(console, cancellationToken);
    }

    private async Task WriteBorderAsync(IAnsiConsole console, CancellationToken cancellationToken)
    {
        var screened = await DemoApi.GetAsync(api.Supervisor, manifest.ToString(), cancellationToken);
        var hits = new List<JsonElement>();
        var planned = new List<(string Nominal, JsonElement Notice)>();
        foreach (var hit in screened.GetProperty("hits").GetProperty("items").EnumerateArray())
        {
            var report = await DemoApi.GetAsync(api.Supervisor, $"api/reports/{hit.GetProperty("report").GetString()}", cancellationToken);
            hits.Add(report);
            if (report.GetProperty("match").TryGetProperty("nominal", out var nominal))
            {
                planned.AddRange((await PlannedAsync(nominal.GetString()!, cancellationToken)).Select(n => (nominal.GetString()!, n)));
            }
        }

        DemoBorderTable.Write(console, screened, hits, planned.ToLookup(p => p.Nominal, p => p.Notice));
    }

    private async Task WriteDeportedAsync(IAnsiConsole console, CancellationToken cancellationToken)
    {
        var shown = new List<(JsonElement, JsonElement)>();
        foreach (var one in (await DemoApi.ItemsAsync(api.Supervisor, "api/deported-offenders", cancellationToken)).Take(ShownCases))
        {
            shown.Add((one, await DemoApi.GetAsync(api.Supervisor, $"api/deported-offenders/{one.GetProperty("id").GetString()}", cancellationToken)));
        }

        DemoDeportedTable.Write(console, shown);
    }

    /// <summary>The notices of a nominal's travel record: who is told before a return flight lands.</summary>
    private async Task<IEnumerable<JsonElement>> PlannedAsync(string nominal, CancellationToken cancellationToken)
    {
        using var answer = await api.Supervisor.GetAsync($"api/reports/{TravelRecords.IdOf(nominal)}", cancellationToken);
        return answer.IsSuccessStatusCode
            ? (await JsonDocument.ParseAsync(await answer.Content.ReadAsStreamAsync(cancellationToken), cancellationToken: cancellationToken)).RootElement.GetProperty("notices").EnumerateArray()
            : [];
    }
}

/// <summary>One sample arrest as it was answered.</summary>
/// <param name="Notice">As posted.</param>
/// <param name="Status">The HTTP status of the answer.</param>
/// <param name="Report">Where what became of it is found; null of a refusal.</param>
/// <param name="Answer">The answer's body: of a refusal, the problem document.</param>
internal sealed record SampleArrest(JsonElement Notice, int Status, Uri? Report, JsonElement Answer);

/// <summary>One sample arrest and what became of it.</summary>
/// <param name="Notice">As posted.</param>
/// <param name="Status">The HTTP status of the answer.</param>
/// <param name="Report">The report as a supervisor sees it, or the problem document of a refusal.</param>
internal sealed record DemoOutcome(JsonElement Notice, int Status, JsonElement Report);
