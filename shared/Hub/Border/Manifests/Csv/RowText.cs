using System.Text;
using System.Text.Unicode;
using Hub.Rows;

namespace Hub.Border.Manifests.Csv;

/// <summary>
/// Splits rows of a file whose encoding nobody states. The first row with a character beyond ASCII decides: valid
/// UTF-8 is next to never anything else, and what is not is Windows-1252, the superset of Latin-1 that spreadsheets write.
/// </summary>
internal sealed class RowText(char separator, bool isUtf8)
{
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    private bool? _isUtf8 = isUtf8 ? true : null;

    /// <summary>The fields; null where the bytes are not of the file's encoding, or the quotes are wrong.</summary>
    internal string[]? Split(ReadOnlyMemory<byte> row)
    {
        if (_isUtf8 is null && !Ascii.IsValid(row.Span))
        {
            _isUtf8 = Utf8.IsValid(row.Span);
        }

        return CsvRow.Split(_isUtf8 == false ? Encoding.UTF8.GetBytes(Windows1252.GetString(row.Span)) : row, separator);
    }
}
