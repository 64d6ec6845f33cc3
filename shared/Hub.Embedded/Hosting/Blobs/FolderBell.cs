namespace Hub.Embedded.Hosting.Blobs;

/// <summary>Rings when something changes in a folder. Only shortens the wait: watchers lose events, and some file systems send none.</summary>
internal sealed class FolderBell : IDisposable
{
    private readonly SemaphoreSlim rung = new(0, 1);
    private readonly FileSystemWatcher? watcher;
    private readonly TimeProvider time;

    public FolderBell(string folder, TimeProvider time)
    {
        this.time = time;
        try
        {
            Directory.CreateDirectory(folder);
            watcher = new FileSystemWatcher(folder) { IncludeSubdirectories = true };
            watcher.Created += (_, _) => Ring();
            watcher.Changed += (_, _) => Ring();
            watcher.Renamed += (_, _) => Ring();
            watcher.EnableRaisingEvents = true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // No watch to be had (inotify has limits): looking every few seconds finds everything all the same.
            watcher?.Dispose();
            watcher = null;
        }
    }

    /// <summary>Returns when something changed, or after this time.</summary>
    public async Task WaitAsync(TimeSpan atMost, CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(atMost, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            await rung.WaitAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Nothing happened: look anyway.
        }
    }

    public void Dispose()
    {
        watcher?.Dispose();
        rung.Dispose();
    }

    private void Ring()
    {
        try
        {
            rung.Release();
        }
        catch (Exception e) when (e is SemaphoreFullException or ObjectDisposedException)
        {
            // Already rung, or nobody listens any more.
        }
    }
}
