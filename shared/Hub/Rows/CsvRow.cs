using System.Text.Unicode;
using CsvHelper;

namespace Hub.Rows;

/// <summary>
/// One row of comma-separated values (RFC 4180). One at a time, as <see cref="RecordReader"/> has cut the rows
/// already, with their lines and bytes counted.
/// </summary>
internal static class CsvRow
{
    private static readonly CsvReaderOptions Commas = new()
    {
        Separator = ',',
        HasHeader = false,
        MalformedData = CsvMalformedDataHandling.Throw,
        IncludeValuesInExceptions = false,
        PoolStrings = false,
    };

    private static readonly CsvReaderOptions Semicolons = Commas with { Separator = ';' };
    private static readonly CsvReaderOptions Tabs = Commas with { Separator = '\t' };

    /// <summary>The fields of a row; null where its bytes are not UTF-8 or its quotes are wrong.</summary>
    /// <param name="row">The row, without its line break.</param>
    /// <param name="separator">Comma, semicolon or tab.</param>
    internal static string[]? Split(ReadOnlyMemory<byte> row, char separator)
    {
        if (!Utf8.IsValid(row.Span))
        {
            return null;
        }

        try
        {
            using var reader = CsvReader.Create(row, separator switch { ';' => Semicolons, '\t' => Tabs, _ => Commas });
            var fields = reader.Read() ? reader.Current.ToArray() : null;
            return reader.Read() ? null : fields;
        }
        catch (CsvFormatException)
        {
            return null;
        }
    }
}
