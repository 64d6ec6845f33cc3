namespace Hub.Embedded.Sqlite;

/// <summary>A piece of work waiting for the writer.</summary>
internal abstract class WriteItem
{
    /// <summary>Why the work failed, once it has run and did.</summary>
    public Exception? Failure { get; protected set; }

    public abstract void Run(SqliteWriteSession session);

    /// <summary>Tells the caller how the work went; only after the commit.</summary>
    public abstract void Complete();

    /// <summary>Tells the caller that the work is undone.</summary>
    public abstract void Fail(Exception failure);
}

internal sealed class WriteItem<T>(Func<SqliteWriteSession, T> work, CancellationToken cancellationToken) : WriteItem
{
    private readonly TaskCompletionSource<T> completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? result;

    public Task<T> Task => completion.Task;

    public override void Run(SqliteWriteSession session)
    {
        try
        {
            cancellationToken.ThrowIfCancellationRequested();
            result = work(session);
        }
        // Whatever it is belongs to the caller, who gets it by Complete; the neighbours in the batch must not.
        catch (Exception failure)
        {
            Failure = failure;
        }
    }

    public override void Complete()
    {
        switch (Failure)
        {
            case null:
                completion.SetResult(result!);
                break;
            case OperationCanceledException when cancellationToken.IsCancellationRequested:
                completion.SetCanceled(cancellationToken);
                break;
            default:
                completion.SetException(Failure);
                break;
        }
    }

    public override void Fail(Exception failure) => completion.SetException(failure);
}
