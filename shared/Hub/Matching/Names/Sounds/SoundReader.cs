namespace Hub.Matching.Names.Sounds;

/// <summary>
/// Reads a normalised word as sounds: one design for names from everywhere, so spellings that different languages use
/// for one sound come out alike (ph and f, sch and sh, dzh and j), and letters nobody hears go (kn, wr, igh, doubled
/// letters). It follows no published key: Soundex and its kin are made for English alone.
/// </summary>
internal ref partial struct SoundReader(ReadOnlySpan<char> word, Span<Sound> into)
{
    private readonly ReadOnlySpan<char> _word = word;
    private readonly Span<Sound> _into = into;
    private int _at;
    private int _length;

    public static int Read(ReadOnlySpan<char> word, Span<Sound> into)
    {
        var reader = new SoundReader(word, into);
        while (reader._at < word.Length && reader._length < into.Length - 1)
        {
            reader.Step();
        }

        return reader._length;
    }

    private readonly char Letter(int offset) =>
        (uint)(_at + offset) < (uint)_word.Length ? _word[_at + offset] : ' ';

    private readonly bool Follows(string letters) => _word[_at..].StartsWith(letters, StringComparison.Ordinal);

    private readonly bool AtEnd(int length) => _at + length >= _word.Length;

    private readonly bool SoftNext(int offset) => Letter(offset) is 'e' or 'i' or 'y';

    private void Take(int letters, Sound sound)
    {
        _at += letters;
        if (sound != Sound.None)
        {
            _into[_length++] = sound;
        }
    }

    private void Step()
    {
        var c = Letter(0);
        if (IsVowel(c) || (c == 'y' && (_at > 0 || !IsVowel(Letter(1)))))
        {
            Vowels();
            return;
        }

        // Doubled letters are one; cc before e or i is two sounds nobody spells twice, so one as well.
        if (c == Letter(1) && c != 'c' || (c == 'c' && Letter(1) == 'c'))
        {
            _at++;
        }

        switch (c)
        {
            case 'b':
                Take(1, AtEnd(1) && Letter(-1) == 'm' ? Sound.None : Sound.B);
                break;
            case 'p':
                Pe();
                break;
            case 'f':
                // -off and -ov, -eff and -ev are one ending.
                Take(1, AtEnd(1) && Letter(-1) is 'o' or 'e' or 'f' && _word.Length > 4 ? Sound.V : Sound.F);
                break;
            case 'v':
                Take(1, Sound.V);
                break;
            case 'w':
                We();
                break;
            case 'c' or 'k' or 'q' or 'x' or 'g':
                Throat(c);
                break;
            case 'h':
                Take(1, _at == 0 ? Sound.H : Sound.None);
                break;
            case 't' or 'd':
                Tooth(c);
                break;
            case 's' or 'z':
                Hiss(c);
                break;
            default:
                Take(1, Single(c));
                break;
        }
    }

    private void Vowels()
    {
        var start = _at;
        while (_at < _word.Length && (IsVowel(_word[_at]) || _word[_at] == 'y'))
        {
            _at++;
        }

        var run = _word[start.._at];
        if (start > 0 && _at == _word.Length && run is "e" && _length > 1)
        {
            // Clarke is Clark.
            return;
        }

        _into[_length++] = run switch
        {
            ['e', 'e' or 'a' or 'i' or 'y', ..] or ['i' or 'y', ..] => Sound.I,
            ['o', 'o' or 'u', ..] or ['u', ..] => Sound.U,
            ['a', 'u'] => Sound.O,
            ['a', ..] => Sound.A,
            ['e', ..] => Sound.E,
            _ => Sound.O,
        };
    }

    private static Sound Single(char c) => c switch
    {
        'j' => Sound.J,
        'y' => Sound.Y,
        'l' => Sound.L,
        'r' => Sound.R,
        'm' => Sound.M,
        'n' => Sound.N,
        _ => Sound.None,
    };

    private static bool IsVowel(char c) => c is 'a' or 'e' or 'i' or 'o' or 'u';
}
