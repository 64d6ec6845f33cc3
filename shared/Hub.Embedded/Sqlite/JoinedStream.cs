using Hub.Streams;

namespace Hub.Embedded.Sqlite;

/// <summary>What was already read of a stream, and then the rest of it. Reads forward only; the stream stays the caller's.</summary>
internal sealed class JoinedStream(ReadOnlyMemory<byte> beginning, Stream rest) : ForwardStream
{
    private int given;

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
}
