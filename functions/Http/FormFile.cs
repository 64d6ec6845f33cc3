using Hub.Streams;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;

namespace Hub.Functions.Http;

/// <summary>The file in a form. Where the form ends before its last boundary the file is not whole, and refused.</summary>
internal sealed class FormFile(Stream part) : ForwardStream
{
    /// <summary>The form itself is at fault, not the connection it came by.</summary>
    public static bool IsUnreadable(Exception e) => e is InvalidDataException || (e is IOException and not BadHttpRequestException and not ConnectionResetException);

    /// <exception cref="FormUnreadableException">The form ends before its last boundary.</exception>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            return await part.ReadAsync(buffer, cancellationToken);
        }
        catch (Exception e) when (IsUnreadable(e))
        {
            throw new FormUnreadableException();
        }
    }
}

/// <summary>A form ended before its last boundary.</summary>
internal sealed class FormUnreadableException() : Exception("The form ends before its last boundary; the file in it may be cut short. Nothing of it was kept.");
