using Hub.Archive;
using Hub.Embedded.Files;
using Hub.Testing;
using Hub.Testing.Contracts;

namespace Hub.Embedded.Tests.Files;

public sealed class FolderArchiveTests : ArchiveContract, IDisposable
{
    private readonly TemporaryDirectory directory = new();

    public void Dispose() => directory.Dispose();

    protected override Task<IArchive> CreateAsync() => Task.FromResult<IArchive>(new FolderArchive(directory.Path, Time));

    [Fact]
    public async Task A_file_is_named_by_its_hash_and_read_only()
    {
        var address = await new FolderArchive(directory.Path, Time).PutAsync(new byte[] { 1 }, None);

        var file = new FileInfo(Path.Combine(directory.Path, address.Sha256[..2], address.Sha256));

        Assert.True(file.Exists);
        Assert.True(file.IsReadOnly);
        Assert.Equal(A.Moment.UtcDateTime, file.LastWriteTimeUtc);
    }

    [Fact]
    public async Task What_a_crash_left_half_written_is_gone_after_the_next_start()
    {
        var archive = new FolderArchive(directory.Path, Time);
        var kept = await archive.PutAsync(new byte[] { 1 }, None);
        var leftover = Path.Combine(directory.Path, "tmp", "half-written");
        await File.WriteAllTextAsync(leftover, "half");

        var restarted = new FolderArchive(directory.Path, Time);

        Assert.False(File.Exists(leftover));
        Assert.Equal([1], await ReadAsync(restarted, kept));
    }

    [Fact]
    public async Task A_stream_that_breaks_off_leaves_nothing_behind()
    {
        var archive = new FolderArchive(directory.Path, Time);

        await Assert.ThrowsAsync<IOException>(() => archive.PutAsync(new BreakingStream(), None));

        Assert.Empty(Directory.EnumerateFiles(directory.Path, "*", SearchOption.AllDirectories));
    }

    private sealed class BreakingStream : MemoryStream
    {
        private bool begun;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (begun)
            {
                throw new IOException("The connection was reset.");
            }

            begun = true;
            buffer.Span[..10].Fill(7);
            return ValueTask.FromResult(10);
        }
    }
}
