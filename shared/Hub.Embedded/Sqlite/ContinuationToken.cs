using System.Buffers.Binary;
using System.Buffers.Text;
using System.Text;
using Hub.Paging;

namespace Hub.Embedded.Sqlite;

/// <summary>Where a page ended: the list it belongs to, a number and an id. Written as base64url; the next page begins after it.</summary>
/// <param name="List">One letter that tells one list's tokens from another's.</param>
/// <param name="Number">The number the list is ordered by.</param>
/// <param name="Id">The id that settles ties; empty where there can be none.</param>
internal readonly record struct ContinuationToken(char List, long Number, string Id)
{
    private const int Prefix = 1 + sizeof(long);

    public override string ToString()
    {
        var bytes = new byte[Prefix + Encoding.UTF8.GetByteCount(Id)];
        bytes[0] = (byte)List;
        BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(1), Number);
        Encoding.UTF8.GetBytes(Id, bytes.AsSpan(Prefix));
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>Before the first item where there is no token.</summary>
    /// <exception cref="InvalidContinuationException">The token is not one of this list.</exception>
    public static ContinuationToken Read(char list, string? token)
    {
        if (token is null)
        {
            return new(list, long.MinValue, "");
        }

        if (!Base64Url.IsValid(token))
        {
            throw new InvalidContinuationException();
        }

        var bytes = Base64Url.DecodeFromChars(token);
        return bytes.Length >= Prefix && bytes[0] == list
            ? new(list, BinaryPrimitives.ReadInt64BigEndian(bytes.AsSpan(1)), Encoding.UTF8.GetString(bytes.AsSpan(Prefix)))
            : throw new InvalidContinuationException();
    }
}
