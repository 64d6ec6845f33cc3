using System.Runtime.CompilerServices;
using Hub.Rows;

namespace Hub.Nominals.Loading;

/// <summary>
/// Reads a register extract row by row, in memory bounded by the longest row allowed. A bad row is a
/// <see cref="RejectedRow"/>, never an exception. UTF-8, with or without a byte order mark.
/// </summary>
public abstract class RegisterReader
{
    /// <summary>Longest row in bytes. Of a longer one only the beginning is kept, and the reader goes on with the next line.</summary>
    public const int MaxRowLength = 1024 * 1024;

    private readonly RecordReader _records;
    private bool _begun;

    private protected RegisterReader(RecordReader records) => _records = records;

    /// <summary>Reads one JSON object a line: see <see cref="NominalJson"/>. The stream stays the caller's.</summary>
    /// <param name="now">When the file is read: see <see cref="NominalJson.TryRead"/>.</param>
    public static RegisterReader Ndjson(Stream stream, DateTimeOffset now) => new NdjsonRegisterReader(stream, now);

    /// <summary>Reads comma-separated values with a header (RFC 4180): see <see cref="CsvColumns"/>. The stream stays the caller's.</summary>
    /// <param name="now">When the file is read: decides the century of a short PNC ID, and stands in for a missing <c>updated</c>.</param>
    /// <param name="warn">Told once of columns that are not used.</param>
    public static RegisterReader Csv(Stream stream, DateTimeOffset now, Action<string>? warn = null) => new CsvRegisterReader(stream, now, warn);

    /// <summary>The rows after a line, in order. Once only: the stream is read as it goes.</summary>
    /// <param name="afterLine">The last line done by an earlier run; those up to it are passed over without being parsed.</param>
    /// <exception cref="RegisterFileException">The file as a whole cannot be read.</exception>
    public async IAsyncEnumerable<RegisterRow> ReadAsync(long afterLine = 0, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        if (_begun)
        {
            throw new InvalidOperationException("A register reader reads its stream once.");
        }

        _begun = true;
        await BeginAsync(_records, cancellationToken);
        while (await _records.NextAsync(cancellationToken) is { } record)
        {
            if (record.Line <= afterLine || record.IsBlank)
            {
                continue;
            }

            yield return record.Problem is { } problem
                ? new RejectedRow(record.Line, record.Offset, [problem], record.Bytes.ToArray())
                : Read(record);
        }
    }

    private protected virtual Task BeginAsync(RecordReader records, CancellationToken cancellationToken) => Task.CompletedTask;

    private protected abstract RegisterRow Read(Record record);
}
