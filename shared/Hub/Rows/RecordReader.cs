using Hub.Json;

namespace Hub.Rows;

/// <summary>
/// Cuts a stream into rows at line breaks; with quotes, not at those within a quoted field (RFC 4180). Memory is
/// bounded: a row may be <paramref name="maxLength"/> bytes, of a longer one the beginning is given.
/// </summary>
/// <remarks>
/// A quote that is never closed would swallow the rest of the file. Once a row has become too long, or the file ends,
/// with a quote open, only its first line is given, as a problem, and reading goes on with the next. In the stretch
/// looked at in vain, a later quote may span only a little, so that a file made of such lines is still read in time
/// proportional to its length.
/// </remarks>
/// <param name="stream">Read from where it stands; stays the caller's.</param>
/// <param name="maxLength">Longest row, in bytes.</param>
/// <param name="separator">Between fields; null where a row is not made of fields and quotes mean nothing.</param>
/// <param name="skipTooLong">Whether reading is to go on after a row that is too long; if not, its end, which may never come, is not looked for.</param>
internal sealed class RecordReader(Stream stream, int maxLength, char? separator, bool skipTooLong = true)
{
    private const int BufferSize = 64 * 1024;
    private const int KeptOfTooLong = 4 * 1024;
    private const int SpanWhereDistrusted = 512;
    private const byte LineFeed = (byte)'\n';

    private byte[] _buffer = GC.AllocateUninitializedArray<byte>(BufferSize);
    private int _start;
    private int _end;
    private bool _ended;
    private long _offset;
    private long _line = 1;
    private long _distrustedUntil;

    /// <summary>The next row; null at the end.</summary>
    internal async ValueTask<Record?> NextAsync(CancellationToken cancellationToken)
    {
        var scan = new RecordScan((byte?)separator);
        var limit = _offset < _distrustedUntil ? SpanWhereDistrusted : maxLength;
        var scanned = 0;
        while (true)
        {
            var held = Math.Min(_end - _start, limit + 1);
            var ends = scan.FindEnd(_buffer.AsSpan(_start + scanned, held - scanned));
            if (ends >= 0)
            {
                return Take(scanned + ends + 1, problem: null);
            }

            scanned = held;
            var overrun = scanned > limit;
            // Only an open quote leads past a line break, whether or not one is open just here.
            if ((overrun || (_ended && scan.IsQuoteOpen)) && FirstLine(scanned) is { } firstLine)
            {
                _distrustedUntil = Math.Max(_distrustedUntil, _offset + scanned);
                return Take(firstLine, OpenQuote);
            }

            if (overrun && limit == maxLength)
            {
                return skipTooLong ? await SkipLineAsync(cancellationToken) : Take(scanned, TooLong);
            }

            if (overrun)
            {
                limit = Math.Min(limit * 2, maxLength);
            }
            else if (_ended)
            {
                return scanned == 0 ? null : Take(scanned, scan.IsQuoteOpen ? OpenQuote : null);
            }
            else
            {
                await FillAsync(cancellationToken);
            }
        }
    }

    private int? FirstLine(int held) => _buffer.AsSpan(_start, held).IndexOf(LineFeed) is >= 0 and var end ? end + 1 : null;

    private static FieldError OpenQuote { get; } = new("$", FieldErrorCode.Malformed, "A quote is opened and not closed, or only far on.");

    private FieldError TooLong { get; } = new("$", FieldErrorCode.TooLong, $"Longer than {maxLength} bytes.");

    private Record Take(int length, FieldError? problem)
    {
        var bytes = _buffer.AsMemory(_start, length);
        if (_offset == 0 && bytes.Span.StartsWith("\uFEFF"u8))
        {
            bytes = bytes[3..];
        }

        var line = _line;
        _line += bytes.Span.Count(LineFeed);
        _offset += length;
        _start += length;
        bytes = bytes.Span.EndsWith("\n"u8) ? bytes[..^1] : bytes;
        bytes = bytes.Span.EndsWith("\r"u8) ? bytes[..^1] : bytes;
        return new Record(bytes, line, _offset, problem);
    }

    private async ValueTask<Record> SkipLineAsync(CancellationToken cancellationToken)
    {
        var kept = _buffer.AsSpan(_start, KeptOfTooLong).ToArray();
        int lineEnds;
        while ((lineEnds = _buffer.AsSpan(_start, _end - _start).IndexOf(LineFeed)) < 0 && !_ended)
        {
            _offset += _end - _start;
            _start = _end;
            await FillAsync(cancellationToken);
        }

        var length = lineEnds < 0 ? _end - _start : lineEnds + 1;
        _offset += length;
        _start += length;
        return new Record(kept, _line++, _offset, TooLong);
    }

    private async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        var held = _end - _start;
        var target = held > _buffer.Length / 2 ? new byte[_buffer.Length * 2] : _buffer;
        Buffer.BlockCopy(_buffer, _start, target, 0, held);
        (_buffer, _start, _end) = (target, 0, held);
        var read = await stream.ReadAsync(_buffer.AsMemory(_end), cancellationToken);
        _end += read;
        _ended = read == 0;
    }
}
