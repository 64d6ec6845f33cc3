using Hub.Json;
using Hub.Rows;

namespace Hub.Nominals.Loading;

internal sealed class NdjsonRegisterReader(Stream stream, DateTimeOffset now)
    : RegisterReader(new RecordReader(stream, MaxRowLength, separator: null))
{
    private protected override RegisterRow Read(Record record)
    {
        if (!JsonBody.TryParse(record.Bytes, out var document, out var malformed))
        {
            return new RejectedRow(record.Line, record.Offset, [malformed], record.Bytes.ToArray());
        }

        using (document)
        {
            return NominalJson.TryRead(document.RootElement, now, id: null, out var nominal, out var errors)
                ? new AcceptedRow(record.Line, record.Offset, nominal)
                : new RejectedRow(record.Line, record.Offset, errors, record.Bytes.ToArray());
        }
    }
}
