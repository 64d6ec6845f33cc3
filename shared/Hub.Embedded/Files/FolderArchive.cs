using Hub.Archive;

namespace Hub.Embedded.Files;

/// <summary>
/// An archive in a folder: <c>ab/abcd…</c>, read-only files named by their hash. A file gets its name only when all
/// its bytes are on disk; what a crash leaves half written is in <c>tmp</c>, which the next start empties. The time a
/// file was first stored is its time of last change.
/// </summary>
public sealed class FolderArchive : IArchive
{
    private const string Temporary = "tmp";

    private readonly string root;
    private readonly ArchiveFolders folders;
    private readonly TimeProvider time;

    /// <param name="folder">Made where it does not exist. One process may write to it at a time: see <see cref="DataDirectoryLock"/>.</param>
    /// <param name="time">Dates the files.</param>
    public FolderArchive(string folder, TimeProvider time)
    {
        this.time = time;
        root = Directory.CreateDirectory(folder).FullName;
        folders = new ArchiveFolders(root);
        foreach (var leftover in Directory.CreateDirectory(Path.Combine(root, Temporary)).EnumerateFiles())
        {
            Remove(leftover);
        }
    }

    public async Task<ArchiveAddress> PutAsync(ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var address = ArchiveAddress.Of(content.Span);
        if (!IsStored(address))
        {
            await using var draft = new ArchiveDraft(TemporaryFile());
            await draft.WriteAsync(content, cancellationToken);
            Keep(draft);
        }

        return address;
    }

    public async Task<ArchiveAddress> PutAsync(Stream content, CancellationToken cancellationToken)
    {
        await using var draft = new ArchiveDraft(TemporaryFile());
        await draft.WriteAsync(content, cancellationToken);
        return Keep(draft);
    }

    public Task<Stream?> OpenAsync(ArchiveAddress address, CancellationToken cancellationToken)
    {
        try
        {
            return Task.FromResult<Stream?>(new FileStream(folders.FileOf(address), new FileStreamOptions
            {
                Access = FileAccess.Read,
                Share = FileShare.Read | FileShare.Delete,
                Options = FileOptions.Asynchronous | FileOptions.SequentialScan,
            }));
        }
        catch (Exception failure) when (failure is FileNotFoundException or DirectoryNotFoundException)
        {
            return Task.FromResult<Stream?>(null);
        }
    }

    public Task<int> ExpireAsync(DateTimeOffset storedBefore, CancellationToken cancellationToken) => Task.Run(() =>
    {
        var removed = 0;
        foreach (var file in new DirectoryInfo(root).EnumerateFiles("*", SearchOption.AllDirectories))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (ArchiveAddress.TryParse(file.Name, null, out _) && file.LastWriteTimeUtc < storedBefore.UtcDateTime)
            {
                Remove(file);
                removed++;
            }
        }

        return removed;
    }, cancellationToken);

    public Task<bool> RemoveAsync(ArchiveAddress address, CancellationToken cancellationToken)
    {
        var file = new FileInfo(folders.FileOf(address));
        if (!file.Exists)
        {
            return Task.FromResult(false);
        }

        Remove(file);
        return Task.FromResult(true);
    }

    private ArchiveAddress Keep(ArchiveDraft draft)
    {
        var address = draft.Finish(time.GetUtcNow());
        var folder = folders.Prepare(address);
        draft.MoveTo(Path.Combine(folder, address.Sha256));
        DurableDirectory.Flush(folder);
        return address;
    }

    private bool IsStored(ArchiveAddress address)
    {
        if (!File.Exists(folders.FileOf(address)))
        {
            return false;
        }

        // Whoever stored it a moment ago may not have come to this yet.
        DurableDirectory.Flush(folders.Prepare(address));
        return true;
    }

    private string TemporaryFile() => Path.Combine(root, Temporary, Path.GetRandomFileName());

    private static void Remove(FileInfo file)
    {
        // Windows does not remove what is read-only.
        file.IsReadOnly = false;
        file.Delete();
    }
}
