using System.Buffers.Binary;
using Hub.Matching.Names;
using Hub.Persons;

namespace Hub.Matching.Index;

/// <summary>
/// One person's facts as comparisons read them: where they lie in the packed bytes of a record. Used again and again
/// for one candidate after another, so that weighing allocates nothing. Not for two threads.
/// </summary>
internal sealed class Traits
{
    public const int MaxNames = 16;
    public const int MaxNameWords = 8;
    public const int MaxAddresses = 8;
    public const int MaxAddressWords = 16;
    public const int MaxFewWords = 6;
    public const int MaxTexts = 8;
    public const int TokenBytes = 3;

    private readonly NameRange[] names = new NameRange[MaxNames];
    private readonly AddressRange[] addresses = new AddressRange[MaxAddresses];
    private readonly TextRange[] documents = new TextRange[MaxTexts];
    private readonly TextRange[] identifiers = new TextRange[(int)IdentifierKind.Count];
    private readonly TextRange[] emails = new TextRange[MaxTexts];
    private readonly ulong[] phones = new ulong[MaxTexts];
    private int nameCount;
    private int addressCount;
    private int documentCount;
    private int emailCount;
    private int phoneCount;
    private byte[] bytes = [];
    private int rest;

    public int Born { get; set; }

    /// <summary>First and last year of birth that a stated age allows; zero where there is none.</summary>
    public (int First, int Last) BornBetween { get; set; }

    public Sex Sex { get; set; }

    /// <summary>See <see cref="NameGeneration"/>.</summary>
    public byte Generation { get; private set; }

    public ushort Nationality { get; set; }

    public TextRange Id { get; private set; }

    public ReadOnlySpan<NameRange> Names => names.AsSpan(0, nameCount);

    public ReadOnlySpan<AddressRange> Addresses => addresses.AsSpan(0, addressCount);

    public ReadOnlySpan<TextRange> Documents => documents.AsSpan(0, documentCount);

    public ReadOnlySpan<TextRange> Emails => emails.AsSpan(0, emailCount);

    public ReadOnlySpan<ulong> Phones => phones.AsSpan(0, phoneCount);

    public WordRange PlaceOfBirth { get; private set; }

    public WordRange Occupation { get; private set; }

    public TextRange Identifier(IdentifierKind kind) => identifiers[(int)kind];

    /// <summary>Whether a number is known that only one person has.</summary>
    public bool HasNumber => documentCount > 0
        || Identifier(IdentifierKind.Pnc).Length > 0 || Identifier(IdentifierKind.Cro).Length > 0 || Identifier(IdentifierKind.Visor).Length > 0;

    public ReadOnlySpan<byte> Text(TextRange range) => bytes.AsSpan(range.Start, range.Length);

    /// <summary>The number of the word at a place in a range.</summary>
    public int Word(WordRange range, int index)
    {
        var at = range.Start + (index * TokenBytes);
        return bytes[at] | (bytes[at + 1] << 8) | (bytes[at + 2] << 16);
    }

    /// <summary>Lets go of the bytes last read.</summary>
    public void Forget() => bytes = [];

    /// <summary>Reads the names; the rest of the record only when <see cref="ReadRest"/> is called.</summary>
    public void ReadNames(byte[] source, int offset)
    {
        bytes = source;
        var at = offset;
        Id = TextAt(ref at);
        nameCount = bytes[at++];
        for (var i = 0; i < nameCount; i++)
        {
            var surname = WordsAt(ref at);
            names[i] = new NameRange(surname, WordsAt(ref at));
        }

        Generation = bytes[at++];

        rest = at;
    }

    public void ReadRest()
    {
        var at = rest;
        for (var i = 0; i < identifiers.Length; i++)
        {
            identifiers[i] = TextAt(ref at);
        }

        documentCount = bytes[at++];
        for (var i = 0; i < documentCount; i++)
        {
            var state = BinaryPrimitives.ReadUInt16LittleEndian(bytes.AsSpan(at));
            at += sizeof(ushort);
            documents[i] = TextAt(ref at) with { State = state };
        }

        addressCount = bytes[at++];
        for (var i = 0; i < addressCount; i++)
        {
            var postcode = BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(at));
            at += sizeof(ulong);
            addresses[i] = new AddressRange(postcode, WordsAt(ref at));
        }

        PlaceOfBirth = WordsAt(ref at);
        Occupation = WordsAt(ref at);
        phoneCount = bytes[at++];
        for (var i = 0; i < phoneCount; i++)
        {
            phones[i] = BinaryPrimitives.ReadUInt64LittleEndian(bytes.AsSpan(at));
            at += sizeof(ulong);
        }

        emailCount = bytes[at++];
        for (var i = 0; i < emailCount; i++)
        {
            emails[i] = TextAt(ref at);
        }
    }

    private TextRange TextAt(ref int at)
    {
        var range = new TextRange(at + 1, bytes[at]);
        at += 1 + range.Length;
        return range;
    }

    private WordRange WordsAt(ref int at)
    {
        var range = new WordRange(at + 1, bytes[at]);
        at += 1 + (range.Count * TokenBytes);
        return range;
    }
}

/// <summary>Identifiers of which a person has one.</summary>
internal enum IdentifierKind
{
    Pnc,
    Cro,
    Visor,
    Count,
}

/// <summary>Some words by number.</summary>
internal readonly record struct WordRange(int Start, int Count)
{
    public WordRange From(int index) => new(Start + (index * Traits.TokenBytes), Count - index);

    public WordRange First(int count) => this with { Count = Math.Min(count, Count) };
}

internal readonly record struct NameRange(WordRange Surname, WordRange Given);

internal readonly record struct AddressRange(ulong Postcode, WordRange Words);

internal readonly record struct TextRange(int Start, int Length, ushort State = 0);

/// <summary>Finds a word by its number, those of the query itself too.</summary>
internal readonly struct Words(TokenTable.State table, List<NameToken> own)
{
    public NameToken this[int id] => id < TokenTable.MaxTokens ? table.Tokens[id] : own[id - TokenTable.MaxTokens];

    public int Frequency(TermRole role, int id) => id < TokenTable.MaxTokens ? table.Counts((int)role)[id] : 0;
}
