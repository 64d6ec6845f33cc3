namespace Hub.Matching.Names.Scripts;

/// <summary>
/// Devanagari, Bengali, Gurmukhi, Gujarati, Oriya, Tamil, Telugu, Kannada and Malayalam: nine blocks of Unicode laid out
/// alike (ISCII), so one table by place in the block serves. A consonant carries an a, unless another vowel sign or the
/// killer follows or the word ends.
/// </summary>
internal static class IndicScript
{
    private const int BlockMask = 0x7f;
    private const int FirstConsonant = 0x15;
    private const int Virama = 0x4d;

    private static readonly string[] Vowels = "a aa i i u u ri l e e e ai o o o au".Split(' ');

    private static readonly string[] Consonants =
        "k kh g gh n ch chh j jh n t th d dh n t th d dh n n p ph b bh m y r r l l l v sh sh s h".Split(' ');

    private static readonly string[] Signs = "a i i u u ri ri e e e ai o o o au".Split(' ');

    public static int Write(ReadOnlySpan<char> text, int at, ref NameWriter writer)
    {
        var place = text[at] & BlockMask;
        if (place is 0x01 or 0x02)
        {
            writer.Letter('n');
        }
        else if (place is >= 0x05 and < FirstConsonant)
        {
            writer.Letters(Vowels[place - 0x05]);
        }
        else if (place is >= FirstConsonant and <= 0x39)
        {
            writer.Letters(Consonants[place - FirstConsonant]);
            if (at + 1 < text.Length && CarriesVowel(text[at + 1] & BlockMask) && IsIndic(text[at + 1]))
            {
                writer.Letter('a');
            }
        }
        else if (place is >= 0x3e and < Virama)
        {
            writer.Letters(Signs[place - 0x3e]);
        }
        else if (place is >= 0x66 and <= 0x6f)
        {
            writer.Letter((char)('0' + place - 0x66));
        }

        return 1;
    }

    private static bool CarriesVowel(int next) => next is not (>= 0x3c and <= Virama);

    private static bool IsIndic(char c) => c is >= '\u0900' and <= '\u0d7f';
}
