using System.IO.Pipelines;

namespace Hub.Border.Manifests;

/// <summary>A stream whose beginning can be looked at before it is read, though it cannot seek.</summary>
internal static class PeekedContent
{
    private const int BufferSize = 64 * 1024;

    /// <summary>The first bytes, at most <paramref name="length"/>, and a stream of everything, those included. Disposing of that stream leaves the given one open.</summary>
    internal static async ValueTask<(ReadOnlyMemory<byte> Beginning, Stream All)> OpenAsync(Stream content, int length, CancellationToken cancellationToken)
    {
        var pipe = PipeReader.Create(content, new StreamPipeReaderOptions(bufferSize: BufferSize, leaveOpen: true));
        var read = await pipe.ReadAtLeastAsync(length, cancellationToken);
        var beginning = read.Buffer.Slice(0, Math.Min(length, read.Buffer.Length));
        var copy = new byte[beginning.Length];
        System.Buffers.BuffersExtensions.CopyTo(beginning, copy);
        pipe.AdvanceTo(read.Buffer.Start);
        return (copy, pipe.AsStream());
    }
}
