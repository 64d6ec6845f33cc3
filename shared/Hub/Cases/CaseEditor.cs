using Hub.Auditing;

namespace Hub.Cases;

/// <summary>
/// Reads a case, lets a change be made, commits it; when somebody else was first, reads again and makes the change on
/// what is there now. The change must therefore depend on nothing but the case it is given.
/// </summary>
public sealed class CaseEditor(ICaseStore store, TimeProvider time)
{
    /// <summary>Tries before giving up. Forty deliveries of one case at once settle in fewer.</summary>
    public const int MaxTries = 50;

    /// <summary>Makes a change. A change that records nothing commits nothing.</summary>
    /// <returns>The case as it now is; null where there is no such case.</returns>
    /// <exception cref="CaseBusyException">Others were first <see cref="MaxTries"/> times in a row; nothing was changed.</exception>
    public async Task<CaseFile?> EditAsync(CaseId id, Actor by, Action<CaseEdit> change, CancellationToken cancellationToken) =>
        await store.ReadAsync(id, cancellationToken) is { } read ? await EditAsync(read, by, change, cancellationToken) : null;

    /// <summary>As the other, starting from a case just read: where nobody was faster it is not read again.</summary>
    /// <exception cref="CaseBusyException">Others were first <see cref="MaxTries"/> times in a row; nothing was changed.</exception>
    public async Task<CaseFile?> EditAsync(CaseFile file, Actor by, Action<CaseEdit> change, CancellationToken cancellationToken)
    {
        var read = file;
        for (var attempt = 1; attempt <= MaxTries; attempt++)
        {
            var edit = new CaseEdit(read, by, time.GetUtcNow());
            change(edit);
            if (edit.IsEmpty)
            {
                return read;
            }

            if (await store.CommitAsync(edit.ToCommit(), cancellationToken) is CommitOutcome.Committed committed)
            {
                return edit.Case with { Version = committed.Version };
            }

            if (await store.ReadAsync(file.Id, cancellationToken) is not { } again)
            {
                return null;
            }

            read = again;
        }

        throw new CaseBusyException(file.Id);
    }
}

/// <summary>A case changed under every one of our tries. Passing: try again later.</summary>
public sealed class CaseBusyException(CaseId id) : Exception($"Case {id} is being changed by others; try again.");
