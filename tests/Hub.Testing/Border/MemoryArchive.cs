using System.Collections.Concurrent;
using Hub.Archive;

namespace Hub.Testing.Border;

/// <summary>An archive in memory.</summary>
public sealed class MemoryArchive(TimeProvider time) : IArchive
{
    private readonly ConcurrentDictionary<ArchiveAddress, (byte[] Content, DateTimeOffset StoredAt)> files = new();

    /// <summary>Runs before a file is opened: somebody else being first, or a failure.</summary>
    public Action? Opening { get; set; }

    public IReadOnlyCollection<ArchiveAddress> Addresses => [.. files.Keys];

    public Task<ArchiveAddress> PutAsync(ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var address = ArchiveAddress.Of(content.Span);
        files.TryAdd(address, (content.ToArray(), time.GetUtcNow()));
        return Task.FromResult(address);
    }

    public async Task<ArchiveAddress> PutAsync(Stream content, CancellationToken cancellationToken)
    {
        using var copy = new MemoryStream();
        await content.CopyToAsync(copy, cancellationToken);
        return await PutAsync(copy.ToArray(), cancellationToken);
    }

    public Task<Stream?> OpenAsync(ArchiveAddress address, CancellationToken cancellationToken)
    {
        Opening?.Invoke();
        return Task.FromResult<Stream?>(files.TryGetValue(address, out var file) ? new MemoryStream(file.Content, writable: false) : null);
    }

    public Task<int> ExpireAsync(DateTimeOffset storedBefore, CancellationToken cancellationToken) =>
        Task.FromResult(files.Count(f => f.Value.StoredAt < storedBefore && files.TryRemove(f)));

    public Task<bool> RemoveAsync(ArchiveAddress address, CancellationToken cancellationToken) => Task.FromResult(files.TryRemove(address, out _));
}
