using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Hub.Embedded.Identity;
using Hub.Functions.Commands;
using Hub.Json;
using Hub.Testing;

namespace Hub.Functions.Tests.Flow;

/// <summary>A power cut at any moment: what was answered 202 is neither lost nor doubled.</summary>
public sealed class KillTests
{
    private const int Rounds = 20;
    private const int Senders = 8;
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "Hub.Functions.dll");

    [Fact]
    public async Task Killed_twenty_times_under_load_the_hub_gives_every_accepted_report_exactly_one_notice()
    {
        var folder = Directory.CreateTempSubdirectory("hub-kill-").FullName;
        using var issuer = EmbeddedIssuer.Open(folder);
        var accepted = new ConcurrentDictionary<string, Uri>();
        var random = new Random(20261122);
        for (var round = 0; round < Rounds; round++)
        {
            await using var hub = await HubProcess.ServeAsync(Program, folder);
            await PostUntilKilledAsync(hub, issuer, accepted, killAfter: random.Next(1, 150), round);
        }

        Assert.True(accepted.Count >= Rounds, $"Only {accepted.Count} reports were accepted: the test did not put the hub under load.");
        await using (var hub = await HubProcess.ServeAsync(Program, folder))
        {
            using var supervisor = Client(hub, issuer, "supervisor");
            foreach (var (reference, address) in accepted)
            {
                Assert.Equal((reference, "yot:camden arrest"), (reference, await ToldAsync(supervisor, address)));
            }

            var inbox = await CountAsync(supervisor, "api/notices?recipient=yot:camden&limit=500");
            Assert.True(inbox >= accepted.Count, $"{accepted.Count} accepted, {inbox} in the inbox.");
            Assert.Equal(0, await CountAsync(supervisor, "api/quarantine?limit=500"));
        }

        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Posts from several senders; after so many answers the hub is killed, with requests and messages in flight.</summary>
    private static async Task PostUntilKilledAsync(HubProcess hub, EmbeddedIssuer issuer, ConcurrentDictionary<string, Uri> accepted, int killAfter, int round)
    {
        using var custody = Client(hub, issuer, "feed", "arrests");
        var answers = 0;
        var killed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var senders = Enumerable.Range(0, Senders).Select(async sender =>
        {
            for (var i = 0; !killed.Task.IsCompleted; i++)
            {
                var reference = $"KILL/{round}/{sender}/{i}";
                try
                {
                    using var answer = await custody.PostAsJsonAsync("api/reports/arrests", Notice(reference), HubJson.Options);
                    if (answer.Headers.Location is { } address)
                    {
                        accepted[reference] = address;
                    }
                }
                catch (HttpRequestException)
                {
                    // Killed while we waited: whether it was taken in, nobody told us.
                    return;
                }

                if (Interlocked.Increment(ref answers) == killAfter)
                {
                    await hub.KillAsync();
                    killed.SetResult();
                }
            }
        });
        await Task.WhenAll(senders);
    }

    private static Arrest Notice(string reference) => new() { Reference = reference, ArrestedAt = TimeProvider.System.GetUtcNow().AddHours(-1), Subject = new Child { Born = TimeProvider.System.GetUtcNow().AddYears(-14).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) } };

    private static HttpClient Client(HubProcess hub, EmbeddedIssuer issuer, string role, string? feed = null)
    {
        var client = new HttpClient { BaseAddress = hub.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", new TokenWish(role, Feed: feed).Issue(issuer));
        return client;
    }

    /// <summary>Who was told, once everything on its way has arrived.</summary>
    private static async Task<string> ToldAsync(HttpClient supervisor, Uri address)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(120));
        while (true)
        {
            var report = await supervisor.GetFromJsonAsync<JsonElement>(address, patience.Token);
            if (report.Text("status") == "assessed" && report.GetProperty("notices").EnumerateArray().All(n => n.Text("state") == "delivered"))
            {
                return string.Join(", ", report.Told());
            }

            await Task.Delay(100, patience.Token);
        }
    }

    private static async Task<int> CountAsync(HttpClient client, string list)
    {
        var count = 0;
        string? continuation = null;
        do
        {
            var page = await client.GetFromJsonAsync<JsonElement>(continuation is null ? list : $"{list}&continuation={continuation}");
            count += page.GetProperty("items").GetArrayLength();
            continuation = page.TryGetProperty("continuation", out var next) ? next.GetString() : null;
        }
        while (continuation is not null);
        return count;
    }
}
