using System.Globalization;
using System.Text.Json;
using Hub.Border.Manifests;
using Hub.Border.Travel;
using Hub.Cases;
using Hub.Json;
using Hub.Testing;

namespace Hub.Tests.Border.Screening;

/// <summary>What a store holds in the end, for comparing two ways to it: everything but how often it was tried.</summary>
internal static class Picture
{
    public static string[] Of(MemoryCaseStore store) => [.. store.All.SelectMany(Lines).Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Lines(CaseFile file)
    {
        var name = $"{file.Feed}/{file.Reference}";
        yield return $"{name} {file.Status} {Json(file.Match?.Outcome)} {Json(file.Decisions)}";
        yield return $"{name} {(file.Feed == ManifestRecord.Sort ? Json(Records.StateOf<ManifestRecord>(file)) : file.Report.GetRawText())}";
        yield return $"{name} {Json(file.Conclusion)} {string.Join('|', file.Reasons)}";
        foreach (var notice in file.Notices)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{name} {notice.Kind} {notice.Recipient} {notice.State} {notice.PlannedFor:O} {notice.Due:O} {notice.Title} {notice.Reason} {notice.Content.GetRawText()}");
        }
    }

    /// <summary>Live hits by reference.</summary>
    public static string[] Live(MemoryCaseStore store) =>
        [.. store.All.Where(c => c is { Feed: "manifest-matches", Status: not CaseStatus.Withdrawn }).Select(c => c.Reference).Order(StringComparer.Ordinal)];

    /// <summary>Flights in a nominal's history.</summary>
    public static async Task<string[]> SeenAsync(TravelRecords travel, string nominal) =>
        [.. ((await travel.ReadAsync(nominal, default))?.Seen ?? []).Select(s => s.Sighting.Flight)];

    private static string Json<T>(T value) => JsonSerializer.Serialize(value, HubJson.Options);
}
