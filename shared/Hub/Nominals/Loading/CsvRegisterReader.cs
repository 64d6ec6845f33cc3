using Hub.Json;
using Hub.Rows;

namespace Hub.Nominals.Loading;

internal sealed class CsvRegisterReader(Stream stream, DateTimeOffset now, Action<string>? warn)
    : RegisterReader(new RecordReader(stream, MaxRowLength, Separator))
{
    private const char Separator = ',';

    private CsvColumns? _columns;

    private protected override async Task BeginAsync(RecordReader records, CancellationToken cancellationToken)
    {
        if (await records.NextAsync(cancellationToken) is not { Problem: null } header || CsvRow.Split(header.Bytes, Separator) is not { } names)
        {
            throw new RegisterFileException("A register needs a header naming its columns, in UTF-8. Found none.");
        }

        _columns = new CsvColumns(names);
        if (!_columns.Unused.IsEmpty)
        {
            warn?.Invoke($"Columns not used: {string.Join(", ", _columns.Unused)}.");
        }
    }

    private protected override RegisterRow Read(Record record)
    {
        if (CsvRow.Split(record.Bytes, Separator) is not { } values)
        {
            return Rejected(record, new FieldError("$", FieldErrorCode.Malformed, "Not valid UTF-8, or quotes not by RFC 4180."));
        }

        if (values.Length != _columns!.Header.Length)
        {
            return Rejected(record, new FieldError("$", FieldErrorCode.Malformed, $"{values.Length} fields, where the header has {_columns.Header.Length}."));
        }

        var fields = new CsvFields(_columns, values);
        var nominal = NominalCsv.Read(fields, now);
        return fields.Errors.Count == 0 ? new AcceptedRow(record.Line, record.Offset, nominal) : Rejected(record, [.. fields.Errors]);
    }

    private static RejectedRow Rejected(Record record, params FieldError[] errors) =>
        new(record.Line, record.Offset, [.. errors], record.Bytes.ToArray());
}
