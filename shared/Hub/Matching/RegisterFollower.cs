using Hub.Nominals;

namespace Hub.Matching;

/// <summary>Keeps the index in memory as fresh as the register: reads the changes since its mark until there are none.</summary>
public sealed class RegisterFollower(INominalRegister register, RegisterIndex index) : IDisposable
{
    private const int BatchSize = 2_000;
    private readonly SemaphoreSlim turn = new(1, 1);

    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>True once the index has caught up for the first time.</summary>
    public bool IsReady => ready.Task.IsCompleted;

    /// <summary>Waits until the index has caught up for the first time: before that, nobody being found means nothing.</summary>
    public Task WhenReadyAsync(CancellationToken cancellationToken) => ready.Task.WaitAsync(cancellationToken);

    /// <summary>Brings the index to the register's present state.</summary>
    public async Task CatchUpAsync(CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            RegisterChanges changes;
            do
            {
                changes = await register.ChangesSinceAsync(index.Mark, BatchSize, cancellationToken);
                index.Apply(changes);
            }
            while (changes.Nominals.Count == BatchSize);
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
}
