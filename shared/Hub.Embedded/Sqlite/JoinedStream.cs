namespace Hub.Embedded.Sqlite;

/// <summary>What was already read of a stream, and then the rest of it. Reads forward only; the stream stays the caller's.</summary>
internal sealed class JoinedStream(ReadOnlyMemory<byte> beginning, Stream rest) : Stream
{
    private int given;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var next = Math.Min(buffer.Length, beginning.Length - given);
        if (next == 0)
        {
            return await rest.ReadAsync(buffer, cancellationToken);
        }

        beginning.Slice(given, next).CopyTo(buffer);
        given += next;
        return next;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException("Read asynchronously.");

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
