using Hub.Border.Manifests;

namespace Hub.Border.Edifact;

/// <summary>
/// Reads UN/EDIFACT segments from a stream, one after the other, in a buffer of fixed size: interchanges with or
/// without a UNA, blanks and line breaks between segments, a byte order mark, several interchanges in one file. Knows
/// nothing of what segments mean or of their order.
/// </summary>
public sealed class SegmentReader(Stream content)
{
    private readonly byte[] _buffer = new byte[2 * EdifactLimits.SegmentLength + 2];
    private readonly SegmentScanner _scanner = new();
    private readonly InterchangeStart _interchange = new();
    private byte[]? _unescaped;
    private int _start;
    private int _end;
    private long _bufferOffset;
    private bool _inSegment;
    private bool _complete;
    private bool _ended;

    /// <summary>How the text of the interchange is to be read; set by whoever has read its UNB.</summary>
    public EdifactCharset Charset { get; set; } = EdifactCharset.Western;

    /// <summary>The segment's tag: see <see cref="SegmentTag"/>.</summary>
    public int Tag { get; private set; }

    /// <summary>The segment's number in the file, from 1; UNA is not counted.</summary>
    public long Number { get; private set; }

    /// <summary>Where the segment stands.</summary>
    public ManifestPlace Place => new(null, Number, SegmentTag.Text(Tag), _bufferOffset + _start);

    /// <summary>The next segment becomes the current one. False at the end of the file.</summary>
    /// <exception cref="ManifestRefusedException">The bytes are no interchange, break off inside a segment, or break a limit.</exception>
    public async ValueTask<bool> ReadAsync(CancellationToken cancellationToken)
    {
        Leave();
        while (true)
        {
            if (TryScan())
            {
                return true;
            }

            if (_ended)
            {
                return false;
            }

            await FillAsync(cancellationToken);
        }
    }

    /// <summary>The text of a component of the current segment, the tag being element 0; empty where it is not there.</summary>
    public string Text(int element, int component = 0)
    {
        var part = Find(element, component);
        var bytes = Bytes(part);
        return bytes.IsEmpty ? "" : Charset.Read(part.Released ? Unescape(bytes) : bytes);
    }

    /// <summary>A component that is a short code, such as 178; -1 where it is none.</summary>
    public int Code(int element, int component = 0)
    {
        var bytes = Bytes(Find(element, component)).Trim(" \r\n"u8);
        return bytes.Length is > 0 and <= 9 && System.Buffers.Text.Utf8Parser.TryParse(bytes, out int code, out var read) && read == bytes.Length && code >= 0 ? code : -1;
    }

    private bool TryScan()
    {
        if (!_inSegment && !TryBegin())
        {
            return false;
        }

        var scanned = _scanner.Scan(_buffer.AsSpan(_start.._end));
        if (scanned == false && _ended)
        {
            scanned = EndOfFile();
        }

        var withTerminator = EdifactLimits.SegmentLength + 1;
        if (scanned is null || _scanner.Position > withTerminator)
        {
            throw new ManifestRefusedException(
                new ManifestPlace(null, Number, null, _bufferOffset + _start), "segment-too-long",
                $"A segment may have {EdifactLimits.SegmentLength} bytes and {EdifactLimits.SegmentComponents} components at most.");
        }

        _complete = scanned.Value;
        Tag = _complete ? ReadTag() : SegmentTag.Unreadable;
        return _complete;
    }

    /// <summary>Goes to the first byte of a segment. False where more bytes are needed, or none are left.</summary>
    private bool TryBegin()
    {
        var ahead = _buffer.AsSpan(_start.._end);
        if (!_interchange.TryPass(ahead, _bufferOffset + _start, Number, _ended, out var passed))
        {
            _start += passed;
            return false;
        }

        _start += passed;
        _scanner.Use(_interchange.Separators);
        var terminator = _interchange.Separators.Terminator;
        while (_start < _end && (_buffer[_start] <= ' ' || _buffer[_start] == terminator))
        {
            _start++;
        }

        if (_start == _end)
        {
            return false;
        }

        _scanner.Begin();
        Number++;
        _inSegment = true;
        return true;
    }

    private bool? EndOfFile()
    {
        if (_end - _start >= SegmentTag.Length && SegmentTag.Of(_buffer.AsSpan(_start, SegmentTag.Length)) == SegmentTag.Unz)
        {
            return _scanner.ScanToEnd(_end - _start);
        }

        throw new ManifestRefusedException(
            new ManifestPlace(null, Number, null, _bufferOffset + _start), "truncated", "The file breaks off inside a segment.");
    }

    private int ReadTag()
    {
        var parts = _scanner.Parts;
        return parts.Length > 1 && parts[1].Element == 0 ? SegmentTag.Unreadable : SegmentTag.Of(Bytes(parts[0]).Trim(" \r\n"u8));
    }

    private void Leave()
    {
        if (!_complete)
        {
            return;
        }

        _start = Math.Min(_start + _scanner.Position, _end);
        (_complete, _inSegment) = (false, false);
        if (Tag == SegmentTag.Unz)
        {
            _interchange.Expect();
        }
    }

    private async ValueTask FillAsync(CancellationToken cancellationToken)
    {
        if (_end == _buffer.Length || _start == _end)
        {
            _buffer.AsSpan(_start.._end).CopyTo(_buffer);
            _bufferOffset += _start;
            (_start, _end) = (0, _end - _start);
        }

        var read = await content.ReadAsync(_buffer.AsMemory(_end), cancellationToken);
        _end += read;
        _ended = read == 0;
    }

    private SegmentPart Find(int element, int component)
    {
        foreach (var part in _scanner.Parts)
        {
            if (part.Element == element && part.Component == component)
            {
                return part;
            }
        }

        return default;
    }

    private ReadOnlySpan<byte> Bytes(SegmentPart part) => _buffer.AsSpan(_start + part.Start, part.Length);

    private ReadOnlySpan<byte> Unescape(ReadOnlySpan<byte> bytes)
    {
        _unescaped ??= new byte[EdifactLimits.SegmentLength];
        var length = 0;
        for (var i = 0; i < bytes.Length; i++)
        {
            if (bytes[i] == _interchange.Separators.Release && i + 1 < bytes.Length)
            {
                i++;
            }

            _unescaped[length++] = bytes[i];
        }

        return _unescaped.AsSpan(0, length);
    }
}
