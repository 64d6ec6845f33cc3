using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Hub.Auditing;
using Hub.Azure.Cases;
using Hub.Azure.Tests.StandIns.Cosmos;
using Hub.Azure.Tests.StandIns.ServiceBus;
using Hub.Cases;
using Hub.Functions.Tests;

namespace Hub.Azure.Tests.Flow;

/// <summary>From custody's POST to the inbox while Azure fails: exactly one notice each, and nothing left lying anywhere.</summary>
public sealed class FaultFlowTests : IAsyncLifetime
{
    /// <summary>Small against half a lock, in which it must be renewed.</summary>
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(100);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private TestHub hub = null!;

    private CosmosFaults Cosmos => TestBackends.CosmosFaults(hub.Folder);

    private BusFaults Bus => TestBackends.BusFaults(hub.Folder);

    public async Task InitializeAsync()
    {
        hub = await TestHub.StartAsync();
        await hub.ArrestAsync(new Arrest { Subject = Child.From("Barnet") });
    }

    public async Task DisposeAsync() => await hub.DisposeAsync();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_database_that_asks_for_patience_loses_and_doubles_nothing(int commit)
    {
        // The client tries nine times again; then the sender, or the bus, has to.
        Cosmos.Throttle(IsCommit(commit), times: 15, TimeSpan.FromMilliseconds(1));

        await ToldOnceAsync([await PostUntilAcceptedAsync(new Arrest())]);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 4)]
    [InlineData(2, 4)]
    [InlineData(3, 4)]
    public async Task A_commit_whose_answer_is_lost_stands_once_and_the_sender_ends_up_with_the_same_case(int commit, int times)
    {
        Cosmos.LoseResponse(IsCommit(commit), times);

        await ToldOnceAsync([await PostUntilAcceptedAsync(new Arrest())]);
    }

    [Fact]
    public async Task The_same_report_taken_in_by_another_instance_in_between_is_one_case()
    {
        var arrest = new Arrest();
        Uri? others = null;
        Cosmos.Before(IsCommit(1), async () => others = await PostUntilAcceptedAsync(arrest));

        var ours = await PostUntilAcceptedAsync(arrest);

        Assert.Equal(others, ours);
        await ToldOnceAsync([ours]);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Another_instance_that_changes_the_case_in_between_is_not_overwritten(int commit)
    {
        await using var database = TestBackends.OtherDatabase(hub.Folder);
        var other = new CaseEditor(new CosmosCaseStore(database, hub.Time), hub.Time);
        var arrest = new Arrest();
        var id = CaseId.For("arrests", arrest.Reference!);
        Cosmos.Before(IsCommit(commit), () => other.EditAsync(id, Actor.Hub, edit => edit.Audit("test.noted", "Another instance was here."), CancellationToken.None));

        var report = Assert.Single(await ToldOnceAsync([await PostUntilAcceptedAsync(arrest)]));

        Assert.Contains("test.noted", report.Actions());
    }

    [Theory]
    [InlineData(CutKind.Stored)]
    [InlineData(CutKind.NotStored)]
    public async Task A_broker_that_hangs_up_in_the_middle_of_twenty_arrests_tells_of_each_once(CutKind kind)
    {
        Bus.CutAfter(7, kind);

        var posted = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => PostUntilAcceptedAsync(new Arrest())));
        Bus.CutConnections();

        await ToldOnceAsync(posted);
    }

    [Fact]
    public async Task A_message_whose_lock_is_lost_while_it_is_assessed_tells_once()
    {
        Cosmos.Before(IsCommit(2), () =>
        {
            hub.Time.Advance(TimeSpan.FromSeconds(90));
            return Task.CompletedTask;
        });

        await ToldOnceAsync([await PostUntilAcceptedAsync(new Arrest())]);
    }

    [Fact]
    public async Task A_message_delivered_twice_tells_once()
    {
        var arrest = new Arrest();
        Bus.DeliverTwice($"{CaseId.For("arrests", arrest.Reference!).Value:N}.accepted");

        await ToldOnceAsync([await PostUntilAcceptedAsync(arrest)]);
    }

    [Fact]
    public async Task A_relay_whose_lease_another_instance_takes_in_the_middle_loses_and_doubles_nothing()
    {
        await using var other = new OtherRelay(hub);
        using var stop = new CancellationTokenSource(Patience);
        var taken = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Cosmos.Before(r => r is { Container: "leases", Operation: CosmosOperation.Replace }, async () =>
        {
            await other.GiveUpLeaseAsync();
            taken.SetResult();
        });

        var posted = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => PostUntilAcceptedAsync(new Arrest())));
        await taken.Task.WaitAsync(Patience);
        var handedOver = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var relaying = other.RelayAsync(handedOver, stop.Token);
        await handedOver.Task.WaitAsync(Patience);

        await ToldOnceAsync([.. posted, await PostUntilAcceptedAsync(new Arrest())]);
        await stop.CancelAsync();
        await relaying.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
    }

    private static Func<CosmosRequest, bool> IsCommit(int number)
    {
        var id = number.ToString("D9", System.Globalization.CultureInfo.InvariantCulture);
        return request => request is { Container: "cases", Operation: CosmosOperation.Create } && request.Id == id;
    }

    /// <summary>Sends again what was not taken in, as a custody system does; the answer is never anything else.</summary>
    private async Task<Uri> PostUntilAcceptedAsync(Arrest arrest)
    {
        for (var attempt = 0; attempt < 10; attempt++)
        {
            using var answer = await hub.PostArrestAsync(arrest);
            if (answer.StatusCode == HttpStatusCode.Accepted)
            {
                return answer.Headers.Location!;
            }

            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        }

        throw new InvalidOperationException("The report was not taken in.");
    }

    /// <summary>Once everything has settled: each report told its team once, the inbox holds these and no more, and nothing is set aside.</summary>
    private async Task<IReadOnlyList<JsonElement>> ToldOnceAsync(IReadOnlyList<Uri> posted)
    {
        using var supervisor = hub.As("supervisor");
        List<JsonElement> reports = [];
        foreach (var address in posted)
        {
            reports.Add(await DeliveredAsync(supervisor, address));
        }

        await DrainAsync();
        Assert.All(reports, report => Assert.Equal(["yot:camden arrest"], report.Told()));
        Assert.All(reports, report => Assert.Equal(1, report.Actions().Count(action => action == "notice.delivered")));
        Assert.All(reports, report => Assert.True(report.GetProperty("timelineIntact").GetBoolean()));
        var inbox = (await supervisor.GetFromJsonAsync<JsonElement>("api/notices?recipient=yot:camden&limit=500")).GetProperty("items");
        Assert.Equal(reports.Select(r => r.Text("id")).Order(), inbox.EnumerateArray().Select(n => n.Text("report")).Order());
        Assert.Empty((await supervisor.GetFromJsonAsync<JsonElement>("api/quarantine")).GetProperty("items").EnumerateArray());
        return reports;
    }

    /// <summary>The report when its notice has been delivered.</summary>
    private async Task<JsonElement> DeliveredAsync(HttpClient supervisor, Uri address)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var report = await supervisor.GetFromJsonAsync<JsonElement>(address, patience.Token);
            if (report.GetProperty("notices").EnumerateArray().Any(n => n.Text("state") == "delivered"))
            {
                return report;
            }

            hub.Time.Advance(Step);
        }
    }

    /// <summary>
    /// Until nothing is under way. The clock goes on meanwhile, for what waits until a lost lock runs out. While something
    /// is overdue, as it is after a leap of the clock, the hub says that it is not well.
    /// </summary>
    private async Task DrainAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var draining = hub.DrainAsync();
            while (!draining.IsCompleted)
            {
                hub.Time.Advance(Step);
                using var looked = await hub.Anonymous.GetAsync("health", patience.Token);
            }

            try
            {
                await draining;
                return;
            }
            catch (HttpRequestException e) when (e.StatusCode == HttpStatusCode.ServiceUnavailable && !patience.IsCancellationRequested)
            {
                continue;
            }
        }
    }
}
