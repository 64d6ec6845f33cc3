using System.Collections;
using Hub.Cases;
using Hub.Embedded.Hosting;

namespace Hub.Embedded.Sqlite;

/// <summary>The change feed of the container <c>cases</c>: the events not yet sent. Commits of this process wake it at once, those of others when it looks again.</summary>
public sealed class SqliteEventFeed : IChangeFeed
{
    private readonly ICaseStore store;
    private readonly TimeProvider time;
    private readonly AsyncSignal signal;
    private Task next;

    public SqliteEventFeed(SqliteDatabase database, ICaseStore store, TimeProvider time)
    {
        this.store = store;
        this.time = time;
        signal = database.Signal(SqliteCaseStore.EventsSignal);
        next = signal.Next;
    }

    public string Database => "hub";

    public string Container => "cases";

    public Type ItemType => typeof(CaseChange);

    public async Task<ICollection> ReadAsync(int max, CancellationToken cancellationToken)
    {
        // Before looking, so that a commit made while we look ends the next wait.
        next = signal.Next;

        // Whenever committed: a clock that was set back must not hold events up.
        return (await store.UnsentEventsAsync(DateTimeOffset.MaxValue, max, cancellationToken)).Select(CaseChange.Of).ToList();
    }

    /// <summary>Nothing: the relay marks what it has sent.</summary>
    public Task DoneAsync(ICollection changes, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task WaitAsync(TimeSpan atMost, CancellationToken cancellationToken) => AsyncSignal.WaitAsync(next, atMost, time, cancellationToken);
}
