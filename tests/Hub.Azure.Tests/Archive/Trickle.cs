using Hub.Streams;

namespace Hub.Azure.Tests.Archive;

/// <summary>An upload of unknown length that comes in odd pieces, and may break off.</summary>
internal sealed class Trickle(byte[] content) : ForwardStream
{
    private const int Piece = 100_001;

    private int position;

    /// <summary>Where the sender goes away; null: not at all.</summary>
    public int? BreaksAt { get; init; }

    public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (position >= BreaksAt)
        {
            throw new IOException("The sender went away.");
        }

        var read = Math.Min(Math.Min(Piece, buffer.Length), content.Length - position);
        content.AsMemory(position, read).CopyTo(buffer);
        position += read;
        return ValueTask.FromResult(read);
    }
}
