using Hub.Azure.Nominals;
using Hub.Nominals;
using Hub.Testing;
using Xunit.Abstractions;

namespace Hub.Azure.Tests.Nominals;

/// <summary>The README's costs, by the published table: a record of 2 KB, every read a strong one.</summary>
public sealed class RegisterChargesTests(ITestOutputHelper output) : IDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;
    private readonly RegisterWorld world = new(new ManualTime(A.Moment));

    public void Dispose() => world.Dispose();

    [Fact]
    public async Task What_a_change_costs_and_what_following_it_costs()
    {
        var (writer, follower) = (world.Open(), world.Open());
        await writer.UpsertAsync([Record("7", "a")], None);
        var mark = (await follower.ChangesSinceAsync(0, 10, None)).Mark;
        await WaitAsync(follower, mark);

        var change = await ChargeAsync("a change", () => writer.UpsertAsync([Record("7", "b")], None));
        var here = await ChargeAsync("following it in the same instance", () => writer.ChangesSinceAsync(mark, 10, None));
        var told = await ChargeAsync("being told of it in another", () => WaitAsync(follower, mark));
        var there = await ChargeAsync("following it in another", () => follower.ChangesSinceAsync(mark, 10, None));
        var idle = await ChargeAsync("a look in vain", () => WaitAsync(follower, mark + 1));
        var one = await ChargeAsync("reading one", () => follower.GetAsync("7", None));
        var same = await ChargeAsync("the same again", () => writer.UpsertAsync([Record("7", "b")], None));

        Assert.InRange(change, 20, 35);
        Assert.InRange(here, 1, 2);
        Assert.InRange(told, 3, 14);
        Assert.InRange(there, 1, 2);
        Assert.InRange(idle, 1, 2);
        Assert.InRange(one, 2, 3);
        Assert.InRange(same, 2, 6);
    }

    [Fact]
    public async Task What_a_load_and_a_start_cost_for_each_nominal()
    {
        const int Many = 5_000;
        var writer = world.Open();
        await writer.GetAsync("0", None);

        var load = await ChargeAsync("a load, each", async () =>
        {
            for (var batch = 0; batch < Many / 1_000; batch++)
            {
                await writer.UpsertAsync([.. Enumerable.Range(batch * 1_000, 1_000).Select(i => Record($"{i}", "a"))], None);
            }
        }, Many);
        var follower = world.Open();
        var read = 0;
        var start = await ChargeAsync("a start, each", async () => read = (await follower.ChangesSinceAsync(0, Many, None)).Nominals.Count, Many);

        Assert.Equal(Many, read);
        Assert.InRange(load, 12, 20);
        Assert.InRange(start, 2, 2.6);
    }

    /// <summary>For a second, as the hub does.</summary>
    private async Task WaitAsync(CosmosNominalRegister register, long mark)
    {
        var waiting = register.WaitForChangeAsync(mark, TimeSpan.FromSeconds(1), None);
        while (!waiting.IsCompleted)
        {
            await Task.WhenAny(waiting, world.Time.SomebodyWaitsAsync());
            world.Time.Advance(TimeSpan.FromMilliseconds(500));
        }

        await waiting;
    }

    private async Task<double> ChargeAsync(string what, Func<Task> act, int each = 1)
    {
        world.Cosmos.Charges.Clear();
        await act();
        var charge = world.Cosmos.Charges.Total / each;
        output.WriteLine($"{what}: {charge:0.00}: {string.Join(", ", world.Cosmos.Charges.All.GroupBy(c => (c.Container, c.Operation)).Select(g => $"{g.Key.Operation} {g.Key.Container} {g.Count()} × {g.Average(c => c.RequestUnits):0.00}"))}");
        return charge;
    }

    /// <summary>2 KB as stored.</summary>
    private static Nominal Record(string id, string what) => A.Nominal(id) with { Occupation = what, Phones = [.. Enumerable.Range(0, 70).Select(i => $"020 7946 {i:D6}x{what}")] };
}
