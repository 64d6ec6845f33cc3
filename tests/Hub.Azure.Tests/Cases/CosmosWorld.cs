using System.Net;
using System.Text.Json;
using Hub.Azure.Cases;
using Hub.Azure.Cosmos;
using Hub.Azure.Tests.StandIns.Cosmos;
using Hub.Cases;
using Hub.Json;
using Hub.Testing;
using Microsoft.Azure.Cosmos;

namespace Hub.Azure.Tests.Cases;

/// <summary>The hub's database on a stand-in, as an emulator would have it, with the change feed carried by hand.</summary>
internal sealed class CosmosWorld : IDisposable
{
    private readonly List<HubDatabase> others = [];
    private string? continuation;

    public CosmosWorld(ManualTime? time = null, TimeSpan? patience = null)
    {
        Time = time ?? new ManualTime(A.Moment);
        StandIn = new CosmosStandIn(Time);
        Settings = new CosmosSettings
        {
            ConnectionString = $"AccountEndpoint={CosmosStandIn.Endpoint};AccountKey={CosmosStandIn.Key}",
            CreateContainers = true,
            ThrottlePatience = patience ?? TimeSpan.FromSeconds(5),
        };
        Database = new HubDatabase(Settings, null, StandIn.Connect);
        Store = new CosmosCaseStore(Database, Time);
        Views = new CaseViews(Database, Time);
    }

    public ManualTime Time { get; }

    public CosmosStandIn StandIn { get; }

    public CosmosSettings Settings { get; }

    public HubDatabase Database { get; }

    public CosmosCaseStore Store { get; }

    public CaseViews Views { get; }

    /// <summary>Another instance of the hub, with a client of its own.</summary>
    public HubDatabase OtherInstance()
    {
        var other = new HubDatabase(Settings, null, StandIn.Connect);
        others.Add(other);
        return other;
    }

    /// <summary>What the trigger would be handed next.</summary>
    public async Task<IReadOnlyList<CaseChange>> ChangesAsync()
    {
        var cases = await Database.ContainerAsync("cases");
        var from = continuation is null ? ChangeFeedStartFrom.Beginning() : ChangeFeedStartFrom.ContinuationToken(continuation);
        using var feed = cases.GetChangeFeedStreamIterator(from, ChangeFeedMode.LatestVersion);
        List<CaseChange> changes = [];
        while (feed.HasMoreResults)
        {
            using var response = await feed.ReadNextAsync();
            continuation = response.ContinuationToken;
            if (response.StatusCode == HttpStatusCode.NotModified)
            {
                break;
            }

            response.EnsureSuccessStatusCode();
            using var page = JsonDocument.Parse(response.Content);
            changes.AddRange(page.RootElement.GetProperty("Documents").Deserialize<CaseChange[]>(HubJson.Options)!);
        }

        return changes;
    }

    /// <summary>Everything committed comes onto the lists.</summary>
    public async Task ListedAsync()
    {
        await Views.FollowAsync(await ChangesAsync(), default);
        await Views.SweepAsync(Time.GetUtcNow(), default);
    }

    public void Dispose()
    {
        foreach (var database in others.Append(Database))
        {
            database.Dispose();
        }

        StandIn.Dispose();
    }
}
