using Hub.Border.Manifests;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;

namespace Hub.Functions.Manifests;

/// <summary>The file in a form. Where the form ends before its last boundary the file is not whole, and refused.</summary>
internal sealed class FormFile(Stream part) : Stream
{
    public const string Unreadable = "form-unreadable";

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>The form itself is at fault, not the connection it came by.</summary>
    public static bool IsUnreadable(Exception e) => e is InvalidDataException || (e is IOException and not BadHttpRequestException and not ConnectionResetException);

    /// <exception cref="ManifestRefusedException">The form ends before its last boundary.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            return await part.ReadAsync(buffer, cancellationToken);
        }
        catch (Exception e) when (IsUnreadable(e))
        {
            throw new ManifestRefusedException(null, Unreadable, "The form ends before its last boundary; the file in it may be cut short. Nothing of it was kept.");
        }
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
