using Hub.Matching.Names.Sounds;

namespace Hub.Matching.Names;

/// <summary>
/// One normalised word of a name with all that comparing needs of it, computed once: a register shares one token among
/// all persons of that name. About 95 bytes with its text.
/// </summary>
public sealed class NameToken
{
    private NameToken(string text)
    {
        Span<Sound> buffer = stackalloc Sound[NameWords.MaxLetters + 2];
        var sounds = buffer[..SoundReader.Read(text.AsSpan(0, Math.Min(text.Length, NameWords.MaxLetters)), buffer)];
        Text = text;
        Length = (byte)Math.Min(text.Length, byte.MaxValue);
        Phonetic = PhoneticKey.Of(sounds);
        Spelling = SpellingKey.Of(text, sounds);
        Skeleton = Sounds.Skeleton.Of(sounds);
        Letters = LetterSet.Of(text);
        Groups = VariantTable.Default.Find(text, Spelling);
    }

    public string Text { get; }

    /// <summary>Equal for words that sound alike whatever their vowels; 0 where nothing is heard. For blocking.</summary>
    public uint Phonetic { get; }

    /// <summary>Equal for words that sound alike with their vowels: Smith and Smyth; 0 where nothing is heard.</summary>
    public uint Spelling { get; }

    /// <summary>The consonants, for words from scripts that write no vowels.</summary>
    public ulong Skeleton { get; }

    /// <summary>Which letters occur.</summary>
    public uint Letters { get; }

    /// <summary>The families of nicknames and spellings this word is of, ascending; those from
    /// <see cref="VariantTable.FirstLanguageGroup"/> on say only that it is the same name in another language.</summary>
    public ushort[] Groups { get; }

    /// <summary>Of the text; here so that comparing two words that differ need not look at them.</summary>
    internal byte Length { get; }

    public bool IsInitial => Length == 1;

    /// <summary>The token of a word as <see cref="NameWords"/> gives it.</summary>
    public static NameToken Of(string word) => new(word);

    public override string ToString() => Text;
}
