using Hub.Embedded.Sqlite;
using Hub.Testing;

namespace Hub.Embedded.Tests.Sqlite;

public sealed class MessageIdMemoryTests : IDisposable
{
    private static readonly CancellationToken None = CancellationToken.None;
    private readonly ManualTime time = new(A.Moment);
    private readonly TemporaryDatabase file = new();

    public void Dispose() => file.Dispose();

    [Fact]
    public async Task Expired_ids_are_dropped_in_steps_faster_than_new_ones_come()
    {
        var bus = new SqliteMessageBus(file.Database, HubTopology.Topology, time);
        await bus.SendAsync(HubTopology.Reports, [.. Enumerable.Range(0, 10).Select(i => A.Message($"old-{i}"))], None);
        time.Advance(HubTopology.Topology.FindTopic(HubTopology.Reports)!.DuplicateWindow);

        await bus.SendAsync(HubTopology.Reports, [A.Message("new-1")], None);
        Assert.Equal(10 - 2 + 1, await CountAsync());

        await bus.SendAsync(HubTopology.Reports, [.. Enumerable.Range(2, 4).Select(i => A.Message($"new-{i}"))], None);
        Assert.Equal(5, await CountAsync());
    }

    private Task<long> CountAsync() => file.Database.ReadAsync(session =>
    {
        using var row = session.Prepare("SELECT count(*) FROM message_ids");
        row.Step();
        return row.GetNumber(0);
    }, None);
}
