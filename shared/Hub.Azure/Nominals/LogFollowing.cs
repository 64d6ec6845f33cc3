namespace Hub.Azure.Nominals;

/// <summary>
/// Where the log ends and how far it is applied, as far as this process knows: never less than somebody it told. The
/// next entry is only ever committed once all before it are applied, so of the whole log at most the last is not.
/// </summary>
internal sealed class LogFollowing(RegisterLog log, RegisterProjection projection, RecentEntries recent, TimeProvider time)
{
    /// <summary>How long a large writing is left to its writer before a follower applies it too.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>Entries gone over before the head is asked whether the end is far.</summary>
    private const int StepsOnFoot = 8;

    private readonly Lock gate = new();
    private LogPosition applied = new(0, 0);
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private (long N, Task Task) applying = (0, Task.CompletedTask);

    /// <summary>Up to here all is applied.</summary>
    public LogPosition Applied => Volatile.Read(ref applied);

    /// <summary>Ends when the mark of <see cref="Applied"/> next rises.</summary>
    public Task NextChange
    {
        get
        {
            lock (gate)
            {
                return changed.Task;
            }
        }
    }

    /// <summary>Makes sure that a writing of which something was seen is applied.</summary>
    public async Task FinishAsync(long n, CancellationToken cancellationToken)
    {
        if (n > Applied.N)
        {
            await ToEndAsync(mustFinish: true, cancellationToken);
        }
    }

    /// <summary>Goes to the end of the log as it is now.</summary>
    /// <param name="mustFinish">False: a large writing its writer is still busy with, which nobody has seen yet, may be left out.</param>
    /// <returns>Where it ends; all up to there is applied.</returns>
    public async Task<LogPosition> ToEndAsync(bool mustFinish, CancellationToken cancellationToken)
    {
        var at = Applied.N > 0 ? Applied : await JumpAsync(Applied, cancellationToken);
        LogEntry? last = null;
        for (var steps = 1; await log.FindAsync(at.N + 1, cancellationToken) is { } next; steps++)
        {
            // The next one is there, so this one is applied.
            Note(last);
            (last, at) = (next, next.Position);
            if (steps % StepsOnFoot == 0)
            {
                at = await JumpAsync(at, cancellationToken);
                last = at.N == last.N ? last : null;
            }
        }

        if (last is null || last.N <= Applied.N)
        {
            return at;
        }

        if (last.IsLarge)
        {
            at = await JumpAsync(at, cancellationToken);
            if (Applied.N >= last.N)
            {
                return at;
            }

            if (!mustFinish && (time.GetUtcNow() - last.At).Duration() < Patience)
            {
                return new LogPosition(last.N - 1, last.First);
            }
        }

        await ApplyAsync(await log.WholeAsync(last, cancellationToken), null);
        return at;
    }

    /// <summary>Applies an entry, once for all in this process who want it.</summary>
    /// <param name="held">What its writer read before.</param>
    public async Task ApplyAsync(LogEntry entry, HeldNominals? held)
    {
        Task task;
        lock (gate)
        {
            if (applying.N != entry.N || applying.Task is { IsCompleted: true, IsCompletedSuccessfully: false })
            {
                applying = (entry.N, Task.Run(() => projection.ApplyAsync(entry, held)));
            }

            task = applying.Task;
        }

        await task;
        Note(entry);
    }

    /// <summary>To where the head says all is applied, where that is further.</summary>
    private async Task<LogPosition> JumpAsync(LogPosition at, CancellationToken cancellationToken)
    {
        if (await projection.HeadAsync(cancellationToken) is not { } head)
        {
            return at;
        }

        Raise(new LogPosition(head.N, head.Last));
        return head.N > at.N ? new LogPosition(head.N, head.Last) : at;
    }

    private void Note(LogEntry? entry)
    {
        if (entry is not null)
        {
            recent.Add(entry);
            Raise(entry.Position);
        }
    }

    private void Raise(LogPosition position)
    {
        lock (gate)
        {
            if (position.N <= applied.N)
            {
                return;
            }

            var isChanged = position.Last > applied.Last;
            Volatile.Write(ref applied, position);
            if (isChanged)
            {
                changed.SetResult();
                changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            }
        }
    }
}
