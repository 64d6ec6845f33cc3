using Hub.Matching.Buckets;
using Hub.Nominals;

namespace Hub.Matching;

/// <summary>
/// Keeps the index in memory as fresh as the register: reads the changes since its mark until there are none. Where the
/// register is kept in buckets, those too.
/// </summary>
/// <param name="register">The register followed.</param>
/// <param name="index">The index in memory.</param>
/// <param name="scope">Who is in it; everybody where null.</param>
/// <param name="buckets">The buckets of a register beyond memory; null where it is in memory.</param>
public sealed class RegisterFollower(INominalRegister register, RegisterIndex index, MemoryScope? scope = null, BucketFollower? buckets = null) : IDisposable
{
    private const int BatchSize = 2_000;
    private readonly SemaphoreSlim turn = new(1, 1);

    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource wanted = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>True once the index has caught up for the first time.</summary>
    public bool IsReady
    {
        get
        {
            wanted.TrySetResult();
            return ready.Task.IsCompleted;
        }
    }

    /// <summary>Waits until the index has caught up for the first time: before that, nobody being found means nothing.</summary>
    public Task WhenReadyAsync(CancellationToken cancellationToken)
    {
        wanted.TrySetResult();
        return ready.Task.WaitAsync(cancellationToken);
    }

    /// <summary>Waits until somebody here asks whether the register is ready: a process in which nobody does need not read it.</summary>
    public Task WhenWantedAsync(CancellationToken cancellationToken) => Task.WhenAny(wanted.Task, buckets?.WhenWantedAsync() ?? wanted.Task).WaitAsync(cancellationToken);

    /// <summary>Brings the index to the register's present state.</summary>
    public async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        wanted.TrySetResult();

        // First, and in no turn: reports are matched by them while memory is still being read.
        await (buckets?.CatchUpAsync(cancellationToken) ?? Task.CompletedTask);
        await turn.WaitAsync(cancellationToken);
        try
        {
            await (ready.Task.IsCompleted ? FollowAsync(cancellationToken) : ReadAllAsync(cancellationToken));
            if (ready.TrySetResult())
            {
                // Nobody waits for it, and questions are answered meanwhile.
                _ = index.PackAsync();
            }
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    /// <summary>The first time, part by part: until it is ready nobody looks.</summary>
    private async Task ReadAllAsync(CancellationToken cancellationToken)
    {
        RegisterChanges changes;
        do
        {
            changes = await register.ChangesSinceAsync(index.Mark, BatchSize, cancellationToken);
            index.Apply(Scoped(changes));
        }
        while (changes.Nominals.Count == BatchSize);
    }

    /// <summary>
    /// From then on all that has changed at once: what was written together lies apart where some of it has changed
    /// again since, so only the whole is a state the register was ever in. It is no more than the register, which the
    /// index holds in memory anyway.
    /// </summary>
    private async Task FollowAsync(CancellationToken cancellationToken)
    {
        var changes = await register.ChangesSinceAsync(index.Mark, BatchSize, cancellationToken);
        if (changes.Nominals.Count == BatchSize)
        {
            List<Nominal> all = [.. changes.Nominals];
            do
            {
                changes = await register.ChangesSinceAsync(changes.Mark, BatchSize, cancellationToken);
                all.AddRange(changes.Nominals);
            }
            while (changes.Nominals.Count == BatchSize);
            changes = new RegisterChanges(all, changes.Mark);
        }

        index.Apply(Scoped(changes));
    }

    // Whoever does not belong in memory, or no longer does, is to the index as if ended.
    private RegisterChanges Scoped(RegisterChanges changes) => scope is null
        ? changes
        : changes with { Nominals = [.. changes.Nominals.Select(n => n.Ended is not null || scope.Holds(n) ? n : n with { Ended = n.Updated })] };
}
