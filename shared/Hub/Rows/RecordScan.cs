namespace Hub.Rows;

/// <summary>
/// Looks for the line break that ends a row, remembering from one piece of it to the next whether a quote is open. A
/// quote opens only at the beginning of a field; one in the middle of a name is a letter like any other.
/// </summary>
/// <param name="separator">Between fields; null where quotes mean nothing.</param>
internal struct RecordScan(byte? separator)
{
    private State _state = State.FieldStart;

    private enum State
    {
        FieldStart,
        Plain,
        Quoted,
        QuoteInQuoted,
    }

    internal readonly bool IsQuoteOpen => _state == State.Quoted;

    /// <summary>Where the row ends within this piece; -1 where it goes on.</summary>
    internal int FindEnd(ReadOnlySpan<byte> piece)
    {
        if (separator is not { } between)
        {
            return piece.IndexOf((byte)'\n');
        }

        for (var i = 0; i < piece.Length; i++)
        {
            switch (piece[i], _state)
            {
                case ((byte)'"', State.FieldStart or State.QuoteInQuoted):
                    _state = State.Quoted;
                    break;
                case ((byte)'"', State.Quoted):
                    _state = State.QuoteInQuoted;
                    break;
                case (_, State.Quoted):
                    break;
                case ((byte)'\n', _):
                    return i;
                case (var other, _):
                    _state = other == between ? State.FieldStart : State.Plain;
                    break;
            }
        }

        return -1;
    }
}
