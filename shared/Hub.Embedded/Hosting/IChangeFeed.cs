namespace Hub.Embedded.Hosting;

/// <summary>
/// What stands behind a <c>[CosmosDBTrigger]</c> on the embedded host: the changes of one container. Changes are
/// handed out again until whoever works on them has marked them done in the store.
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

    /// <summary>Returns when something may have changed, or after <paramref name="atMost"/>.</summary>
    Task WaitAsync(TimeSpan atMost, CancellationToken cancellationToken);
}
