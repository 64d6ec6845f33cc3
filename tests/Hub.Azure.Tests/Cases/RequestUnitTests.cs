using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Hub.Azure.Tests.StandIns.Cosmos;
using Hub.Cases;
using Hub.Notices;
using Hub.Testing;
using Xunit.Abstractions;

namespace Hub.Azure.Tests.Cases;

/// <summary>What an arrest notice costs from its arrival to its recipient's eyes, by Microsoft's published prices.</summary>
public sealed class RequestUnitTests(ITestOutputHelper output) : IDisposable
{
    private const double Promised = 60;
    private readonly CosmosWorld world = new();
    private readonly StringBuilder table = new("| step | container | operation | RU |\n| --- | --- | --- | ---: |\n");
    private double total;

    public void Dispose() => world.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task One_arrest_notice_end_to_end_costs_at_most_sixty_request_units(bool ofKnownChild)
    {
        using var flow = new ArrestFlow(world, ofKnownChild ? [A.Nominal("N-1")] : []);
        await flow.ReadyAsync();
        await flow.TakeInAsync(A.Arrest("warm-up").WithSubject("addresses", new JsonArray(new JsonObject { ["lines"] = new JsonArray("1 High Street"), ["borough"] = "Barnet" })));
        await flow.RelayAsync();
        await flow.AssessAsync();
        await flow.RelayAsync();
        await flow.DeliverAsync();
        await flow.RelayAsync();
        CaseId id = default;

        await StepAsync("intake", async () => id = await flow.TakeInAsync(A.Arrest()));
        await StepAsync("relay", flow.RelayAsync);
        await StepAsync("assess", flow.AssessAsync);
        await StepAsync("relay", flow.RelayAsync);
        await StepAsync("deliver", flow.DeliverAsync);
        await StepAsync("relay", flow.RelayAsync);
        var inbox = await ListedAsync(id);

        output.WriteLine(table.ToString());
        output.WriteLine($"Bytes of the commits: {string.Join(", ", await SizesAsync("cases", $"""SELECT * FROM c WHERE c["case"] = '{id}'"""))}; of the rows: {string.Join(", ", await SizesAsync("views", "SELECT * FROM c"))}; of the marks: {string.Join(", ", await SizesAsync("sent", "SELECT * FROM c"))}.");
        output.WriteLine($"Together: {total:0.0} RU");
        Assert.Equal(NoticeState.Delivered, inbox.State);
        Assert.InRange(total, 20, Promised);
    }

    /// <summary>The recipient's desk shows the inbox; what else lies in it is not this notice's cost.</summary>
    private async Task<Notice> ListedAsync(CaseId id)
    {
        Notice? found = null;
        await StepAsync("inbox", async () => found = (await world.Store.ListNoticesAsync(new("yot:camden", OpenOnly: true), new(), default)).Items.Single(n => n.Case == id));
        return found!;
    }

    private async Task<IReadOnlyList<int>> SizesAsync(string container, string query)
    {
        using var pages = (await world.Database.ContainerAsync(container)).GetItemQueryStreamIterator(query);
        using var page = await pages.ReadNextAsync();
        using var read = JsonDocument.Parse(page.Content);
        return [.. read.RootElement.GetProperty("Documents").EnumerateArray().Select(d => d.GetRawText().Length)];
    }

    private async Task StepAsync(string step, Func<Task> work)
    {
        world.StandIn.Charges.Clear();
        await work();
        foreach (var charge in world.StandIn.Charges.All.Where(IsOfTheNotice))
        {
            var status = (int)charge.Status >= 400 ? $" ({(int)charge.Status})" : "";
            table.Append(CultureInfo.InvariantCulture, $"| {step} | {charge.Container} | {charge.Operation.ToString().ToLowerInvariant()}{status} | {charge.RequestUnits:0.00} |\n");
            total += charge.RequestUnits;
        }
    }

    // A change feed that says there is nothing is asked twice a second whether notices come or not.
    private static bool IsOfTheNotice(CosmosCharge charge) =>
        charge is { Container: not null, Operation: not (CosmosOperation.QueryPlan or CosmosOperation.Metadata) } && charge is not { Operation: CosmosOperation.ChangeFeed, Status: System.Net.HttpStatusCode.NotModified };
}
