using System.Collections;
using System.Threading.Channels;
using Hub.Embedded.Hosting;

namespace Hub.Embedded.Tests.Hosting.Support;

public sealed record Change(string Id);

/// <summary>A change feed that holds what a test puts in until it is marked done.</summary>
public sealed class ScriptedFeed : IChangeFeed
{
    private readonly Lock gate = new();
    private readonly List<Change> pending = [];
    private readonly Channel<bool> rung = Channel.CreateUnbounded<bool>();

    public string Database => "hub";

    public string Container => "cases";

    public Type ItemType => typeof(Change);

    public Channel<int> Reads { get; } = Channel.CreateUnbounded<int>();

    public void Add(params string[] ids)
    {
        lock (gate)
        {
            pending.AddRange(ids.Select(i => new Change(i)));
        }

        rung.Writer.TryWrite(true);
    }

    public void Done(IEnumerable<Change> changes)
    {
        lock (gate)
        {
            pending.RemoveAll(changes.Contains);
        }
    }

    public Task DoneAsync(ICollection changes, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<ICollection> ReadAsync(int max, CancellationToken cancellationToken)
    {
        lock (gate)
        {
            Reads.Writer.TryWrite(max);
            return Task.FromResult<ICollection>(pending.Take(max).ToList());
        }
    }

    public Task WaitAsync(TimeSpan atMost, CancellationToken cancellationToken) => rung.Reader.ReadAsync(cancellationToken).AsTask();
}
