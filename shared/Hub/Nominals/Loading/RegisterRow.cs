using System.Collections.Immutable;
using Hub.Json;

namespace Hub.Nominals.Loading;

/// <summary>What one row of a register file gave: a nominal, or the reasons why not.</summary>
/// <param name="Line">Its line in the file, from 1; the first of them where a row has several.</param>
/// <param name="Offset">Bytes of the file read up to the end of the row.</param>
public abstract record RegisterRow(long Line, long Offset);

/// <summary>A row that is a nominal.</summary>
public sealed record AcceptedRow(long Line, long Offset, Nominal Nominal) : RegisterRow(Line, Offset);

/// <summary>A row that is set aside.</summary>
/// <param name="Errors">Everything wrong with it, by JSON path or column, without personal data: fit for a log.</param>
/// <param name="Raw">The row as it stood in the file, without its line break; the beginning only where it is too long. Personal data: for the set-aside file alone.</param>
public sealed record RejectedRow(long Line, long Offset, ImmutableArray<FieldError> Errors, ReadOnlyMemory<byte> Raw) : RegisterRow(Line, Offset);
