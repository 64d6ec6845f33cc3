using Hub.Json;

namespace Hub.Rows;

/// <summary>One row as bytes.</summary>
/// <param name="Bytes">Without line break; good until the next is read.</param>
/// <param name="Line">Its first line, from 1.</param>
/// <param name="Offset">Bytes of the file read up to its end.</param>
/// <param name="Problem">Why it is not a whole row; null where it is.</param>
internal readonly record struct Record(ReadOnlyMemory<byte> Bytes, long Line, long Offset, FieldError? Problem)
{
    internal bool IsBlank => Problem is null && Bytes.Span.Trim(" \t\r"u8).IsEmpty;
}
