using System.Runtime.CompilerServices;
using Hub.Rows;

namespace Hub.Border.Manifests.Csv;

/// <summary>A row: its values as many as the header's, or null where it cannot be split so.</summary>
internal readonly record struct CsvLine(long Line, long Offset, string[]? Values);

/// <summary>A file of lines with a header (RFC 4180), read in bounded memory. Comma, semicolon or tab, whichever the header has most of.</summary>
internal sealed class CsvTable : IAsyncDisposable
{
    /// <summary>Longest row in bytes.</summary>
    internal const int MaxRowLength = 64 * 1024;

    internal const int MaxColumns = 200;

    private const int Looked = 4 * 1024;
    private const int ByteOrderMark = 3;

    private readonly Stream _content;
    private readonly RecordReader _records;
    private readonly RowText _text;

    private CsvTable(Stream content, RecordReader records, RowText text)
    {
        _content = content;
        _records = records;
        _text = text;
    }

    internal string[] Header { get; private set; } = [];

    internal ManifestPlace HeaderAt { get; private set; } = new(Line: 1);

    internal string WhyMalformed => $"Not {Header.Length} fields as the header has, quotes not by RFC 4180, or not text of one encoding.";

    /// <exception cref="ManifestRefusedException">It is no file of lines, or has no header.</exception>
    internal static async Task<CsvTable> OpenAsync(Stream content, CancellationToken cancellationToken)
    {
        var (beginning, all) = await PeekedContent.OpenAsync(content, Looked, cancellationToken);
        var isUtf8 = beginning.Span.StartsWith("\uFEFF"u8);
        if (isUtf8)
        {
            beginning = beginning[ByteOrderMark..];
            await all.ReadExactlyAsync(new byte[ByteOrderMark], cancellationToken);
        }

        if (NotCsv.Recognise(beginning.Span) is { } other)
        {
            await all.DisposeAsync();
            throw new ManifestRefusedException(at: null, other.Code, other.Message);
        }

        var separator = Separator(beginning.Span);
        var table = new CsvTable(all, new RecordReader(all, MaxRowLength, separator, skipTooLong: false), new RowText(separator, isUtf8));
        await table.ReadHeaderAsync(cancellationToken);
        return table;
    }

    /// <summary>The rows after the header; blank ones are passed over.</summary>
    /// <exception cref="ManifestRefusedException">A quote is never closed, a row is too long, or there is no row.</exception>
    internal async IAsyncEnumerable<CsvLine> RowsAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var any = false;
        while (await NextAsync(cancellationToken) is { } record)
        {
            var values = _text.Split(record.Bytes);
            if (values is not null && Array.TrueForAll(values, string.IsNullOrWhiteSpace))
            {
                continue;
            }

            any = true;
            // Spreadsheets end rows with separators that no column stands over.
            var fits = values?.Length >= Header.Length && values.Skip(Header.Length).All(string.IsNullOrWhiteSpace);
            yield return new CsvLine(record.Line, record.Offset, fits ? values : null);
        }

        if (!any)
        {
            throw new ManifestRefusedException(HeaderAt, "no-rows", "The file has a header and no row below it.");
        }
    }

    public ValueTask DisposeAsync() => _content.DisposeAsync();

    private async Task ReadHeaderAsync(CancellationToken cancellationToken)
    {
        if (await NextAsync(cancellationToken) is not { } record)
        {
            throw new ManifestRefusedException(at: null, "empty-file", "The file is empty.");
        }

        HeaderAt = new ManifestPlace(record.Line);
        Header = _text.Split(record.Bytes)?.Select(name => name.Trim()).ToArray()
            ?? throw new ManifestRefusedException(HeaderAt, "header-missing", "The first line cannot be read as names of columns.");
        if (Header.Length > MaxColumns)
        {
            throw new ManifestRefusedException(HeaderAt, "too-many-columns", $"More than {MaxColumns} columns.");
        }
    }

    private async ValueTask<Record?> NextAsync(CancellationToken cancellationToken)
    {
        while (await _records.NextAsync(cancellationToken) is { } record)
        {
            if (record.Problem is { } problem)
            {
                throw problem.Code == Json.FieldErrorCode.TooLong
                    ? new ManifestRefusedException(new ManifestPlace(record.Line), "line-too-long", $"The line is longer than {MaxRowLength / 1024} KB.")
                    : new ManifestRefusedException(new ManifestPlace(record.Line), "quote-not-closed", "In the row that begins here a quote is opened and not closed.");
            }

            if (!record.IsBlank)
            {
                return record;
            }
        }

        return null;
    }

    private static char Separator(ReadOnlySpan<byte> beginning)
    {
        var text = beginning.TrimStart("\r\n"u8);
        var header = text.IndexOf((byte)'\n') is >= 0 and var end ? text[..end] : text;
        Span<int> counts = stackalloc int[128];
        var quoted = false;
        foreach (var b in header)
        {
            quoted ^= b == '"';
            if (!quoted && b < counts.Length)
            {
                counts[b]++;
            }
        }

        var likeliest = counts[';'] > counts[','] ? ';' : ',';
        return counts['\t'] > counts[likeliest] ? '\t' : likeliest;
    }
}
