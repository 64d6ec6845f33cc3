namespace Hub.Border.Edifact;

/// <summary>
/// Finds the parts of one segment, and can stop anywhere and go on when more bytes have come: each byte is looked at
/// once. Positions are counted from the segment's first byte.
/// </summary>
internal sealed class SegmentScanner
{
    private readonly Mark[] _marks = new Mark[256];
    private readonly SegmentPart[] _parts = new SegmentPart[EdifactLimits.SegmentComponents];
    private Separators? _separators;
    private int _element;
    private int _component;
    private int _partStart;
    private bool _released;
    private bool _repeated;
    private int _seen;

    private enum Mark : byte
    {
        None,
        Component,
        Element,
        Repetition,
        Release,
        Terminator,
    }

    /// <summary>How far the segment was looked at.</summary>
    public int Position { get; private set; }

    /// <summary>Of a repeated element only the first occurrence.</summary>
    public ReadOnlySpan<SegmentPart> Parts => _parts.AsSpan(0, Count);

    private int Count { get; set; }

    public void Use(Separators separators)
    {
        if (separators == _separators)
        {
            return;
        }

        _separators = separators;
        Array.Clear(_marks);
        _marks[separators.Component] = Mark.Component;
        _marks[separators.Element] = Mark.Element;
        _marks[separators.Terminator] = Mark.Terminator;
        if (separators.Repetition is { } repetition)
        {
            _marks[repetition] = Mark.Repetition;
        }

        if (separators.Release is { } release)
        {
            _marks[release] = Mark.Release;
        }
    }

    public void Begin() => (Count, _seen, _element, _component, _partStart, Position, _released, _repeated) = (0, 0, 0, 0, 0, 0, false, false);

    /// <summary>Goes on with the segment's bytes so far. False where it does not end in them; then call again with more.</summary>
    /// <returns>Null where the segment has more parts than there may be.</returns>
    public bool? Scan(ReadOnlySpan<byte> segment)
    {
        while (Position < segment.Length)
        {
            var mark = _marks[segment[Position]];
            if (mark == Mark.None)
            {
                Position++;
                continue;
            }

            if (mark == Mark.Release)
            {
                if (Position + 1 >= segment.Length)
                {
                    return false;
                }

                _released = true;
                Position += 2;
                continue;
            }

            if (!Close(mark))
            {
                return null;
            }

            if (mark == Mark.Terminator)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Takes the end of the file for the end of the segment. Null as in <see cref="Scan"/>.</summary>
    public bool? ScanToEnd(int length)
    {
        Position = length;
        return Close(Mark.Terminator) ? true : null;
    }

    private bool Close(Mark mark)
    {
        if (++_seen > _parts.Length)
        {
            return false;
        }

        if (!_repeated)
        {
            _parts[Count++] = new SegmentPart(_element, _component, _partStart, Position - _partStart, _released);
        }

        Position++;
        _partStart = Position;
        _released = false;
        switch (mark)
        {
            case Mark.Component:
                _component++;
                break;
            case Mark.Element:
                (_element, _component, _repeated) = (_element + 1, 0, false);
                break;
            case Mark.Repetition:
                _repeated = true;
                break;
        }

        return true;
    }
}

/// <summary>One component of a segment. The tag is element 0.</summary>
/// <param name="Released">Whether a release character is in it.</param>
internal readonly record struct SegmentPart(int Element, int Component, int Start, int Length, bool Released);
