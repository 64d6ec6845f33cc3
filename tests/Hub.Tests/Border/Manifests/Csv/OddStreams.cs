using System.Text;

namespace Hub.Tests.Border.Manifests.Csv;

/// <summary>A stream read once, from the beginning.</summary>
internal abstract class ForwardStream : Stream
{
    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}

/// <summary>Begins as given and then never ends.</summary>
internal sealed class EndlessStream(string beginning, byte rest) : ForwardStream
{
    private readonly byte[] _beginning = Encoding.UTF8.GetBytes(beginning);

    internal long Given { get; private set; }

    public override int Read(byte[] buffer, int offset, int count)
    {
        for (var i = 0; i < count; i++, Given++)
        {
            buffer[offset + i] = Given < _beginning.Length ? _beginning[Given] : rest;
        }

        return count;
    }
}

/// <summary>Gives one byte at a time.</summary>
internal sealed class TricklingStream(byte[] bytes) : ForwardStream
{
    private int _given;

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (_given == bytes.Length || count == 0)
        {
            return 0;
        }

        buffer[offset] = bytes[_given++];
        return 1;
    }
}
