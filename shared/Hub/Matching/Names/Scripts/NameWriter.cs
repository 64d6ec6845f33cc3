namespace Hub.Matching.Names.Scripts;

/// <summary>Writes a comparable name into a buffer: never two spaces together, none at the ends, never too long.</summary>
internal ref struct NameWriter(Span<char> into)
{
    private readonly Span<char> _into = into;
    private bool _gap;
    private bool _cut;

    public int Length { get; private set; }

    public readonly bool IsFull => _cut || Length == _into.Length;

    /// <summary>Whether the next letter begins a word.</summary>
    public readonly bool AtStart => _gap || Length == 0;

    /// <summary>The letter before the next one in this word, or a space.</summary>
    public readonly char Last => AtStart ? ' ' : _into[Length - 1];

    public void Letter(char c)
    {
        // A space needs a letter after it, or the name would end in one.
        _cut |= Length + (_gap ? 2 : 1) > _into.Length;
        if (_cut)
        {
            return;
        }

        if (_gap)
        {
            _gap = false;
            _into[Length++] = ' ';
        }

        _into[Length++] = c;
    }

    public void Letters(ReadOnlySpan<char> letters)
    {
        foreach (var c in letters)
        {
            if (c == ' ')
            {
                Gap();
            }
            else
            {
                Letter(c);
            }
        }
    }

    /// <summary>A word ends here. Said again, or before the first word, it means nothing.</summary>
    public void Gap() => _gap = Length > 0;
}
