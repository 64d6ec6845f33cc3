using System.Net.Http.Json;
using Hub.Functions.Tests;

namespace Hub.Desk.Tests;

/// <summary>What the pages of deported offenders are looked at with.</summary>
internal static class DeportedAlerts
{
    /// <summary>Two senders tell of one person, and do not agree.</summary>
    public static async Task OfThornburyAsync(TestHub hub)
    {
        using var interpol = hub.As("feed", feed: "deported-offenders", name: "interpol-london");
        await PostAsync(interpol, new
        {
            reference = "INT/1",
            source = "interpol",
            authority = "NCB Bangkok",
            alertedAt = "2026-11-22T07:00:00Z",
            subject = new
            {
                surname = "Thornbury",
                given = new[] { "Alaric" },
                born = "1971-03-04",
                sex = "male",
                nationality = "GBR",
                documents = new[] { new { type = "P", number = "533123456", issuingState = "GBR", expiry = "2030-05-01" } },
            },
            convictions = new object[]
            {
                new { offence = "Rape", country = "Thailand", date = "2019", sentence = "7 years", sexual = true, violent = true },
                new { offence = "Possession of a weapon", country = "Thailand", date = "2019-02" },
            },
            deportingState = "Thailand",
            arrival = new { flight = "BA10", port = "LHR", lands = "2026-12-01T06:15" },
            intendedAddress = new { lines = new[] { "4 Hartland Road" }, borough = "Camden", postcode = "NW1 8DB" },
            risk = new { level = "high", information = "No treatment in prison. Threatened a witness in 2019." },
        });
        using var abroad = hub.As("feed", feed: "deported-offenders", name: "prisoners-abroad");
        await PostAsync(abroad, new
        {
            reference = "PA/77",
            source = "prisonersAbroad",
            alertedAt = "2026-11-22T07:30:00Z",
            subject = new { surname = "Thornbury", given = new[] { "Alaric" }, born = "1971-03-04", documents = new[] { new { type = "P", number = "533123456", issuingState = "GBR" } } },
            arrival = new { flight = "BA10", port = "LHR", lands = "2026-12-01T07:40" },
            risk = new { level = "medium" },
        });
        await hub.DrainAsync();
    }

    public static async Task ResearchAsync(TestHub hub, string id)
    {
        using var supervisor = hub.As("supervisor", name: "dci-1");
        await SendAsync(supervisor, $"api/deported-offenders/{id}/notes", new { text = "Nothing found." });
        await SendAsync(supervisor, $"api/deported-offenders/{id}/moves/research-complete", new { revision = 2, rationale = "All were asked." });
    }

    private static Task PostAsync(HttpClient feed, object alert) => SendAsync(feed, "api/reports/deported-offenders", alert);

    private static async Task SendAsync(HttpClient by, string address, object body)
    {
        using var answer = await by.PostAsJsonAsync(address, body);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }
}
