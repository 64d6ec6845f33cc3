using Hub.Azure.Cosmos;

namespace Hub.Azure.Cases.Sweeping;

/// <summary>
/// Up to when a sweep has found everything done: an item of container <c>sent</c>. It only moves on. The next sweep
/// starts a while before it, because the clocks of instances differ and a commit is under way for some seconds.
/// </summary>
/// <param name="name">Which sweep's.</param>
internal sealed class SweepMark(HubDatabase database, string name)
{
    public const string Container = "sent";

    /// <summary>How far the clocks of two instances may differ, with the longest a commit may be under way.</summary>
    public static readonly TimeSpan Slack = TimeSpan.FromMinutes(10);

    /// <summary>Moving the mark costs a write; so much is worth one.</summary>
    private static readonly TimeSpan Step = TimeSpan.FromMinutes(1);

    private const string Partition = "marks";

    /// <summary>The moment after which the sweep must look, as text; the beginning where nothing was ever swept.</summary>
    public async Task<string> StartAsync(CancellationToken cancellationToken) =>
        await ReadAsync(cancellationToken) is { } mark ? Moments.Text(Moments.Parse(mark.Item.At) - Slack) : Moments.Beginning;

    /// <summary>Everything up to a moment was found done.</summary>
    public async Task MoveAsync(DateTimeOffset to, CancellationToken cancellationToken)
    {
        var marks = await database.ContainerAsync(Container);
        var read = await ReadAsync(cancellationToken);
        if (read is not null && to < Moments.Parse(read.Item.At) + Step)
        {
            return;
        }

        // Where another sweep was first, its mark is as good.
        var mark = new Mark(name, Partition, Moments.Text(to));
        _ = read is null
            ? await marks.CreateAsync(mark, Partition, cancellationToken)
            : await marks.ReplaceAsync(mark, name, Partition, read.ETag, cancellationToken);
    }

    private async Task<Found<Mark>?> ReadAsync(CancellationToken cancellationToken) =>
        await (await database.ContainerAsync(Container)).FindAsync<Mark>(name, Partition, relaxed: true, cancellationToken);

    private sealed record Mark(string Id, string Day, string At);
}
