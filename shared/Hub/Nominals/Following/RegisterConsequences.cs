namespace Hub.Nominals;

/// <summary>
/// Draws the consequences of the register's changes: tells every watcher of each. How far it has come is kept in the
/// register, so that a hub that was stopped goes on where it was. What fails waits, with all later changes of the same
/// nominal, and is tried again each time; the others go on, and the mark that is kept stays before it. Several processes
/// may draw, best one at a time: where another has come further, this one goes on from there.
/// </summary>
public sealed class RegisterConsequences(INominalRegister register, IEnumerable<INominalWatcher> watchers) : IDisposable
{
    /// <summary>Changes that may wait; with more of them something is wrong with all, and nothing further is drawn.</summary>
    private const int MostWaiting = 1_000;

    private const int BatchSize = 500;

    /// <summary>No sender's source: those have no colon.</summary>
    private const string Mark = "hub:consequences";

    private static readonly RegisterWriting Writing = RegisterWriting.OfHub("Consequences drawn.") with { Feed = Mark };

    /// <summary>Who draws looks every ten seconds; what is still not drawn after so long cannot be.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private readonly SemaphoreSlim turn = new(1, 1);
    private List<NominalChange> failed = [];
    private long kept;
    private long read;
    private long reached;
    private int waiting;

    /// <summary>The register's mark up to which this process has drawn all consequences.</summary>
    public long DrawnTo => Volatile.Read(ref reached);

    /// <summary>The register's mark up to which this process has told of every change at least once.</summary>
    public long ReadTo => Volatile.Read(ref read);

    /// <summary>Changes whose consequences could not be drawn yet.</summary>
    public int Waiting => Volatile.Read(ref waiting);

    /// <summary>
    /// Changes whose consequences wait, whichever process draws them: exactly, where this one tried; else, once the oldest has
    /// waited ten minutes, all from it on, since no more can be seen from here.
    /// </summary>
    public async Task<int> WaitingAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var stored = await register.MarkAsync(Mark, cancellationToken);
        if (Volatile.Read(ref failed).Count(f => f.Sequence > stored) is > 0 and var own)
        {
            return own;
        }

        var end = (await register.WriteAsync([], _ => RegisterEdit.None, Writing, cancellationToken)).Mark;
        return end > stored && await register.HistorySinceAsync(stored, 1, cancellationToken) is [var oldest, ..] && now - oldest.At >= Patience
            ? (int)Math.Min(end - stored, int.MaxValue)
            : 0;
    }

    /// <summary>Draws what is to be drawn now; whoever else draws in this process is waited for.</summary>
    /// <exception cref="ConsequencesWaitException">Some could not be drawn; all others were. Try again.</exception>
    public async Task DrawAsync(CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            await GoOnAsync(await register.MarkAsync(Mark, cancellationToken), cancellationToken);
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    /// <param name="stored">Up to there all is done, by whichever process.</param>
    private async Task GoOnAsync(long stored, CancellationToken cancellationToken)
    {
        kept = stored;
        Volatile.Write(ref read, Math.Max(read, stored));
        Keep([.. failed.Where(f => f.Sequence > stored)]);
        var mark = (await register.WriteAsync([], _ => RegisterEdit.None, Writing, cancellationToken)).Mark;
        var (still, failure) = await TellAsync(failed, [], cancellationToken);
        Keep(still);
        while (failed.Count < MostWaiting && await register.HistorySinceAsync(read, BatchSize, cancellationToken) is { Count: > 0 } changes)
        {
            var (more, first) = await TellAsync(changes, failed.Select(f => f.Nominal), cancellationToken);
            Keep([.. failed, .. more]);
            failure ??= first;
            Volatile.Write(ref read, changes[^1].Sequence);
            await StoreAsync(cancellationToken);
        }

        if (failed.Count < MostWaiting)
        {
            // Records of a register that kept no history yet have no changes to be told of.
            Volatile.Write(ref read, Math.Max(read, mark));
        }

        await StoreAsync(cancellationToken);
        if (failed.Count > 0)
        {
            throw new ConsequencesWaitException(failed.Count, failure);
        }
    }

    /// <param name="apart">Nominals of which something waits already.</param>
    /// <returns>Those that have to wait, and why the first does.</returns>
    private async Task<(List<NominalChange> Failed, Exception? First)> TellAsync(IEnumerable<NominalChange> changes, IEnumerable<string> apart, CancellationToken cancellationToken)
    {
        var waits = apart.ToHashSet(StringComparer.Ordinal);
        List<NominalChange> notDone = [];
        Exception? first = null;
        foreach (var change in changes)
        {
            try
            {
                if (!waits.Contains(change.Nominal))
                {
                    await TellAsync(change, cancellationToken);
                    continue;
                }
            }
            // Whatever it was, it must not hold up what follows for others.
            catch (Exception e) when (!cancellationToken.IsCancellationRequested)
            {
                first ??= e;
                waits.Add(change.Nominal);
            }

            notDone.Add(change);
        }

        return (notDone, first);
    }

    private async Task TellAsync(NominalChange change, CancellationToken cancellationToken)
    {
        var changed = new NominalChanged(change);
        foreach (var watcher in watchers)
        {
            await watcher.ChangedAsync(changed, cancellationToken);
        }
    }

    private void Keep(List<NominalChange> waits)
    {
        Volatile.Write(ref failed, waits);
        Volatile.Write(ref waiting, waits.Count);
    }

    private async Task StoreAsync(CancellationToken cancellationToken)
    {
        var mark = failed.Count == 0 ? read : failed.Min(f => f.Sequence) - 1;
        if (mark != kept)
        {
            // Another process that draws too may have come further, and the mark never goes back.
            await register.WriteAsync([], state => state.FeedMark < mark ? RegisterEdit.None with { FeedMark = mark } : RegisterEdit.None, Writing, cancellationToken);
            kept = mark;
        }

        Volatile.Write(ref reached, mark);
    }
}

/// <summary>Consequences of some changes could not be drawn and wait.</summary>
/// <param name="count">How many changes.</param>
public sealed class ConsequencesWaitException(int count, Exception? first) : Exception($"What follows from {count} changes of the register could not be done yet; it is tried again.", first)
{
    public int Count => count;
}
