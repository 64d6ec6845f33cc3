using System.Runtime.CompilerServices;

namespace Hub.Border.Manifests;

/// <summary>
/// Reads a manifest of either format, told apart by how it begins: UN/EDIFACT by a service segment (<c>UNA</c>,
/// <c>UNB</c>, or <c>UNG</c>, <c>UNH</c> where the envelope is broken), anything else is for the reader of lines to
/// read or refuse. The stream need not seek.
/// </summary>
public sealed class ManifestReader(IManifestReader paxlst, IManifestReader csv) : IManifestReader
{
    private const int Looked = 256;
    private const int TagLength = 3;

    public async IAsyncEnumerable<ManifestItem> ReadAsync(
        Stream content, ManifestContext context, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var (beginning, all) = await PeekedContent.OpenAsync(content, Looked, cancellationToken);
        await using (all)
        {
            var reader = IsEdifact(beginning.Span) ? paxlst : csv;
            await foreach (var item in reader.ReadAsync(all, context, cancellationToken))
            {
                yield return item;
            }
        }
    }

    internal static bool IsEdifact(ReadOnlySpan<byte> beginning)
    {
        var text = beginning.StartsWith("\uFEFF"u8) ? beginning[3..] : beginning;
        text = text.TrimStart(" \t\r\n"u8);
        return text.Length > TagLength
            && (text.StartsWith("UNA"u8) || text.StartsWith("UNB"u8) || text.StartsWith("UNG"u8) || text.StartsWith("UNH"u8))
            && !char.IsAsciiLetterOrDigit((char)text[TagLength]);
    }
}
