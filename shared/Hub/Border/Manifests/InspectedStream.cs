using System.IO.Pipelines;
using Hub.Streams;

namespace Hub.Border.Manifests;

/// <summary>
/// A stream whose bytes are read by an inspector while somebody else copies them: one pass over an upload checks and
/// stores it. What the inspector refuses makes the copying fail, so that nothing is stored. At most
/// <paramref name="maxBytes"/> are let through.
/// </summary>
public sealed class InspectedStream(Stream source, long maxBytes, Func<Stream, Task> inspect) : ForwardStream
{
    private readonly Pipe pipe = new();
    private Task? inspection;

    /// <summary>How many bytes went through.</summary>
    public long Count { get; private set; }

    /// <exception cref="ManifestRefusedException">The inspector refused, or there are too many bytes.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        inspection ??= Task.Run(() => InspectAsync(pipe.Reader), CancellationToken.None);
        var read = await source.ReadAsync(buffer, cancellationToken);
        Count += read;
        if (Count > maxBytes)
        {
            throw new ManifestRefusedException(null, "too-large", $"The file is larger than the {maxBytes / (1024 * 1024)} MB taken this way.");
        }

        if (read == 0)
        {
            await pipe.Writer.CompleteAsync();
            await inspection;
            return 0;
        }

        // Where the inspector has ended, rightly or not, its word is final.
        if ((await pipe.Writer.WriteAsync(buffer[..read], cancellationToken)).IsCompleted)
        {
            await inspection;
        }

        return read;
    }

    /// <summary>Ends the inspection too, where the copying was given up.</summary>
    public override async ValueTask DisposeAsync()
    {
        await pipe.Writer.CompleteAsync(new OperationCanceledException("The copying was given up."));
        if (inspection is not null)
        {
            await inspection.ContinueWith(static ended => ended.Exception, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        }

        await base.DisposeAsync();
    }

    private async Task InspectAsync(PipeReader reader)
    {
        try
        {
            await inspect(reader.AsStream(leaveOpen: true));
        }
        finally
        {
            await reader.CompleteAsync();
        }
    }
}
