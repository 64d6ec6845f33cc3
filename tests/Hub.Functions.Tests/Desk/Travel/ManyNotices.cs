using System.Text.Json;
using Hub.Auditing;
using Hub.Border.Flights;
using Hub.Cases;
using Hub.Json;
using Hub.Notices;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Functions.Tests.Desk.Travel;

/// <summary>More landings than one person has.</summary>
internal static class ManyNotices
{
    /// <summary>Plans interceptions an hour apart, in no order.</summary>
    /// <returns>Their flights, soonest landing first.</returns>
    public static async Task<string[]> PlanAsync(IServiceProvider services, string report, string recipient, int count, DateTimeOffset first)
    {
        foreach (var some in Enumerable.Range(0, count).OrderBy(i => i * 37 % count).Chunk(15))
        {
            await services.GetRequiredService<CaseEditor>().EditAsync(CaseId.Parse(report), Actor.Hub, edit => NoticeRaising.Raise(edit, some.Select(i => Draft(recipient, i, first.AddHours(i)))), CancellationToken.None);
        }

        return [.. Enumerable.Range(0, count).Select(i => $"BA{100 + i}")];
    }

    private static NoticeDraft Draft(string recipient, int i, DateTimeOffset lands) => new()
    {
        Kind = NoticeKind.Interception,
        Recipient = recipient,
        About = $"BA{100 + i}",
        Title = "Return flight to be met",
        Reason = "It lands.",
        Due = lands,
        NotBefore = lands.AddHours(-48),
        Content = JsonSerializer.SerializeToElement(new { flight = $"BA{100 + i}", airport = "LHR", lands = new FlightTime(DateOnly.FromDateTime(lands.DateTime), lands, lands) }, HubJson.Options),
    };
}
