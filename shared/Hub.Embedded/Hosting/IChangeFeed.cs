namespace Hub.Embedded.Hosting;

/// <summary>
/// What stands behind a <c>[CosmosDBTrigger]</c> on the embedded host: the changes of one container. Changes are
/// handed out again until they are done: by <see cref="DoneAsync"/>, or by the mark that whoever works on them leaves in the store.
/// </summary>
public interface IChangeFeed
{
    /// <summary>The database the trigger names.</summary>
    string Database { get; }

    /// <summary>The container the trigger names.</summary>
    string Container { get; }

    /// <summary>The type of one change: the trigger's parameter is an <see cref="IReadOnlyList{T}"/> of it.</summary>
    Type ItemType { get; }

    /// <summary>Pending changes, oldest first, as an <see cref="IReadOnlyList{T}"/> of <see cref="ItemType"/>.</summary>
    Task<System.Collections.ICollection> ReadAsync(int max, CancellationToken cancellationToken);

    /// <summary>These were worked on without an error: a feed that keeps its own place in the changes moves on.</summary>
    Task DoneAsync(System.Collections.ICollection changes, CancellationToken cancellationToken);

    /// <summary>Returns when something may have changed, or after <paramref name="atMost"/>.</summary>
    Task WaitAsync(TimeSpan atMost, CancellationToken cancellationToken);
}
