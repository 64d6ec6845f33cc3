using System.Buffers.Text;
using System.Text;
using Hub.Paging;

namespace Hub.Azure.Cosmos;

/// <summary>
/// Where a page ended: the list it belongs to and the text it is ordered by, of which no two rows have the same. Written
/// as base64url; the next page begins after it. Not Cosmos DB's own token, which ends with the client's version.
/// </summary>
/// <param name="List">One letter that tells one list's tokens from another's.</param>
internal readonly record struct ContinuationToken(char List, string At)
{
    public override string ToString() => Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{List}:{At}"));

    /// <summary>What the list is ordered by, of the last row of the page before.</summary>
    /// <exception cref="InvalidContinuationException">The token is not one of this list.</exception>
    public static string Read(char list, string token)
    {
        if (!Base64Url.IsValid(token))
        {
            throw new InvalidContinuationException();
        }

        return Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token)) is [var of, ':', .. { Length: > 0 } at] && of == list
            ? at
            : throw new InvalidContinuationException();
    }
}
