using System.Buffers;
using System.Security.Cryptography;
using Hub.Archive;

namespace Hub.Embedded.Files;

/// <summary>A file being written, hashed on the way. Disposing removes it, unless it was moved to its place.</summary>
internal sealed class ArchiveDraft(string path) : IAsyncDisposable
{
    private const int BufferBytes = 80 * 1024;

    private readonly FileStream file = new(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, FileOptions.Asynchronous);
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public async Task WriteAsync(ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        hash.AppendData(content.Span);
        await file.WriteAsync(content, cancellationToken);
    }

    public async Task WriteAsync(Stream content, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            int read;
            while ((read = await content.ReadAsync(buffer, cancellationToken)) > 0)
            {
                await WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    /// <summary>Everything on disk, dated and read-only; returns what the bytes hash to.</summary>
    public ArchiveAddress Finish(DateTimeOffset storedAt)
    {
        File.SetLastWriteTimeUtc(file.SafeFileHandle, storedAt.UtcDateTime);
        File.SetAttributes(file.SafeFileHandle, FileAttributes.ReadOnly);
        file.Flush(flushToDisk: true);
        file.Dispose();
        return new ArchiveAddress(Convert.ToHexStringLower(hash.GetHashAndReset()));
    }

    /// <summary>Gives the file its name. Where the name is taken the bytes are the same, and the older file stays.</summary>
    public void MoveTo(string destination)
    {
        try
        {
            File.Move(path, destination, overwrite: false);
        }
        catch (IOException) when (File.Exists(destination))
        {
        }
    }

    public async ValueTask DisposeAsync()
    {
        await file.DisposeAsync();
        hash.Dispose();
        if (File.Exists(path))
        {
            File.SetAttributes(path, FileAttributes.Normal);
            File.Delete(path);
        }
    }
}
