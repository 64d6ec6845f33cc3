using Hub.Paging;

namespace Hub.Nominals;

/// <summary>
/// The register of known persons. Every change of a nominal gets the next number of one rising sequence, the high-water
/// mark, so that each instance can follow the changes and keep its index fresh; and it is kept, with who, when, why and
/// the record before.
/// </summary>
public interface INominalRegister
{
    /// <summary>
    /// Reads these nominals, lets a change be worked out, and stores it: all or none, durable once the call returns, and
    /// only if nobody changed any of them (or the feed's mark) since they were read; else it is worked out again on what
    /// is there now. A nominal whose content stays the same, but for when its source last spoke of it, is no change.
    /// </summary>
    /// <param name="ids">The nominals the change reads or writes; the same one twice counts once.</param>
    /// <param name="change">Works the change out. It may be called several times and must depend on nothing but what it is given.</param>
    /// <param name="how">Who writes, from what source, why.</param>
    /// <exception cref="RegisterBusyException">Others were first too many times in a row; nothing was changed.</exception>
    /// <exception cref="InvalidOperationException">The change writes a nominal that was not asked for, or one twice.</exception>
    Task<RegisterOutcome> WriteAsync(IReadOnlyCollection<string> ids, Func<RegisterState, RegisterEdit> change, RegisterWriting how, CancellationToken cancellationToken);

    /// <summary>The nominal by exactly this id, ended and merged-away ones included; null where there is none. See <see cref="RegisterReading.FindAsync"/>.</summary>
    Task<Nominal?> GetAsync(string id, CancellationToken cancellationToken);

    /// <summary>Several nominals as they are at one moment, by exactly these ids, ended and merged-away ones included; those there are not are left out.</summary>
    Task<IReadOnlyDictionary<string, MarkedNominal>> GetAllAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken);

    /// <summary>Changes after a high-water mark, oldest first, ended ones included; a nominal changed twice shows once, at its last change.</summary>
    Task<RegisterChanges> ChangesSinceAsync(long mark, int max, CancellationToken cancellationToken);

    /// <summary>Returns once there are changes after a mark (at once for those made through this instance, a little later for those of others), or after <paramref name="atMost"/>.</summary>
    Task WaitForChangeAsync(long mark, TimeSpan atMost, CancellationToken cancellationToken);

    /// <summary>How far a load had come; null where none was begun or it was finished and cleared.</summary>
    Task<LoadProgress?> LoadProgressAsync(string load, CancellationToken cancellationToken);

    /// <summary>How far the register has taken in a source's deltas: the sequence of the last one; 0 where it sent none.</summary>
    Task<long> MarkAsync(string source, CancellationToken cancellationToken);

    /// <summary>The changes of one nominal, newest first; null where there is no such nominal.</summary>
    /// <exception cref="InvalidContinuationException">The continuation token is not one this register gave out.</exception>
    Task<NominalHistory?> HistoryAsync(string id, PageRequest page, CancellationToken cancellationToken);

    /// <summary>Every change of every nominal after a high-water mark, oldest first: unlike <see cref="ChangesSinceAsync"/> also those followed by another.</summary>
    Task<IReadOnlyList<NominalChange>> HistorySinceAsync(long mark, int max, CancellationToken cancellationToken);
}

/// <summary>A nominal and when it came to be so.</summary>
/// <param name="Mark">The register's high-water mark that its last change made: what was read of the register up to an earlier one is older than this.</param>
public sealed record MarkedNominal(Nominal Nominal, long Mark);

/// <summary>Some changes of the register.</summary>
/// <param name="Nominals">As they are now.</param>
/// <param name="Mark">Ask from here next.</param>
public sealed record RegisterChanges(IReadOnlyList<Nominal> Nominals, long Mark);

/// <summary>How far the load of one file has come.</summary>
/// <param name="Load">What identifies the file: its name, length and the hash of its beginning.</param>
/// <param name="Line">The last line done, from 1.</param>
/// <param name="Loaded">Nominals stored so far, those that were stored like that already included.</param>
/// <param name="SetAside">Lines set aside so far.</param>
/// <param name="Stale">Lines passed over so far because the register holds something newer.</param>
/// <param name="Merged">Lines passed over so far because their record was merged into another.</param>
public sealed record LoadProgress(string Load, long Line, long Loaded, long SetAside, long Stale = 0, long Merged = 0);
