namespace Hub.Nominals;

/// <summary>
/// The register of known persons. Every change gets the next number of one rising sequence, the high-water mark, so
/// that each instance can follow the changes and keep its index fresh.
/// </summary>
public interface INominalRegister
{
    /// <summary>
    /// Adds or replaces these nominals, all or none, durable once the call returns. With <paramref name="progress"/>,
    /// how far a load has come is stored in the same transaction, so that a killed load goes on where it was.
    /// </summary>
    /// <returns>The high-water mark after the change.</returns>
    Task<long> UpsertAsync(IReadOnlyList<Nominal> nominals, LoadProgress? progress, CancellationToken cancellationToken);

    /// <summary>Ends a nominal's time on the register. False where there is none by that id, or it had ended already.</summary>
    Task<bool> EndAsync(string id, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>The nominal, ended ones included; null where there is none.</summary>
    Task<Nominal?> GetAsync(string id, CancellationToken cancellationToken);

    /// <summary>Changes after a high-water mark, oldest first, ended ones included; a nominal changed twice shows once, at its last change.</summary>
    Task<RegisterChanges> ChangesSinceAsync(long mark, int max, CancellationToken cancellationToken);

    /// <summary>How far a load had come; null where none was begun or it was finished and cleared.</summary>
    Task<LoadProgress?> LoadProgressAsync(string load, CancellationToken cancellationToken);
}

/// <summary>Some changes of the register.</summary>
/// <param name="Nominals">As they are now.</param>
/// <param name="Mark">Ask from here next.</param>
public sealed record RegisterChanges(IReadOnlyList<Nominal> Nominals, long Mark);

/// <summary>How far the load of one file has come.</summary>
/// <param name="Load">What identifies the file: its name, length and the hash of its beginning.</param>
/// <param name="Line">The last line done, from 1.</param>
/// <param name="Loaded">Nominals stored so far.</param>
/// <param name="SetAside">Lines set aside so far.</param>
public sealed record LoadProgress(string Load, long Line, long Loaded, long SetAside);
